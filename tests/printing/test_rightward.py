"""Arabic and Hebrew: letters joined, a line in the order the eye reads it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.printing.rightward import has_rightward, joined, visual

MIXED = st.text(st.sampled_from("ab 12().,فرحشלוםلا\u0651\u064e"), max_size=40)


def plain(shaped: str) -> str:
    return unicodedata.normalize("NFKC", shaped)


def test_letters_join_their_neighbours() -> None:
    assert [unicodedata.name(letter).rsplit(" ", 2)[1] for letter in joined("محمد")] == [
        "INITIAL",
        "MEDIAL",
        "MEDIAL",
        "FINAL",
    ]


def test_a_letter_that_does_not_join_onward_leaves_the_next_alone() -> None:
    assert joined("در") == "\ufea9\ufead"


def test_lam_and_alef_are_one_sign() -> None:
    assert joined("سلام") == "\ufeb3\ufefc\ufee1"


def test_vowel_marks_do_not_part_the_letters() -> None:
    assert plain(joined("مُحَمَّد")) == "مُحَمَّد"
    assert joined("مُح")[0] == "\ufee3"


def test_a_zero_width_non_joiner_parts_letters_and_is_not_drawn() -> None:
    assert joined("می\u200cخواهم").startswith("\ufee3\ufbfd\ufea7")


def test_a_name_in_a_swedish_line_stands_where_it_was_written() -> None:
    assert visual("Farah (حرف) 12 år") == ["Farah (", "فرح", ") 12 år"]


def test_a_line_in_arabic_reads_from_the_right_with_its_numbers_kept() -> None:
    assert "".join(visual("اب 123 ج.")) == ".ج 123 با"


def test_brackets_are_turned_round_with_the_line() -> None:
    assert "".join(visual("אב (גד) ה")) == "ה (דג) בא"


def test_latin_text_is_left_alone() -> None:
    assert not has_rightward("Åsa 12 år – “hej”")
    assert visual("Åsa (12)") == ["Åsa (12)"]


@given(MIXED)
def test_no_letter_is_lost_or_made(line: str) -> None:
    turned = str.maketrans("()", ")(")
    assert sorted("".join(visual(line)).translate(turned).replace(")", "(")) == sorted(line.replace(")", "("))


@given(MIXED)
def test_joining_changes_forms_and_no_letters(line: str) -> None:
    assert plain(joined(line)) == plain(line)
