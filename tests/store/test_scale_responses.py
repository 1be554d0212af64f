"""Filled forms: what was measured is kept as it was, and what counts no more stays to be seen."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import Respondent
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import change_programme
from mentorapp.store.scale_responses import (
    NewResponse,
    add_response,
    change_response,
    get_response,
    list_placement_responses,
    list_responses,
    list_session_ratings,
    void_response,
)
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace

Refusal = Callable[[str, str], Any]
LINES = tuple(Mark(item=f"line_{n}", value=Decimal("5.5")) for n in range(1, 5))
READY = (Mark(item="readiness", value=Decimal("48.5")),)


def new(household: Any, day: date, code: str = "well_being", **details: Any) -> NewResponse:
    values = {"marks": READY, "enrolment_id": household.enrolment, **details}
    return NewResponse(mentee_id=household.mentee, code=code, event_date=day, **values)


def keep(store: Store, filled: NewResponse) -> UUID:
    with store.write("scale_filled") as session:
        return add_response(session, filled)


def licensed(store: Store) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "session_rating_licence", True)
        change_setting(session, "kasam_permission", "Avtal 7")


@pytest.fixture
def placement(store: Store, household: Any, day: date) -> tuple[UUID, UUID]:
    """A placement with a follow-up."""
    with store.write("placement_added") as session:
        place = add_workplace(session, "Fantasihallen")
        placed = add_placement(session, household.enrolment, place, PlacementType.INTERNSHIP, day - timedelta(days=30))
        return placed, add_follow_up(session, placed, day)


def test_what_was_measured_is_kept_to_the_tenth_with_its_notes(store: Store, household: Any, day: date) -> None:
    marks = (
        Mark(item="hope", value=Decimal(97), note=MarkNote.CLAMPED),
        Mark(item="readiness", value=Decimal("48.5")),
        Mark(item="family", note=MarkNote.SKIPPED),
        Mark(item="life", note=MarkNote.TWO_UNCLEAR),
        Mark(item="diet", value=Decimal("12.3"), note=MarkNote.MIDPOINT),
        Mark(item="mental"),
    )
    kept = keep(store, new(
        household, day, marks=marks, line_length_mm=Decimal(97), filled_how=FilledHow.INTERPRETER, comment=" Lugnt. ",
    ))  # fmt: skip
    with store.read() as session:
        one = get_response(session, kept)
        assert list_responses(session, household.mentee) == (one,)
    assert [mark.item for mark in one.marks] == ["readiness", "life", "diet", "family", "hope"]
    assert set(one.marks) == set(marks[:-1])
    assert (one.line_length_mm, one.filled_how, one.comment) == (Decimal(97), FilledHow.INTERPRETER, "Lugnt.")
    assert (one.round, one.respondent, one.version) == (RoundKind.START, Respondent.MENTEE, 1)
    assert one.info_class is InfoClass.HEALTH


def test_told_instead_of_marked_counts_as_done(store: Store, household: Any, day: date, refusal: Refusal) -> None:
    with refusal("oral_note", "oral_note_missing") as session:
        add_response(session, new(household, day, marks=(), filled_how=FilledHow.ORAL, oral_note=" "))
    told = keep(store, new(household, day, marks=(), filled_how=FilledHow.ORAL, oral_note="Mår bättre nu."))
    with store.read() as session:
        one = get_response(session, told)
    assert one.is_oral
    assert one.round is RoundKind.START
    assert one.marks == ()


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"marks": ()}, "marks", "scale_without_marks"),
        ({"marks": (Mark(item="hope"),)}, "marks", "scale_without_marks"),
        ({"marks": (Mark(item="hope", note=MarkNote.SKIPPED),)}, "marks", "scale_without_marks"),
        ({"marks": (Mark(item="hope", value=Decimal("100.1")),)}, "marks", "mark_outside"),
        ({"marks": READY, "line_length_mm": Decimal(48)}, "line_length_mm", "number_range"),
        ({"marks": READY, "line_length_mm": Decimal("96.95")}, "line_length_mm", "number_unreadable"),
        ({"comment": "a" * 10_001}, "comment", "too_long"),
        ({"marks": LINES, "code": "ors"}, "code", "scale_licence_missing"),
        ({"marks": (Mark(item="total", value=Decimal(60)),), "code": "kasam_13"}, "code", "scale_permission_missing"),
    ],
)
def test_what_cannot_stand_on_paper_is_refused(
    store: Store, household: Any, day: date, refusal: Refusal, details: dict[str, Any], field: str, key: str
) -> None:
    with refusal(field, key) as session:
        add_response(session, new(household, day, **details))
    with store.read() as session:
        assert list_responses(session, household.mentee) == ()


def test_a_form_is_filled_in_before_tomorrow_and_after_birth(
    store: Store, household: Any, day: date, refusal: Refusal
) -> None:
    with refusal("event_date", "date_in_future") as session:
        add_response(session, new(household, day + timedelta(days=1)))
    with refusal("event_date", "before_birth") as session:
        add_response(session, new(household, date(2002, 2, 28)))
    filled = keep(store, new(household, day))
    with refusal("event_date", "date_in_future") as session:
        change_response(session, filled, event_date=day + timedelta(days=1))
    with refusal("marks", "scale_without_marks") as session:
        change_response(session, filled, ())


def test_four_lines_and_totals_of_others_are_kept_once_there_is_leave(store: Store, household: Any, day: date) -> None:
    licensed(store)
    keep(store, new(household, day, "ors", marks=LINES))
    keep(store, new(household, day, "srs", marks=LINES[:3]))
    keep(store, new(household, day, "kasam_29", marks=(Mark(item="total", value=Decimal(140)),)))
    with store.read() as session:
        ratings = list_session_ratings(session, household.mentee)
        assert [(one.code, one.info_class, one.round) for one in ratings] == [
            ("ors", InfoClass.HEALTH, RoundKind.AD_HOC),
            ("srs", InfoClass.ALLIANCE, RoundKind.AD_HOC),
        ]
        assert [one.code for one in list_responses(session, household.mentee, ("kasam_29",))] == ["kasam_29"]


def test_part_sums_that_do_not_add_up_are_said(store: Store, household: Any, day: date, refusal: Refusal) -> None:
    licensed(store)
    marks = {"total": 60, "part_1": 20, "part_2": 20, "part_3": 21}
    with refusal("marks", "scale_parts_do_not_add_up") as session:
        add_response(session, new(household, day, "kasam_13", marks=tuple(
            Mark(item=item, value=Decimal(value)) for item, value in marks.items()
        )))  # fmt: skip


def test_marks_of_no_line_or_of_one_line_twice_are_bugs(store: Store, household: Any, day: date) -> None:
    with pytest.raises(KeyError), store.write("x") as session:
        add_response(session, new(household, day, marks=(Mark(item="nothing", value=Decimal(1)),)))
    with pytest.raises(ValueError, match="two marks"), store.write("x") as session:
        add_response(session, new(household, day, marks=READY * 2))
    filled = keep(store, new(household, day))
    with pytest.raises(TypeError, match="code"), store.write("x") as session:
        change_response(session, filled, code="ors")


def test_youth_duty_alone_keeps_no_health_and_no_words_about_it(
    store: Store, kaa: tuple[UUID, UUID], day: date, refusal: Refusal
) -> None:
    licensed(store)
    mentee, enrolment = kaa

    def form(code: str, **details: Any) -> NewResponse:
        return NewResponse(mentee_id=mentee, enrolment_id=enrolment, code=code, event_date=day, **details)

    filled = keep(store, form("well_being", marks=READY))
    told = {"filled_how": FilledHow.ORAL, "oral_note": "Sov illa."}
    with refusal("marks", "youth_duty_hides") as session:
        add_response(session, form("well_being", marks=(*READY, Mark(item="mental", value=Decimal(1)))))
    with refusal("marks", "youth_duty_hides") as session:
        change_response(session, filled, (Mark(item="mental", value=Decimal(1)),))
    with refusal("marks", "youth_duty_hides") as session:
        add_response(session, form("ors", **told))
    with store.write("scale_changed_answer") as session:
        change_response(session, filled, (*READY, Mark(item="mental", note=MarkNote.SKIPPED)), comment="Själv.")


def test_marks_that_are_hidden_now_stay_when_the_others_are_put_right(
    store: Store, household: Any, day: date, refusal: Refusal
) -> None:
    mental = Mark(item="mental", value=Decimal(12))
    filled = keep(store, new(household, day, marks=(*READY, mental)))
    with store.write("programme_changed") as session:
        change_programme(session, household.programme, legal_profile=LegalProfile.KAA)
    with store.write("scale_changed_answer") as session:
        change_response(session, filled, (Mark(item=READY[0].item, value=Decimal(7)),))
    with store.read() as session:
        after = get_response(session, filled)
    assert (after.value("mental"), after.value(READY[0].item)) == (Decimal(12), Decimal(7))
    with refusal("marks", "youth_duty_hides") as session:
        change_response(session, filled, (*READY, Mark(item="mental", value=Decimal(1))))


def test_a_form_is_put_right_and_voided_and_both_are_undone(store: Store, household: Any, day: date) -> None:
    filled = keep(store, new(household, day))
    with store.read() as session:
        before = get_response(session, filled)
    with store.write("scale_changed_answer") as session:
        contact = add_contact(session, "Åke Handledare")
        change_response(
            session, filled, (Mark(item="hope", value=Decimal(5)), Mark(item="readiness", value=Decimal(50))),
            event_date=day - timedelta(days=1), filled_how=FilledHow.WITH_HELP, line_length_mm=Decimal(94),
            round=RoundKind.MID, round_of="", comment="Rättad", oral_note="", contact_id=contact,
        )  # fmt: skip
    with store.write("scale_voided") as session:
        void_response(session, filled, "fel person")
    with store.read() as session:
        after = get_response(session, filled)
        assert list_responses(session, household.mentee) == ()
        assert list_responses(session, household.mentee, voided=True) == (after,)
    assert (after.voided_on, after.void_reason, after.contact_id) == (day, "fel person", contact)
    assert [mark.value for mark in after.marks] == [50, 5]
    assert after.round is RoundKind.MID
    store.undo()
    with store.read() as session:
        assert list_responses(session, household.mentee)[0].comment == "Rättad"
    store.undo()
    with store.read() as session:
        assert list_responses(session, household.mentee) == (before,)
    store.redo()
    store.redo()
    with store.read() as session:
        assert get_response(session, filled) == after


def test_a_form_at_a_workplace_belongs_to_its_follow_up_and_placement(
    store: Store, household: Any, day: date, placement: tuple[UUID, UUID]
) -> None:
    placed, visit = placement
    mark = (Mark(item="pace", value=Decimal(70)),)
    of_visit = keep(store, new(household, day, "workplace_supervisor", marks=mark, follow_up_id=visit))
    alone = keep(store, new(household, day, "workplace_mentee", marks=mark, placement_id=placed))
    with store.read() as session:
        both = list_placement_responses(session, placed)
    assert [one.id for one in both] == [of_visit, alone]
    assert [one.follow_up_id for one in both] == [visit, None]
    assert [one.respondent for one in both] == [Respondent.SUPERVISOR, Respondent.MENTEE]
    assert {one.round for one in both} == {RoundKind.AD_HOC}
    assert {one.info_class for one in both} == {InfoClass.WORK}


def test_nothing_of_somebody_else_is_tied_to_a_form(
    store: Store, household: Any, day: date, placement: tuple[UUID, UUID]
) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
        add_enrolment(session, other, household.programme, started_on=day)
    placed, visit = placement
    for details, key in (
        ({"enrolment_id": household.enrolment}, "enrolment_unknown"),
        ({"placement_id": placed}, "placement_unknown"),
        ({"follow_up_id": visit}, "placement_unknown"),
        ({"contact_id": uuid4()}, "contact_unknown"),
        ({"placement_id": uuid4()}, "placement_unknown"),
        ({"follow_up_id": uuid4()}, "follow_up_unknown"),
        ({"code": "nothing"}, "scale_unknown"),
        ({"version": 9}, "scale_unknown"),
    ):
        values: dict[str, Any] = {"code": "well_being", "marks": READY, **details}
        with pytest.raises(NotFoundError, match=key), store.write("x") as session:
            add_response(session, NewResponse(mentee_id=other, event_date=day, **values))
    with pytest.raises(NotFoundError, match="mentee_unknown"), store.write("x") as session:
        add_response(session, NewResponse(mentee_id=uuid4(), code="well_being", event_date=day, marks=READY))


def test_what_is_not_there_is_said(store: Store, household: Any) -> None:
    with pytest.raises(NotFoundError, match="response_unknown"), store.read() as session:
        get_response(session, uuid4())
    with pytest.raises(NotFoundError, match="response_unknown"), store.write("x") as session:
        void_response(session, uuid4())


def test_an_input_error_of_a_form_leaves_no_version_behind(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError), store.write("scale_filled") as session:
        add_response(session, new(household, day, marks=()))
    with store.raw() as connection:
        assert connection.execute("SELECT count(*) FROM scale_definition").fetchone() == (0,)


@pytest.mark.parametrize(
    ("where", "index"),
    [
        ("mentee_id = x'00' AND voided_on IS NULL", "ix_scale_response_mentee_id_code_event_date"),
        ("mentee_id = x'00' AND voided_on IS NULL AND code IN ('ors', 'srs')",
         "ix_scale_response_mentee_id_code_event_date"),
        ("mentee_id = x'00' AND enrolment_id = x'00' AND code = 'x' AND voided_on IS NULL",
         "ix_scale_response_mentee_id_code_event_date"),
        ("placement_id = x'00' AND voided_on IS NULL", "ix_scale_response_placement_id"),
        ("follow_up_id = x'00'", "ix_scale_response_follow_up_id"),
    ],
)  # fmt: skip
def test_forms_are_found_through_an_index(store: Store, where: str, index: str) -> None:
    query = f"SELECT id FROM scale_response WHERE {where}"  # noqa: S608 - words of this test
    marks = f"SELECT m.id FROM scale_response AS p JOIN scale_mark AS m ON m.response_id = p.id WHERE {where}"  # noqa: S608
    with store.raw() as connection:
        (plan,) = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        joined = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {marks}")]
    assert index in plan
    assert not any(step.startswith("SCAN") for step in joined)
