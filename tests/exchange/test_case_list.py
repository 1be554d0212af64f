"""P25: everybody who is enrolled by alias, each part by its own class; names nowhere, and the log knows about whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.case_list_sheet import CASE_LIST, CLASS_OF_RULE, CaseListSheet
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.plans import Who
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass, Recipient, release
from mentorapp.domain.support import IncomeSource
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.printing.case_list import render_case_list
from mentorapp.printing.files import page_count
from mentorapp.store import commitments, incomes, plans, sessions, steps
from mentorapp.store.case_lists import list_case_offer
from mentorapp.store.enrolments import add_enrolment, change_level, change_status, current_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.print_log import list_prints_with
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.stale_prints import list_logged_prints
from mentorapp.store.store import Store
from tests.conftest import StandingClock
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")


@dataclass(frozen=True)
class Case:
    birk: UUID
    cleo: UUID
    step: UUID
    ill: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """Birk on level 2, Cleo before the first, somebody on the way in who is not among them."""
    with store.write("filled") as db:
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        birk = add_mentee(
            db, "Birk", family_name="Provare", display_alias="LM 207", birth_date=day - timedelta(days=20 * 365)
        )
        cleo = add_mentee(db, "Cleo", family_name="Fiktiv", display_alias="RX 853")
        add_mentee(db, "Kim", display_alias="GB 318")
        enrolment = add_enrolment(db, birk, programme, started_on=day - timedelta(days=200))
        other = add_enrolment(db, cleo, programme, started_on=day - timedelta(days=4))
        change_status(db, other, EnrolmentStatus.PAUSED)
        second = get_programme(db, programme).levels[1]
        change_level(db, enrolment, second.id, day - timedelta(days=29))
        plan = plans.begin_plan(db, enrolment)
        goal = plans.add_goal(db, plan, "Ett jobb")
        sick = plans.add_goal(db, plan, "Sova", area="sleep_routines")
        step = steps.add_step(db, goal, "Zqxring Cleo", due=day + timedelta(days=9))
        ill = steps.add_step(db, sick, "Zqxvila", due=day + timedelta(days=2))
        commitments.add_commitment(db, enrolment, "Zqxlöfte", who=Who.MENTOR, by=day - timedelta(days=3))
        incomes.add_income(
            db, birk, IncomeSource.ACTIVITY_BENEFIT, day - timedelta(days=300), decision_until=day + timedelta(days=30)
        )
        walk = NewSession(
            mentee_id=birk,
            kind=SessionKind.WALK_AND_TALK,
            event_date=day - timedelta(days=23),
            attendance=Attendance.HELD,
        )
        sessions.add_session(db, walk)
    return Case(birk, cleo, step, ill)


def made(store: Store, language: str = "sv", **more: Any) -> MadePrint:
    return preview(store, Order(template="P25", **more), texts=Texts(language))


def gathered(store: Store) -> CaseListSheet:
    with store.read() as db:
        sheet: CaseListSheet = KINDS["P25"].gather(db, Order(template="P25"), SV)
    return sheet


def test_every_rule_of_idag_has_a_class() -> None:
    assert set(CLASS_OF_RULE) == set(Rule)


def test_level_week_contact_step_and_flags_stand_there_by_alias(store: Store, case: Case) -> None:
    paper = made(store)
    said = read_text(paper.pdf)
    for word in ("2 personer", "LM 207", "RX 853", "Nivå 2 · vecka 5", "23 dagar sedan", "Inget bokat", "Uppehåll"):
        assert word in said
    for word in ("Zqxring [namn]", "Har varit tyst länge", "Löfte har passerat", "Ingen kontakt än"):
        assert word in said
    assert not any(word in said for word in ("Birk", "Cleo", "Provare", "GB 318", "Zqxlöfte", "Level Up"))
    assert (paper.audience, paper.recipient, paper.mentee_id) == (Audience.SUPERVISION, "handledning", None)
    assert paper.file_name.startswith("arenden_P25")


def test_benefits_and_birthdays_are_never_on_it_and_health_only_ticked(store: Store, case: Case) -> None:
    sheet = gathered(store)
    held = {flag.info_class for row in sheet.rows for flag in row.flags}
    assert {InfoClass.INCOME} <= held
    everything = frozenset(one.item for row in sheet.rows for one in (row, row.first, row.step, *row.flags) if one)
    paper = made(store, items=everything)
    assert paper.classes.isdisjoint({InfoClass.INCOME, InfoClass.ID, InfoClass.VIOLENCE})
    assert "Beslut till" not in read_text(paper.pdf)
    assert "Zqxvila" in read_text(paper.pdf), "the nearest step, where it is ticked"
    bare = read_text(made(store, ticks=frozenset(InfoClass)).pdf)
    assert "Zqxvila" not in bare
    assert "Zqxring" in bare, "the next of those that take no tick"


def test_what_there_is_to_choose_among(store: Store, case: Case) -> None:
    with store.read() as db:
        offer = list_case_offer(db, texts=SV)
    assert [(one.words, one.ticked) for one in offer.lines] == [
        ("RX 853 · Cleo Fiktiv", False),
        ("LM 207 · Birk Provare", False),
        ("LM 207: Zqxvila (senast 27 nov)", True),
    ]
    left = made(store, left_out=frozenset({f"person:{case.birk}"}))
    said = read_text(left.pdf)
    assert "1 person" in said
    assert "LM 207" not in said
    assert [one for one, _ in left.subjects] == [case.cleo]


def test_the_log_says_about_whom_it_was_and_that_it_holds(store: Store, case: Case) -> None:
    paper = made(store)
    log_print(store, paper, DeliveredHow.PRINTER)
    with store.read() as db:
        for mentee in (case.birk, case.cleo):
            (record,) = list_prints_with(db, mentee)
            assert record.number == paper.number
        (logged,) = list_logged_prints(db, case.birk)
    assert logged.stale is None, "it asked for nobody's consent"
    assert set(logged.record.classes) == {InfoClass.PLAN, InfoClass.PRESENCE}


def test_nobody_enrolled_is_said(store: Store) -> None:
    assert "Ingen är inskriven just nu." in read_text(made(store).pdf)


def test_a_hundred_cases_break_well(store: Store, case: Case, day: date) -> None:
    sheet = gathered(store)
    (row,) = (one for one in sheet.rows if one.step)
    assert row.step is not None
    rows = tuple(
        replace(row, alias=f"ZZ {n}", step=replace(row.step, text=f"Zqsteg{n}x " + "prata länge " * (n % 40)))
        for n in range(100, 200)
    )
    released = release(replace(sheet, rows=rows), CASE_LIST, Recipient(audience=Audience.SUPERVISION))
    pdf = render_case_list(released, texts=SV, number="2026-0001", printed_on=day)
    said = read_text(pdf)
    assert page_count(pdf) > 5
    assert said.count("Nästa steg") == page_count(pdf)
    assert all(f"ZZ {n}" in said and f"Zqsteg{n}x" in said for n in range(100, 200))


def test_only_a_released_list_is_drawn(store: Store, case: Case, day: date) -> None:
    sheet = gathered(store)
    with pytest.raises(TypeError, match="released CaseListSheet"):
        render_case_list(sheet, texts=SV, number="1", printed_on=day)  # type: ignore[arg-type]
    other = release(sheet, replace(CASE_LIST, code="P99"), Recipient(audience=Audience.SUPERVISION))
    with pytest.raises(ValueError, match="P99 is not P25"):
        render_case_list(other, texts=SV, number="1", printed_on=day)


@pytest.mark.validator
def test_a_list_passes_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    files = {language: made(store, language).pdf for language in ("sv", "en")}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}


def test_a_phase_that_ends_a_plan_to_follow_up_and_a_step_without_a_day(
    store: Store, case: Case, clock: StandingClock
) -> None:
    with store.write("filled") as db:
        steps.tick_step(db, case.step, on=clock.today())
        (goal,) = (one for one in _plan(db, case).goals if one.wording == "Ett jobb")
        steps.add_step(db, goal.id, "Zqxsen")
    clock.pass_days(50)
    said = " ".join(flag.text for row in gathered(store).rows for flag in row.flags)
    assert "Fasen slutar snart" in said
    assert "Planen ska följas upp" in said
    (step,) = (row.step for row in gathered(store).rows if row.step)
    assert step.text == "Zqxsen"


def _plan(db: Any, case: Case) -> Any:
    enrolment = current_enrolment(db, case.birk)
    assert enrolment is not None
    return plans.get_current_plan(db, enrolment.id)


def test_what_is_booked_is_said_as_a_day_or_as_near(store: Store, case: Case, day: date) -> None:
    for days, words in ((9, "Nästa: 4 dec"), (1, "Nästa: i morgon")):
        with store.write("filled") as db:
            sessions.add_session(
                db,
                NewSession(
                    mentee_id=case.birk, kind=SessionKind.PHONE, event_date=day + timedelta(days=days),
                    attendance=Attendance.PLANNED,
                ),
            )  # fmt: skip
        assert words in read_text(made(store).pdf)
