"""P23: what to do, how much of what was in the file, how it was protected. Nobody is on it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.incident import IncidentFacts
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.incident import render_incident

TextOf = Callable[[bytes], str]
DAY = date(2026, 11, 25)
FACTS = IncidentFacts(
    persons=17, protected=2, contacts=41, classes=tuple((one, 17 - n) for n, one in enumerate(InfoClass)),
    newest_change=date(2026, 11, 24), keyring=True, sheet_proved=True,
)  # fmt: skip
EMPTY = replace(FACTS, persons=0, protected=0, contacts=1, classes=(), newest_change=None, keyring=False,
                sheet_proved=False)  # fmt: skip


def drawn(facts: IncidentFacts = FACTS, language: str = "sv", store_hint: str = "prov.mentor") -> bytes:
    return render_incident(facts, store_hint=store_hint, texts=Texts(language), printed_on=DAY)


def test_it_says_what_to_do_what_there_was_and_how_it_was_protected(text_of: TextOf) -> None:
    text = " ".join(text_of(drawn()).split())
    for said in (
        "Underlag vid förlust Gäller prov.mentor · 25 november 2026", "1 Ring din chef direkt",
        "2 Börja med de 2 personer som har skyddad identitet.", "inom 72 timmar",
        "17 deltagare. 41 andra personer i registret", "Namn, pronomen och ålder 17", "Privata anteckningar 2",
        "SQLCipher (AES-256)", "Argon2id", "Kan öppna filen.", "24 november 2026",
        "Programmet gör inga egna kopior än.", "Senaste egna kopia", "Inga personuppgifter på det här bladet",
    ):  # fmt: skip
        assert said in text, said


def test_a_store_with_nobody_in_it_says_so(text_of: TextOf) -> None:
    text = text_of(drawn(EMPTY))
    for said in ("0 deltagare. 1 annan person", "Inget är skrivet än.", "Används inte.", "Är inte utskrivet"):
        assert said in text
    assert "skyddad identitet" not in text
    assert "Slag av uppgifter" not in text
    assert page_count(drawn(EMPTY)) == 1


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_two_pages_whatever_the_file_is_called(language: str) -> None:
    assert page_count(drawn(language=language)) == 2
    assert page_count(drawn(language=language, store_hint="<b>" + "Å" * 300)) == 2


@pytest.mark.validator
def test_it_passes_the_validator(verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]) -> None:
    files = {f"{kind}-{language}": drawn(facts, language) for language in ("sv", "en")
             for kind, facts in (("full", FACTS), ("empty", EMPTY))}  # fmt: skip
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
