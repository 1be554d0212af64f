"""Wishes beside the facts of a workplace: which words stand on both sides, and which are to be asked about."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mentorapp.domain.mapping import VocationalProfile
from mentorapp.domain.matching import Fit, fit_of, words_in_common
from mentorapp.domain.workplaces import Workplace

NOBODY = UUID(int=1)
PROFILE = VocationalProfile(
    id=NOBODY, mentee_id=NOBODY, version=1, made_on=date(2026, 1, 1), interests="Lager, kartor och blommor",
    wanted="Plocka saker", unwanted="Kassan och buller", conditions="Det måste vara lugnt",
)  # fmt: skip
HALL = Workplace(
    id=NOBODY, name="Fantasihallen", tasks="Plocka order i lagret", environment="Lugn miljö, ibland buller"
)


@pytest.mark.parametrize(
    ("wishes", "facts", "common"),
    [
        ("blommor", "blomma", ("blommor",)),
        ("lager", "Lagerarbete", ("lager",)),
        ("kundkontakt", "kunder", ()),
        ("Bok", "bok", ()),
        ("djur, DJUR", "djuren", ("djur",)),
        ("bilar", "bild", ()),
        ("arbete", "arbete", ()),
        ("", "något", ()),
        ("snickra", "snickeri", ("snickra",)),
    ],
)
def test_words_meet_up_to_an_ending_or_as_the_beginning_of_a_compound(
    wishes: str, facts: str, common: tuple[str, ...]
) -> None:
    assert words_in_common((wishes,), (facts,)) == common


def test_what_is_wanted_speaks_for_a_place_and_what_is_not_is_to_be_asked_about() -> None:
    assert fit_of(PROFILE, HALL) == Fit(("plocka", "lugnt"), ("buller",))
    assert fit_of(PROFILE, HALL, "Lager och transport").wanted == ("lager", "plocka", "lugnt")


def test_a_word_that_is_both_wanted_and_not_is_to_be_asked_about() -> None:
    both = replace(PROFILE, wanted="buller")
    assert fit_of(both, HALL).unwanted == ("buller",)
    assert "buller" not in fit_of(both, HALL).wanted


def test_without_a_profile_nothing_is_said() -> None:
    assert fit_of(None, HALL) == Fit((), ())
