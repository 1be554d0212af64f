"""Both languages are complete, agree in keys and words to fill in, and keep to the rules of plain wording."""

import json
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from mentorapp.language.texts import LANGUAGES

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
ROOMS = sorted(path.stem for path in (FOLDER / "sv").glob("*.json"))

# What the program never says (the microcopy rules), as patterns on small letters.
NEVER = {
    "sv": [
        "ogiltig", "misslyck", r"\bvarning", "obligatorisk", "är du säker", "försena", "misskött", "utan skäl",
        "har inte svarat", r"\bklient", r"\bbrukare", r"\bärendet\b", "otillåt", "!",
    ],
    "en": [
        "invalid", r"\bfail", r"\bwarning", "mandatory", "are you sure", "overdue", r"\berror", "illegal",
        "has not answered", r"\bclients?\b", "oops", "!",
    ],
}  # fmt: skip
# "fel" is said about the program itself and about nothing else.
ABOUT_THE_PROGRAM = {"sv": (r"\bfel(et|en|aktig\w*)?\b", "programmet"), "en": (r"\bwrong\b", "program")}

Text = str | dict[str, str]


@cache
def room(language: str, name: str) -> dict[str, Text]:
    content: dict[str, Text] = json.loads((FOLDER / language / f"{name}.json").read_text(encoding="utf-8"))
    return content


def forms(text: Text) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def placeholders(text: Text) -> set[str]:
    return {name for form in forms(text) for _, name, _, _ in Formatter().parse(form) if name is not None}


def every_text(language: str) -> list[tuple[str, str]]:
    """(key, sentence) of every text and every form of it."""
    return [
        (f"{name}.{key}", form) for name in ROOMS for key, text in room(language, name).items() for form in forms(text)
    ]


def test_both_languages_have_the_same_rooms() -> None:
    for language in LANGUAGES:
        assert sorted(path.stem for path in (FOLDER / language).glob("*.json")) == ROOMS


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_has_the_same_keys_in_both_languages(name: str) -> None:
    assert set(room("sv", name)) ^ set(room("en", name)) == set()


@pytest.mark.parametrize("name", ROOMS)
def test_a_text_has_the_same_words_to_fill_in_in_both_languages(name: str) -> None:
    swedish, english = room("sv", name), room("en", name)
    apart = {key for key in swedish.keys() & english.keys() if placeholders(swedish[key]) != placeholders(english[key])}
    assert apart == set()


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_with_forms_has_one_and_other_and_is_counted(language: str, name: str) -> None:
    counted = {key: text for key, text in room(language, name).items() if isinstance(text, dict)}
    assert {key for key, text in counted.items() if set(text) != {"one", "other"}} == set()
    assert {key for key, text in counted.items() if "{count}" not in text["other"]} == set()


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str, name: str) -> None:
    def counted(pairs: list[tuple[str, Text]]) -> dict[str, Text]:
        names = [key for key, _ in pairs]
        assert sorted(set(names)) == sorted(names)
        return dict(pairs)

    json.loads((FOLDER / language / f"{name}.json").read_text(encoding="utf-8"), object_pairs_hook=counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_space_at_one_end(language: str) -> None:
    """Space at both ends is meant: a word that joins two others."""
    lopsided = [key for key, text in every_text(language) if text[:1].isspace() != text[-1:].isspace()]
    assert lopsided == []
    assert [key for key, text in every_text(language) if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_blames_or_shouts(language: str) -> None:
    pattern = re.compile("|".join(NEVER[language]))
    assert [(key, text) for key, text in every_text(language) if pattern.search(text.lower())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_program_itself_is_ever_at_fault(language: str) -> None:
    word, subject = ABOUT_THE_PROGRAM[language]
    faults = [(key, text) for key, text in every_text(language) if re.search(word, text.lower())]
    assert [(key, text) for key, text in faults if subject not in text.lower()] == []
