"""No text of a person can break a page: every letter drawn has a glyph, and nothing typed is taken for markup."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorapp.printing import fonts
from mentorapp.printing.lines import line_width, text_lines
from mentorapp.printing.markup import SUBSTITUTE, clean, markup, paragraph, runs
from mentorapp.printing.styles import ORDINARY

MENTORAPP = Path(__file__).resolve().parents[2] / "mentorapp"
ANY_TEXT = st.text(st.characters(), max_size=200)
HOSTILE = (
    "<b>fet</b> & <img src='file:///etc/passwd'/> <para>",
    "&lt;&#0;&amp;",
    "\ud800\udfff halva tecken",
    "a\x00b\x07c\x1bd\x7f\x85e",
    "abc\u202edef\u202c\u200f\u2067ghi\u2069\ufeff",
    "😀👩‍👩‍👧 Å 王小明",
    "\u0301\u0301 bara märken \ufe0f",
    "F" * 1000,
    "<font name='Courier'>",
    "]]><!--",
)


def shown(text: str) -> str:
    return "".join(run.text for run in runs(clean(text)))


def said(xml: str) -> str:
    return "".join(ElementTree.fromstring(f"<p>{xml}</p>").itertext())  # noqa: S314


@given(ANY_TEXT, st.booleans())
@example(HOSTILE[0], True)
@example(HOSTILE[2], False)
def test_every_letter_that_is_drawn_has_a_glyph(text: str, bold: bool) -> None:
    for line in clean(text).split("\n"):
        for run in runs(line, bold):
            assert set(run.text) <= fonts.letters(run.font)
            run.spoken.encode("utf-16-be")


@given(ANY_TEXT)
@example("".join(HOSTILE))
def test_markup_holds_nothing_but_font_and_line_end(text: str) -> None:
    made = ElementTree.fromstring(f"<p>{markup(text)}</p>")  # noqa: S314
    assert {part.tag for part in made.iter()} <= {"p", "font", "br"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_paragraph_takes_hostile_text(text: str) -> None:
    width, height = paragraph(text, ORDINARY.body).wrap(200, 10_000)
    assert width <= 200
    assert height >= ORDINARY.body.leading


def test_what_looks_like_markup_is_shown_as_it_was_typed() -> None:
    assert shown(HOSTILE[0]) == HOSTILE[0]
    assert said(markup(HOSTILE[0])) == HOSTILE[0]


def test_control_characters_and_direction_marks_are_gone() -> None:
    assert clean("a\x00b\x07c\u202ed\u200fe\ufefff\ud800g\u00adh") == "abcdefgh"


def test_line_ends_of_every_system_stay_and_spaces_are_single() -> None:
    assert clean(" a \r\n  b\u2028c\td\u2003 e ") == "a\nb\nc d e"


def test_letters_typed_as_letter_and_ring_are_one() -> None:
    assert clean("A\u030asa") == "Åsa"


def test_a_sign_without_glyph_becomes_one_neutral_sign_and_is_still_spoken() -> None:
    made = runs(clean("Bra 😀👩‍👩‍👧 jobbat"))
    assert [run.text for run in made] == ["Bra ", SUBSTITUTE, " jobbat"]
    assert made[1].spoken.startswith("😀")


def test_a_letter_is_drawn_plainer_before_it_is_replaced() -> None:
    assert shown("\u2192 \U0001d400 ２") == "-> A 2"


def test_other_scripts_are_drawn_with_their_own_fonts() -> None:
    assert [run.font for run in runs("ሰላም")] == ["NotoSansEthiopic"]
    assert [run.font for run in runs("Hej שלום", bold=True)] == ["NotoSans-Bold", "NotoSansHebrew-Bold"]


@given(ANY_TEXT)
def test_lines_are_never_wider_than_the_column(text: str) -> None:
    for line in text_lines(text, ORDINARY.body, 60, chars=75):
        # A single letter may be wider than any column; sixty points are room for all.
        assert line_width(line, ORDINARY.body.size) <= 60.01


def test_only_markup_builds_paragraphs() -> None:
    found = [
        path.relative_to(MENTORAPP).as_posix()
        for path in MENTORAPP.rglob("*.py")
        if re.search(r"\bParagraph\b", path.read_text(encoding="utf-8"))
        and re.search(r"import .*\bParagraph\b|platypus", path.read_text(encoding="utf-8"))
    ]
    assert found == ["printing/markup.py"]
