"""Edge cases of measuring and of work: overlaps, forms half filled in, scaled paper, versions, names."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.placements import PlacementType, TooMany, too_many_hours
from mentorapp.domain.scale_changes import at, changes, first_and_last
from mentorapp.domain.scale_marks import (
    FilledHow,
    Mark,
    MarkNote,
    ScaleResponse,
    clamped,
    counted,
    is_outside,
    midpoint,
    on_full_line,
    read_mark,
    total,
)
from mentorapp.domain.session_ratings import SessionLimits, cut_off
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.erasure import erase_mentee
from mentorapp.store.filled_sheets import gather_filled_sheet
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.placements import add_placement, list_placements, set_hours
from mentorapp.store.programmes import add_programme
from mentorapp.store.rating_figures import read_rating_figures
from mentorapp.store.scale_definitions import as_new, change_scale, get_scale
from mentorapp.store.scale_responses import NewResponse, add_response, get_response, list_responses
from mentorapp.store.scale_rounds import list_missing_rounds
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace, get_workplace, mentees_named_in


@pytest.fixture
def case(store: Store, day: date) -> tuple[UUID, UUID]:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Jari", birth_date=date(2005, 2, 1))
        change_setting(session, "session_rating_licence", True)
        return mentee, add_enrolment(session, mentee, programme, started_on=day - timedelta(days=200))


def fill(store: Store, case: tuple[UUID, UUID], on: date, code: str = "well_being", **details: Any) -> ScaleResponse:
    with store.write("scale_filled") as session:
        kept = add_response(session, NewResponse(
            mentee_id=case[0], enrolment_id=case[1], code=code, event_date=on, **details
        ))  # fmt: skip
    with store.read() as session:
        return get_response(session, kept)


def marked(**values: str | None) -> tuple[Mark, ...]:
    return tuple(
        Mark(item=item, note=MarkNote.SKIPPED) if value is None else Mark(item=item, value=Decimal(value))
        for item, value in values.items()
    )


def test_f17_placements_overlap_and_more_than_full_time_together_is_pointed_out_not_refused(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    mentee, enrolment = case
    with store.write("placement_added") as session:
        cafe, hall = add_workplace(session, "Café Låtsas"), add_workplace(session, "Fantasihallen")
        add_placement(session, enrolment, cafe, PlacementType.SUBSIDISED_JOB, day, hours_per_week=Decimal(20))
        other = add_placement(session, enrolment, hall, PlacementType.INTERNSHIP, day, hours_per_week=Decimal(20))
        add_education_support(session, enrolment, "Svenska 1", pace_percent=50, from_date=day)
    with store.read() as session:
        assert too_many_hours(list_placements(session, mentee)) == ()
    with store.write("hours_set") as session:
        set_hours(session, other, day + timedelta(days=14), Decimal("20.5"))
    with store.read() as session:
        found = too_many_hours(list_placements(session, mentee))
    assert found == (TooMany(day + timedelta(days=14), Decimal("40.5")),)


def test_f18_three_lines_of_four_have_no_total_and_each_is_still_of_use(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    lines = marked(line_1="5.0", line_2="6.5", line_3="4.0", line_4=None)
    first = fill(store, case, day - timedelta(days=7), "ors", marks=lines)
    whole = marked(line_1="6.0", line_2="6.5", line_3="4.0", line_4="5.0")
    last = fill(store, case, day, "ors", marks=whole)
    with store.read() as session:
        ors = get_scale(session, "ors")
    assert total(ors, first.marks) is None
    assert counted(ors, first.marks) == (3, 4)
    assert total(ors, last.marks) == Decimal("21.5")
    assert [one.item for one in changes(ors, first, last)] == ["line_1", "line_2", "line_3"]
    assert at(ors, ors.item("line_4"), first) is None


def test_f19_paper_that_the_printer_made_smaller_means_what_the_pen_meant(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    smaller = fill(store, case, day, marks=marked(hope="47.0", readiness="94.0"), line_length_mm=Decimal(94))
    full = fill(store, case, day, marks=marked(hope="50.0", readiness="100.0"))
    with store.read() as session:
        form = get_scale(session, "well_being")
    for item in ("hope", "readiness"):
        assert at(form, form.item(item), smaller) == at(form, form.item(item), full)
    assert smaller.value("hope") == 47
    assert on_full_line(Decimal(47), Decimal(94)) == 50
    with pytest.raises(InputError, match="mark_outside"):
        fill(store, case, day, marks=marked(hope="94.1"), line_length_mm=Decimal(94))


def test_f20_a_cross_outside_is_set_at_the_end_only_after_a_yes(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    with store.read() as session:
        form = get_scale(session, "well_being")
    typed = read_mark(form, "103", Decimal(97))
    assert typed.outside
    assert typed.value is not None
    assert is_outside(typed.value, Decimal(97))
    with pytest.raises(InputError, match="mark_outside"):
        fill(store, case, day, marks=(Mark(item="hope", value=typed.value),), line_length_mm=Decimal(97))
    at_end = Mark(item="hope", value=clamped(typed.value, Decimal(97)), note=MarkNote.CLAMPED)
    kept = fill(store, case, day, marks=(at_end,), line_length_mm=Decimal(97))
    assert kept.marks == (at_end,)
    assert at(form, form.item("hope"), kept) == 100


def test_f20_two_crosses_are_the_middle_only_when_the_mentee_says_so(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    middle = Mark(item="hope", value=midpoint(Decimal("40.0"), Decimal("60.5")), note=MarkNote.MIDPOINT)
    unclear = Mark(item="life", note=MarkNote.TWO_UNCLEAR)
    kept = fill(store, case, day, marks=(middle, unclear))
    assert kept.value("hope") == Decimal("50.3")
    assert kept.value("life") is None
    with pytest.raises(ValueError, match="no value"):
        fill(store, case, day, marks=(Mark(item="hope", value=Decimal(50), note=MarkNote.TWO_UNCLEAR),))


def test_f21_another_version_is_never_compared_and_the_old_one_can_still_be_filled_in(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    before = fill(store, case, day - timedelta(days=100), marks=marked(hope="20"))
    with store.write("scale_changed") as session:
        form = as_new(get_scale(session, "well_being"))
        items = tuple(one for one in form.items if one.code in ("hope", "life"))
        assert change_scale(session, "well_being", replace(form, items=items)) == 2
    new = fill(store, case, day, marks=marked(hope="80"))
    old = fill(store, case, day, version=1, marks=marked(hope="60"))
    assert (before.version, new.version, old.version) == (1, 2, 1)
    with store.read() as session:
        forms = list_responses(session, case[0])
        first, second = get_scale(session, "well_being", 1), get_scale(session, "well_being", 2)
    pair = first_and_last(forms)
    assert pair is not None
    assert {one.id for one in pair} == {before.id, old.id}
    assert [one.by for one in changes(first, *pair)] == [40]
    for definition in (first, second):
        with pytest.raises(ValueError, match="never compared"):
            changes(definition, before, new)


def test_f27_the_name_of_a_mentee_in_the_bank_is_pointed_out_and_the_bank_links_nobody(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    with store.write("placement_added") as session:
        hall = add_workplace(session, "Fantasihallen", note="Jaris gamla plats")
        for mentee in (case[0], add_mentee(session, "Love")):
            programme = add_programme(session, f"Insats {mentee}", get_ladder("free"))
            enrolment = add_enrolment(session, mentee, programme, started_on=day)
            add_placement(session, enrolment, hall, PlacementType.INTERNSHIP, day)
    with store.read() as session:
        place = get_workplace(session, hall)
        assert mentees_named_in(session, *place.texts()) == ("Jari",)
    assert not any("mentee" in one.name or "placement" in one.name for one in fields(place))


@pytest.mark.parametrize("how", FilledHow)
def test_f31_how_a_form_was_filled_in_is_a_mark_without_a_name(
    store: Store, case: tuple[UUID, UUID], day: date, how: FilledHow
) -> None:
    words = {"oral_note": "Berättade."} if how is FilledHow.ORAL else {"marks": marked(hope="50")}
    kept = fill(store, case, day, filled_how=how, **words)
    assert kept.filled_how is how
    assert not any("interpreter" in one.name for one in fields(ScaleResponse))
    with store.read() as session:
        assert list_missing_rounds(session, case[1], "well_being") == ()


def test_f1_forms_belong_to_the_enrolment_they_were_filled_in_under(
    store: Store, case: tuple[UUID, UUID], day: date
) -> None:
    fill(store, case, day, marks=marked(hope="50"))
    with store.write("enrolment_added") as session:
        programme = add_programme(session, "MOA", get_ladder("free"))
        again = add_enrolment(session, case[0], programme, started_on=day)
    with store.read() as session:
        assert list_missing_rounds(session, case[1], "well_being") == ()
        assert [one.kind.value for one in list_missing_rounds(session, again, "well_being")] == ["start"]
        assert len(list_responses(session, case[0])) == 1


def test_f3_of_somebody_whose_birth_year_alone_is_known_the_limit_is_that_of_the_age_of_the_year(
    store: Store, day: date
) -> None:
    lines = marked(line_1="6.5", line_2="6.5", line_3="6.5", line_4="6.5")
    whole = marked(line_1="7.0", line_2="7.0", line_3="7.0", line_4="7.0")
    limits = SessionLimits()
    for year, limit, began_below, crossed in ((2009, 28, 1, 1), (2008, 25, 0, 0)):
        with store.write("mentee_added") as session:
            programme = add_programme(session, f"Level Up {year}", get_ladder("level_up"))
            mentee = add_mentee(session, f"Elis {year}", birth_year=year)
            enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=50))
            change_setting(session, "session_rating_licence", True)
        fill(store, (mentee, enrolment), day - timedelta(days=9), "ors", marks=lines)
        last = fill(store, (mentee, enrolment), day, "ors", marks=whole)
        with store.write("x") as session:
            assert cut_off(limits, get_mentee(session, mentee).born, day) == limit
            block = gather_filled_sheet(session, mentee, last.id, language="sv").totals
            assert block is not None
            assert {one.cut_off for one in block.totals} == {limit}
            figures = read_rating_figures(session).ors
            assert figures is not None
            assert (figures.below.total, figures.crossed.total) == (began_below, crossed)
            erase_mentee(session, mentee)
