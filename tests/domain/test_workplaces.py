"""The bank of workplaces: how many it has room for, and whose names stand in it by mistake."""

import unicodedata
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.workplaces import CAPACITY_MAX, Workplace, check_capacity, named_in

NAMES = st.text("abcåäö", min_size=3, max_size=6).map(str.capitalize)


@given(NAMES, st.sampled_from(["", "s", "'s", "’s"]), st.sampled_from([" ", ",", ".", "\n", "-", "("]), st.booleans())
def test_a_name_is_found_as_a_word_in_any_case_and_with_a_genitive(name: str, end: str, mark: str, low: bool) -> None:
    said = name.lower() if low else name
    assert named_in([f"En{mark}{said}{end}{mark}till"], [name]) == (name,)


@given(NAMES, st.text("dfgh", min_size=1, max_size=3))
def test_a_name_inside_another_word_is_not_one(name: str, rest: str) -> None:
    assert named_in([f"{rest}{name.lower()} {name.lower()}{rest}"], [name]) == ()


def test_names_are_found_once_each_over_all_texts() -> None:
    texts = ("Bra för den som vill ha lugn.", "Åsas plats, och Birks.")
    assert named_in(texts, ["Birk", " Åsa", "Birk", "Elis", "", " "]) == ("Birk", "Åsa")
    assert named_in((), ["Birk"]) == ()
    assert named_in(["Kalle-Birk och jean.luc"], ["Jean.Luc", "Birk"]) == ("Jean.Luc", "Birk")


def test_two_letters_are_a_name_only_with_their_capital() -> None:
    assert named_in(["Bo var här förut."], ["Bo"]) == ("Bo",)
    assert named_in(["Här kan man bo."], ["Bo"]) == ()
    assert named_in(["A är bäst"], ["A"]) == ()


def test_letters_put_together_in_another_way_are_the_same_name() -> None:
    assert named_in([unicodedata.normalize("NFD", "Åsa var här")], ["Åsa"]) == ("Åsa",)


def test_everything_that_is_written_freely_is_looked_through() -> None:
    written = Workplace(id=UUID(int=1), name="n", tasks="t", environment="e", good_for="g", hours="h", travel="r",
                        note="x")  # fmt: skip
    assert set(written.texts()) == {"n", "t", "e", "g", "h", "r", "x"}


@pytest.mark.parametrize("capacity", [None, 0, CAPACITY_MAX])
def test_room_for_nobody_to_ninety_nine(capacity: int | None) -> None:
    check_capacity(capacity)


@pytest.mark.parametrize("capacity", [-1, CAPACITY_MAX + 1])
def test_room_for_more_or_less_is_refused(capacity: int) -> None:
    with pytest.raises(InputError) as refused:
        check_capacity(capacity)
    assert (refused.value.field, refused.value.key) == ("capacity", "number_range")
