"""P15: the key on one page, to be typed, scanned and kept; no person on it."""

from collections.abc import Callable
from datetime import date

import pytest

from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.recovery_sheet import render_recovery_sheet
from mentorapp.store import recovery
from mentorapp.store.keys import RootSecret

TextOf = Callable[[bytes], str]
ROOT = RootSecret(bytes(range(7, 39)))


def sheet(language: str = "sv", store_hint: str = "prov.mentor") -> bytes:
    groups = recovery.groups(ROOT)
    return render_recovery_sheet(groups, store_hint=store_hint, texts=Texts(language), printed_on=date(2026, 11, 25))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_key_can_be_read_back_from_the_paper(text_of: TextOf, language: str) -> None:
    words = text_of(sheet(language)).split()
    groups = recovery.groups(ROOT)
    found = [words[words.index(str(number)) + 1 :][0] for number in range(1, 4)]
    assert found == list(groups[:3])
    assert [word for word in words if word in groups] == list(groups)
    assert recovery.root_from(" ".join(word for word in words if word in groups)) == ROOT


def test_it_says_what_it_is_for_and_how_to_keep_it(text_of: TextOf) -> None:
    text = text_of(sheet())
    for part in (
        "Återställningsblad",
        "Gäller prov.mentor · 25 november 2026",
        "18 grupper.",
        "Samma nyckel",
        "Så använder du bladet",
        "Så förvarar du bladet",
        "Förvaras hos Plats",
        "Sida 1 av 1",
    ):
        assert part in text


def test_it_is_one_page_whatever_the_store_is_called() -> None:
    assert page_count(sheet()) == 1
    assert page_count(sheet(store_hint="<b>" + "Å" * 300)) == 1
    assert page_count(sheet(store_hint="")) == 1


def test_a_sheet_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        render_recovery_sheet([], store_hint="", texts=Texts("sv"), printed_on=date(2026, 11, 25))
