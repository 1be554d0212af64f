"""Lines end where there is no more room, and on easy-read pages where a phrase ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.printing.lines import Span, line_width, one_line, text_lines, wrapped
from mentorapp.printing.styles import EASY, ORDINARY, WIDTH

WORDS = st.lists(st.text("abcdeåäö.,", min_size=1, max_size=14), max_size=60).map(" ".join)


def easy(text: str, chars: int = EASY.words_chars) -> list[str]:
    lines = text_lines(text, EASY.words, WIDTH, chars=chars, phrases=True)
    return ["".join(run.text for run in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Jag vill arbeta i ett kök och prata mer svenska.", ["Jag vill arbeta i ett kök", "och prata mer svenska."]),
        ("Jag går till språkcaféet. Jag beställer själv.", ["Jag går till språkcaféet.", "Jag beställer själv."]),
        ("Vi ses kl. 10 hos dr. Sara.", ["Vi ses kl. 10 hos dr. Sara."]),
        ("I want to cook for people and speak more Swedish.", ["I want to cook for people", "and speak more Swedish."]),
        ("En rad\nEn till", ["En rad", "En till"]),
        ("", []),
    ],
)  # fmt: skip
def test_an_easy_line_ends_where_a_phrase_ends(text: str, lines: list[str]) -> None:
    assert easy(text) == lines


def test_a_joining_word_is_not_parted_from_the_next() -> None:
    assert not any(
        line.endswith(" för") for line in easy("Jag pratar med alla som jobbar där, för att sedan söka jobb.")
    )


def test_no_word_is_left_alone_on_the_last_line() -> None:
    assert easy("Sedan söker jag ett eget jobb nära mitt hem")[-1].count(" ") > 0


@given(WORDS)
def test_an_easy_line_has_at_most_its_letters_and_no_hyphen_is_added(text: str) -> None:
    lines = easy(text, EASY.chars)
    assert all(len(line) <= EASY.chars for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(WORDS)
def test_every_word_is_kept_in_order(text: str) -> None:
    lines = text_lines(text, ORDINARY.body, 150)
    assert " ".join("".join(run.text for run in line) for line in lines).split() == text.split() or any(
        len(word) > 12 for word in text.split()
    )


def test_a_word_wider_than_the_column_is_cut_where_the_column_ends() -> None:
    lines = text_lines("F" * 1000, ORDINARY.body, 120)
    assert "".join(run.text for line in lines for run in line) == "F" * 1000
    assert all(line_width(line, ORDINARY.body.size) <= 120 for line in lines)


def test_two_weights_stand_on_one_line_with_a_space_between() -> None:
    (line,) = wrapped((Span("Moa", bold=True), Span("ringer Siv.")), EASY.body, 300)
    assert [(run.font, run.text) for run in line] == [("NotoSans-Bold", "Moa"), ("NotoSans", " ringer Siv.")]


def test_a_text_too_long_for_its_line_is_left_off_with_dots() -> None:
    line = one_line("Farah " * 100, ORDINARY.body, 100)
    assert line[-1].text.endswith("…")
    assert line_width(line, ORDINARY.body.size) <= 100
