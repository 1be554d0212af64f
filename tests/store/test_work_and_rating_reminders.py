"""What Idag reminds of at work, in studies and in ratings, from the rows of a store."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import CloseMode, CloseReason, Destination, Heading, NewClosure
from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.scale_marks import Mark, MarkNote
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind, ScaleUse
from mentorapp.domain.session_ratings import LINES
from mentorapp.domain.studies import StudyDateKind, StudyPhase
from mentorapp.domain.watch import Watch
from mentorapp.domain.workplace_support import AdaptationLight
from mentorapp.store.adaptations import add_adaptation, set_light
from mentorapp.store.closings import close_enrolment
from mentorapp.store.education_supports import add_education_support, change_education_support
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_link, contact_left
from mentorapp.store.overviews import list_lines
from mentorapp.store.placements import add_placement, change_placement, end_placement, set_hours
from mentorapp.store.reminder_settings import change_rule
from mentorapp.store.scale_definitions import add_scale, change_scale, set_scale_in_use
from mentorapp.store.scale_responses import NewResponse, add_response, void_response
from mentorapp.store.settings import change_setting
from mentorapp.store.snoozes import put_away
from mentorapp.store.store import Store
from mentorapp.store.study_plans import add_conference, add_study_date, change_conference, set_study_date_done
from mentorapp.store.support_intensities import set_support
from mentorapp.store.tables.closing import ClosureRow
from mentorapp.store.tables.enrolments import EnrolmentRow
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.programmes import ProgrammeRow
from mentorapp.store.today import Day, read_day
from mentorapp.store.workplaces import add_workplace

DAY = timedelta(days=1)


def day_of(store: Store) -> Day:
    with store.read() as session:
        day = read_day(session)
    assert day.faults == {}
    return day


def ahead(store: Store, *rules: Rule) -> list[DateAhead]:
    day = day_of(store)
    return [one for one in (*day.follow_ups, *day.dates) if one.rule in rules]


def watches(store: Store) -> list[Watch]:
    return list(day_of(store).watches)


def change(store: Store, row: Any, key: UUID, **values: Any) -> None:
    with store.write("mentee_changed") as session:
        found = session.get_one(row, key)
        for name, value in values.items():
            setattr(found, name, value)


@pytest.fixture
def placement(store: Store, household: Any, day: date) -> UUID:
    """At Café Låtsas for a month, with a supervisor, one visit a week, to go on for three weeks more."""
    with store.write("placement_added") as session:
        sture = add_contact(session, "Sture Påhitt")
        workplace = add_workplace(session, "Café Låtsas", supervisor_id=sture)
        key = add_placement(
            session, household.enrolment, workplace, PlacementType.INTERNSHIP, day - 30 * DAY,
            hours_per_week=Decimal(20), planned_to=day + 21 * DAY,
        )  # fmt: skip
        set_support(session, key, day - 30 * DAY, Decimal(1))
    return key


@pytest.fixture
def studies(store: Store, household: Any) -> UUID:
    with store.write("studies_added") as session:
        return add_education_support(session, household.enrolment, "Undersköterska", school="Påhittade komvux")


@pytest.fixture
def licensed(store: Store) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "session_rating_licence", True)


def rate(store: Store, mentee: UUID, code: str, on: date, values: Iterable[str]) -> UUID:
    marks = tuple(Mark(item=line, value=Decimal(value)) for line, value in zip(LINES, values, strict=False))
    with store.write("scale_filled") as session:
        return add_response(session, NewResponse(mentee_id=mentee, code=code, event_date=on, marks=marks))


def fill(store: Store, household: Any, on: date, code: str = "well_being", **details: Any) -> UUID:
    marks = details.pop("marks", (Mark(item="readiness", value=Decimal(50)),))
    with store.write("scale_filled") as session:
        whose = {"mentee_id": household.mentee, "enrolment_id": household.enrolment}
        new = NewResponse(**whose, code=code, event_date=on, marks=marks, **details)
        return add_response(session, new)


def test_a_placement_is_followed_up_and_comes_to_its_end(store: Store, placement: UUID, day: date) -> None:
    (end,) = ahead(store, Rule.PLACEMENT_END)
    assert (end.on, end.name, end.placement_id, end.kind) == (day + 21 * DAY, "Café Låtsas", placement, "internship")
    (follow_up,) = ahead(store, Rule.WORKPLACE_FOLLOW_UP)
    assert (follow_up.on, follow_up.lacking) == (day - 30 * DAY, True)
    with store.write("follow_up_added") as session:
        add_follow_up(session, placement, day - 8 * DAY, next_on=day + 9 * DAY)
        add_follow_up(session, placement, day, next_on=day + 2 * DAY, observations="Bra.")
    (follow_up,) = ahead(store, Rule.WORKPLACE_FOLLOW_UP)
    assert (follow_up.on, follow_up.lacking) == (day + 2 * DAY, False)
    with store.write("placement_ended") as session:
        end_placement(session, placement, day, EndReason.PLANNED)
    assert ahead(store, Rule.WORKPLACE_FOLLOW_UP, Rule.PLACEMENT_END) == []


def test_a_day_that_was_said_stands_until_somebody_has_been_there(store: Store, placement: UUID, day: date) -> None:
    with store.write("follow_up_added") as session:
        add_follow_up(session, placement, day - 3 * DAY, next_on=day + 2 * DAY)
        add_follow_up(session, placement, day, observations="Bra.")
    (follow_up,) = ahead(store, Rule.WORKPLACE_FOLLOW_UP)
    assert (follow_up.on, follow_up.lacking) == (day + 2 * DAY, False)


def test_a_last_day_that_is_set_counts_before_the_planned_one(store: Store, placement: UUID, day: date) -> None:
    with store.write("placement_changed") as session:
        change_placement(session, placement, to_date=day + 3 * DAY)
    (end,) = ahead(store, Rule.PLACEMENT_END)
    assert end.on == day + 3 * DAY


def test_s22_two_weeks_of_introduction_end(store: Store, household: Any, day: date) -> None:
    with store.write("placement_added") as session:
        workplace = add_workplace(session, "Café Låtsas")
        add_placement(session, household.enrolment, workplace, PlacementType.INTRO_WEEKS, day - 11 * DAY)
    (end,) = ahead(store, Rule.INTRO_END)
    assert end.on == day + 2 * DAY


def test_a_supervisor_who_has_left_the_workplace_is_asked_about(
    store: Store, household: Any, placement: UUID, day: date
) -> None:
    with store.write("link_added") as session:
        sture = session.connection().exec_driver_sql("SELECT supervisor_id FROM placement").scalar_one()
        add_link(session, household.mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=UUID(bytes=sture))
    assert watches(store) == []
    with store.write("contact_left") as session:
        contact_left(session, UUID(bytes=sture), day - DAY)
    (one,) = watches(store)
    assert (one.rule, one.name, one.on, one.placement_id) == (
        Rule.CONTACT_LEFT, "Sture Påhitt", day - DAY, placement,
    )  # fmt: skip
    with store.write("placement_changed") as session:
        change_placement(session, placement, supervisor_id=add_contact(session, "Siv Påhitt"))
    assert [one.placement_id for one in watches(store)] in ([], [None])


def test_of_closed_enrolments_and_the_dead_nothing_at_work_is_said(
    store: Store, household: Any, placement: UUID, studies: UUID, day: date
) -> None:
    with store.write("study_date_added") as session:
        add_study_date(session, studies, StudyDateKind.EXAM, day)
    rules = (Rule.PLACEMENT_END, Rule.WORKPLACE_FOLLOW_UP, Rule.STUDY_DATE)
    assert len(ahead(store, *rules)) == 3
    change(store, MenteeRow, household.mentee, deceased_on=day)
    assert ahead(store, *rules) == []
    change(store, MenteeRow, household.mentee, deceased_on=None)
    change(store, EnrolmentRow, household.enrolment, status=EnrolmentStatus.CLOSED, closed_on=day)
    assert ahead(store, *rules) == []


def test_p25_an_application_is_reminded_of_until_it_is_done(store: Store, studies: UUID, day: date) -> None:
    with store.write("study_date_added") as session:
        key = add_study_date(session, studies, StudyDateKind.APPLICATION, day + 5 * DAY, "Komvux våren")
        add_study_date(session, studies, StudyDateKind.EXAM, day + 60 * DAY)
    (one,) = ahead(store, Rule.STUDY_DATE)
    assert (one.name, one.kind, one.lead, one.about) == ("Komvux våren", "application", 7, key)
    with store.write("study_date_done") as session:
        set_study_date_done(session, key)
    assert ahead(store, Rule.STUDY_DATE) == []
    store.undo()
    with store.write("studies_changed") as session:
        change_education_support(session, studies, phase=StudyPhase.INTERRUPTED)
    assert ahead(store, Rule.STUDY_DATE) == []


def test_the_next_talk_about_studies_is_booked_about_monthly(
    store: Store, studies: UUID, day: date, clock: Any
) -> None:
    rules = (Rule.STUDY_TALK, Rule.STUDY_TALK_NEXT)
    assert ahead(store, *rules) == []
    with store.write("conference_added") as session:
        key = add_conference(session, studies, day + 3 * DAY)
        add_conference(session, studies, day + 33 * DAY)
    assert [(one.rule, one.on) for one in ahead(store, *rules)] == [(Rule.STUDY_TALK, day + 3 * DAY)]
    clock.pass_days(4)
    store.undo()
    with store.write("conference_added") as session:
        key = add_conference(session, studies, day + 3 * DAY)
    assert ahead(store, *rules)[0].days == -1
    with store.write("conference_changed") as session:
        change_conference(session, key, held=True)
    assert ahead(store, *rules) == []
    clock.pass_days(29)
    assert [one.rule for one in ahead(store, *rules)] == [Rule.STUDY_TALK_NEXT]


def test_i2_srs_and_ors_of_the_store_are_watched(
    store: Store, household: Any, licensed: None, day: date, clock: Any
) -> None:
    mentee = household.mentee
    rate(store, mentee, "srs", day - 200 * DAY, ("9.5", "9.5", "9", "9"))
    rate(store, mentee, "ors", day - 200 * DAY, ("6", "6", "6", "6"))
    assert watches(store) == []
    low = rate(store, mentee, "srs", day, ("8.5", "8.5", "8.5", "8.5"))
    rate(store, mentee, "ors", day, ("5", "5", "5", "4"))
    ors, srs = watches(store)
    assert ors.sign is not None
    assert srs.sign is not None
    assert srs.sign.before is not None
    assert (srs.sign.before.value, srs.sign.at.value) == (Decimal(37), Decimal(34))
    assert (ors.rule, srs.rule) == (Rule.ORS, Rule.SRS)
    with store.write("setting_changed") as session:
        change_setting(session, "ors_reliable_change", 60)
        change_setting(session, "srs_limit", 340)
    assert watches(store) == []
    store.undo()
    change(store, ProgrammeRow, household.programme, legal_profile=LegalProfile.KAA)
    assert watches(store) == []
    store.undo()
    with store.write("scale_voided") as session:
        void_response(session, low)
    assert [one.rule for one in watches(store)] == [Rule.ORS]
    clock.pass_days(61)
    assert Rule.ORS not in {one.rule for one in watches(store)}


def test_f18_a_form_with_a_line_missing_has_no_total_to_watch(
    store: Store, household: Any, licensed: None, day: date
) -> None:
    marks = (*(Mark(item=line, value=Decimal(2)) for line in LINES[:3]), Mark(item=LINES[3], note=MarkNote.SKIPPED))
    with store.write("scale_filled") as session:
        add_response(session, NewResponse(mentee_id=household.mentee, code="srs", event_date=day, marks=marks))
    rate(store, household.mentee, "srs", day, ("2", "2", "2"))
    assert watches(store) == []


def test_a_rating_that_is_put_away_is_gone_until_the_next(
    store: Store, household: Any, licensed: None, day: date, clock: Any
) -> None:
    rate(store, household.mentee, "srs", day, ("8", "8", "8", "8"))
    (one,) = watches(store)
    with store.write("reminder_dealt_with") as session:
        put_away(session, household.mentee, one.rule.value, one.subject, until=None)
    assert watches(store) == []
    clock.pass_days(7)
    rate(store, household.mentee, "srs", day + 7 * DAY, ("8", "8", "8", "8"))
    assert len(watches(store)) == 1


def test_i5_a_form_is_asked_for_after_a_level_until_it_is_filled_in(store: Store, household: Any, day: date) -> None:
    assert ahead(store, Rule.ROUND_MISSING) == []  # the start was long ago
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - 2 * DAY)
    (one,) = ahead(store, Rule.ROUND_MISSING)
    assert (one.kind, one.age, one.on, one.forms) == (
        "after_level", 1, day - 2 * DAY, (("Hur har jag det?", "How are things for me?"),),
    )  # fmt: skip
    change(store, ProgrammeRow, household.programme, legal_profile=LegalProfile.KAA)
    assert ahead(store, Rule.ROUND_MISSING) == []
    store.undo()
    key = fill(store, household, day)
    assert ahead(store, Rule.ROUND_MISSING) == []
    with store.write("scale_voided") as session:
        void_response(session, key)
    assert len(ahead(store, Rule.ROUND_MISSING)) == 1


def test_i17_a_form_that_somebody_has_begun_with_is_asked_for_again(store: Store, household: Any, day: date) -> None:
    item = ScaleItem(code="bus", text_sv="Åka buss", left_sv="svårt", right_sv="lätt")
    new = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Resor", use=ScaleUse.SELF, items=(item,))
    with store.write("scale_added") as session:
        code = add_scale(session, new)
        add_scale(session, NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Orörd", items=(item,)))
    fill(store, household, day - 90 * DAY, code, marks=(Mark(item="bus", value=Decimal(9)),), round=RoundKind.START)
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day)
    (one,) = ahead(store, Rule.ROUND_MISSING)
    assert [sv for sv, _ in one.forms] == ["Hur har jag det?", "Resor"]
    with store.write("scale_changed") as session:
        change_scale(session, code, NewScale(code=code, kind=ScaleKind.VAS_FORM, title_sv="Att resa", items=(item,)))
        set_scale_in_use(session, "well_being", False)
    (one,) = ahead(store, Rule.ROUND_MISSING)
    assert one.forms == (("Att resa", "Att resa"),)
    with store.write("scale_changed") as session:
        set_scale_in_use(session, code, False)
        change_rule(session, Rule.ROUND_MISSING, days=(90,))
    assert ahead(store, Rule.ROUND_MISSING) == []


def close(store: Store, household: Any, on: date, **details: Any) -> None:
    headings = (Heading(destination=Destination.EMPLOYMENT_REGULAR, primary=True),)
    new = NewClosure(closed_on=on, detail="work_regular", headings=headings, **details)
    with store.write("enrolment_closed") as session:
        close_enrolment(session, household.enrolment, new)


def test_i5_the_end_and_the_months_after_ask_for_a_form_too(
    store: Store, household: Any, day: date, clock: Any
) -> None:
    close(store, household, day, contact_after=True)
    (one,) = ahead(store, Rule.ROUND_MISSING)
    assert (one.kind, one.age) == ("close", None)
    clock.pass_days(190)
    (one,) = ahead(store, Rule.ROUND_MISSING)
    assert (one.kind, one.age) == ("follow_up", 6)
    with store.write("enrolment_added") as session:
        programme = session.get_one(EnrolmentRow, household.enrolment).programme_id
        add_enrolment(session, household.mentee, programme, started_on=day + 180 * DAY)
    assert [one.kind for one in ahead(store, Rule.ROUND_MISSING)] == ["start"]


@pytest.mark.parametrize(
    "values",
    [{"mode": CloseMode.ADMINISTRATIVE}, {"reason": CloseReason.DECEASED}, {"last_scale_done": True}],
)
def test_at_the_end_nobody_is_asked_for_in_vain(store: Store, household: Any, day: date, values: Any) -> None:
    close(store, household, day)
    with store.read() as session:
        key = session.connection().exec_driver_sql("SELECT id FROM closure").scalar_one()
    change(store, ClosureRow, UUID(bytes=key), **values)
    assert ahead(store, Rule.ROUND_MISSING) == []


def test_what_went_forward_at_work_and_in_studies_is_a_good_thing(
    store: Store, household: Any, placement: UUID, studies: UUID, day: date
) -> None:
    with store.write("hours_set") as session:
        set_hours(session, placement, day - 2 * DAY, Decimal("25.5"))
        set_hours(session, placement, day + DAY, Decimal(30))
        need = add_adaptation(session, placement, "En uppgift i taget", agreed=True)
        set_light(session, need, AdaptationLight.IN_PLACE, True)
        set_light(session, need, AdaptationLight.WORKS, True)
        workplace = add_workplace(session, "Fantasihallen")
        for kind in (PlacementType.STUDY_VISIT, PlacementType.WORK_TRAINING, PlacementType.SUMMER_JOB):
            add_placement(session, household.enrolment, workplace, kind, day, hours_per_week=Decimal(5))
        add_placement(session, household.enrolment, workplace, PlacementType.REGULAR_JOB, day + DAY)
        set_study_date_done(session, add_study_date(session, studies, StudyDateKind.EXAM, day))
    good = {(one.label, one.text, one.kind, one.hours) for one in day_of(store).good_things}
    assert good == {
        ("today.good_hours", "Café Låtsas", "", Decimal("25.5")),
        ("today.good_works", "En uppgift i taget", "", None),
        ("today.good_begun", "Fantasihallen", "work_training", None),
        ("today.good_job", "Fantasihallen", "summer_job", None),
        ("today.good_study_date", "Undersköterska", "exam", None),
    }
    with store.write("hours_set") as session:
        set_hours(session, placement, day - 2 * DAY, Decimal(15))
    assert "today.good_hours" not in {one.label for one in day_of(store).good_things}
    change(store, MenteeRow, household.mentee, deceased_on=day)
    assert day_of(store).good_things == ()


def test_the_form_before_the_newest_is_found_however_old(
    store: Store, household: Any, licensed: None, day: date
) -> None:
    """With forms between that have a line missing, and voided ones."""
    rate(store, household.mentee, "ors", day - 300 * DAY, ("6", "6", "6", "6"))
    for back in (200, 190, 2):
        rate(store, household.mentee, "ors", day - back * DAY, ("9", "9", "9"))
    voided = rate(store, household.mentee, "ors", day - DAY, ("1", "1", "1", "1"))
    rate(store, household.mentee, "ors", day, ("5", "5", "5", "4"))
    with store.write("scale_voided") as session:
        void_response(session, voided)
    (one,) = watches(store)
    assert one.sign is not None
    assert one.sign.before is not None
    assert (one.sign.before.on, one.sign.at.on) == (day - 300 * DAY, day)


def test_the_day_takes_as_many_reads_for_many_as_for_one(
    store: Store, household: Any, placement: UUID, studies: UUID, licensed: None, day: date
) -> None:
    def reads() -> int:
        heard: list[str] = []
        with store.raw() as connection:
            connection.set_trace_callback(heard.append)
        day_of(store)
        with store.raw() as connection:
            connection.set_trace_callback(None)
        return len(heard)

    rate(store, household.mentee, "srs", day, ("8", "8", "8", "8"))
    few = reads()
    with store.write("mentee_added") as session:
        for number in range(15):
            mentee = add_mentee(session, f"Person {number}")
            enrolment = add_enrolment(session, mentee, household.programme, started_on=day - 40 * DAY)
            workplace = add_workplace(session, f"Låtsas {number}")
            add_placement(session, enrolment, workplace, PlacementType.WORK_TRAINING, day)
            add_education_support(session, enrolment, "Svenska 1")
    for mentee in all_mentees(store):
        rate(store, mentee, "srs", day, ("8", "8", "8", "8"))
    assert reads() == few
    assert len(watches(store)) == 16


def all_mentees(store: Store) -> list[UUID]:
    with store.read() as session:
        return [line.mentee_id for line in list_lines(session)]
