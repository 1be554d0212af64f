"""Figures split by gender: parts and totals agree, and nobody counts twice for the same thing."""

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.figures import Counted, SupportMonths, Unit, figure_table, support_months
from mentorapp.domain.mentees import Gender

EVERYBODY: dict[Hashable, Gender] = {"alva": Gender.WOMAN, "birk": Gender.MAN, "cleo": Gender.NON_BINARY}


def test_each_counts_once_for_a_code_and_strangers_do_not() -> None:
    said = [("walk", "alva"), ("walk", "alva"), ("walk", "birk"), ("cv", "birk"), ("cv", "somebody else")]
    table = figure_table(Counted.SUPPORT, Unit.PERSONS, EVERYBODY, said)
    assert [(row.code, row.total) for row in table.rows] == [("walk", 2), ("cv", 1)]
    assert table.rows[0].of(Gender.WOMAN) == 1
    assert table.rows[0].of(Gender.UNDISCLOSED) == 0
    assert table.base.total == 3
    assert table.genders == (Gender.WOMAN, Gender.MAN, Gender.NON_BINARY)


@given(
    everybody=st.dictionaries(st.integers(0, 30), st.sampled_from(list(Gender))),
    said=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40))),
)
def test_every_total_is_that_of_its_parts(everybody: dict[Hashable, Gender], said: list[tuple[str, int]]) -> None:
    table = figure_table(Counted.FORM, Unit.CONTACTS, everybody, said)
    for row in (table.base, *table.rows):
        assert row.total == sum(row.of(gender) for gender in Gender)
        assert all(row.of(gender) <= table.base.of(gender) for gender in Gender)
    held = {code: {key for one, key in said if one == code and key in everybody} for code in "abc"}
    assert {row.code: row.total for row in table.rows} == {code: len(keys) for code, keys in held.items() if keys}


def test_mean_and_median_of_the_months_that_are_known() -> None:
    assert support_months([12, 60, 36]) == SupportMonths(3, 36, 36.0)
    assert support_months([12, 61]) == SupportMonths(2, 36.5, 36.5)
    assert support_months([]) == SupportMonths(0, None, None)
