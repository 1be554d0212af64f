"""The plan in Swedish and beside it in the mentee's language: every key, every letter, every page."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from mentorapp.domain.plan_sheet import MIN_PLAN, PlanSheet
from mentorapp.domain.sharing import THE_MENTEE, release
from mentorapp.language import SECOND_LANGUAGES, SecondLanguage, Texts, second_of
from mentorapp.printing.markup import not_settable
from mentorapp.printing.plan import render_plan
from mentorapp.printing.rightward import visual
from resources import path_of

from .conftest import PRINTED_ON

PRINTING = Path(__file__).resolve().parents[2] / "mentorapp" / "printing"


def plan(sheet: PlanSheet, second: str, *, easy: bool, language: str = "sv") -> bytes:
    released = release(sheet, MIN_PLAN, THE_MENTEE)
    texts = Texts(language, second)
    return render_plan(released, texts=texts, easy=easy, number="2026-0148", printed_on=PRINTED_ON)


def test_every_language_has_every_key_and_says_something() -> None:
    keys = set(SecondLanguage("en").said)
    for code in SECOND_LANGUAGES:
        said = SecondLanguage(code).said
        assert set(said) == keys, code
        assert all(text.strip() for text in said.values()), code
        assert [re.findall("{.*?}", said[key]) for key in sorted(keys)] == [
            re.findall("{.*?}", SecondLanguage("en").said[key]) for key in sorted(keys)
        ]
    assert {path.stem for path in path_of("papers").iterdir()} == set(SECOND_LANGUAGES)


def test_every_key_that_is_used_is_there() -> None:
    source = "".join((PRINTING / name).read_text() for name in ("plan_easy.py", "plan_ordinary.py", "plan_second.py"))
    used = set(re.findall(r'(?:both|second_strips|_column)\(\s*(?:words\.)?texts, "(\w+)"', source))
    assert len(used) >= 12
    kinds = {key for key in json.loads(path_of("translations", "sv", "print.json").read_text()) if key[:5] == "kind_"}
    assert used | kinds <= set(SecondLanguage("en").said)


@pytest.mark.parametrize("code", SECOND_LANGUAGES)
def test_no_fixed_text_has_a_letter_that_cannot_be_set(code: str) -> None:
    assert not_settable("\n".join(SecondLanguage(code).said.values())) == set()


def test_what_cannot_be_set_is_found() -> None:
    assert not_settable("Laga mat 😀 och 米") == {"😀", "米"}
    assert not_settable("ښه") == {"ښ"}, "Pashto: the font has the letter, but not joined"
    assert not_settable("Ціль ሰላም مرحبا سه‌شنبه é ő\nkök") == set()


def test_a_date_and_a_time_keep_their_order_among_arabic_words() -> None:
    assert visual("الاثنين 30/11 10:00")[0].startswith("10:00")
    assert any("30/11" in piece for piece in visual("الاثنين 30/11 10:00"))


def test_the_language_is_found_by_the_name_that_was_written() -> None:
    names = ("Dari", "arabiska", "somaliska (nord)", "Tigrinja", "ukrainska", "English", "persiska", "")
    assert [second_of(name) for name in names] == ["prs", "ar", "so", "ti", "uk", "en", "", ""]


def test_a_language_is_not_put_beside_itself() -> None:
    assert Texts("en", "en").second is None


@pytest.mark.parametrize("easy", [True, False])
def test_headings_are_there_in_both_and_own_words_once(
    easy: bool, farah: PlanSheet, text_of: Callable[[bytes], str]
) -> None:
    said = text_of(plan(farah, "uk", easy=easy))
    for text in ("Min plan", "Мій план", "Det här vill jag", "Чого я хочу", "понеділок"):
        assert text in said.replace("\n", " "), text
    assert said.count("Laga") == 0
    assert said.count("Siv om tid") == 1


def test_every_run_of_the_second_language_says_its_language(farah: PlanSheet) -> None:
    with pikepdf.open(BytesIO(plan(farah, "ar", easy=False))) as pdf:
        tags = [str(thing.Lang) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing]
    assert tags.count("ar") > 15
    assert set(tags) == {"ar", "sv"}


def test_only_embedded_fonts(farah: PlanSheet, tmp_path: Path) -> None:
    if which("pdffonts") is None:
        pytest.skip("pdffonts (poppler-utils) is not installed")
    for code in SECOND_LANGUAGES:
        path = tmp_path / f"{code}.pdf"
        path.write_bytes(plan(farah, code, easy=False))
        listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
        rows = [line.split() for line in listed.splitlines()[2:]]
        assert rows, code
        assert {row[-5] for row in rows} == {"yes"}, listed


@pytest.mark.validator
@pytest.mark.long
def test_the_plan_passes_in_all_languages(
    verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]], farah: PlanSheet
) -> None:
    files = {
        f"{code}-{easy}-{language}": plan(farah, code, easy=easy, language=language)
        for code in SECOND_LANGUAGES
        for easy in (True, False)
        for language in ("sv", "en")
    }
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
