"""P02 from the store: since the meeting before, by the gate, in the words of the wizard, and never telling of more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
import pytest

from mentorapp.domain.meeting_grid import pieces
from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import Audience, Choices, Recipient, release
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.domain.summary_sheet import SUMMARY, DoneBlock, OpenPromiseBlock, SummarySheet
from mentorapp.domain.support import IncomeSource
from mentorapp.exchange.addressees import To
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import MadePrint, preview
from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.summary import render_summary
from mentorapp.store import (
    commitments,
    consents,
    incomes,
    meeting_papers,
    meetings,
    network,
    obstacles,
    placements,
    plans,
    sessions,
    steps,
    workplaces,
)
from mentorapp.store.enrolments import add_enrolment, change_level, current_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")
EVERYTHING = (C.ID, C.PLAN, C.PRESENCE, C.WORK, C.EDU, C.INCOME, C.HEALTH, C.SOCIAL, C.RATING)


@dataclass(frozen=True)
class Case:
    mentee: UUID
    meeting: UUID
    caseworker: UUID
    step: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """A meeting tomorrow, one 90 days ago, and in between a bit of everything."""
    with store.write("mentee_added") as db:
        mentee = add_mentee(db, "Birk", family_name="Provare")
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(db, mentee, programme, started_on=day - timedelta(days=200))
        fk = network.add_organisation(db, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        fredrika = network.add_contact(db, "Fredrika Påhittsson", organisation_id=fk)
        network.add_link(db, mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        meeting = meetings.add_meeting(
            db, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day + timedelta(days=1), start_time=time(10),
            wants_raised="Zqxfråga", wants_not_raised="Zqxtyst",
        )  # fmt: skip
        before = meetings.add_meeting(db, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day - timedelta(days=90))
        meetings.set_meeting_status(db, before, MeetingStatus.HELD)
        meetings.add_invitee(db, meeting, contact_id=fredrika)
        step = _plan(db, enrolment, day)
        _work_and_money(db, mentee, enrolment, day)
    return Case(mentee, meeting, fredrika, step)


def _plan(db: Any, enrolment: UUID, day: date) -> UUID:
    plan = plans.begin_plan(db, enrolment)
    goal = plans.add_goal(db, plan, "Ett jobb")
    illness = plans.add_goal(db, plan, "Må bättre", area="mental_health")
    made = [
        steps.add_step(db, under, text)
        for under, text in ((goal, "Zqxsteg"), (goal, "Zqxförr"), (illness, "Zqxsjuk"), (goal, "Zqxkvar"))
    ]
    for step, ago in zip(made[:3], (5, 120, 6), strict=True):
        steps.tick_step(db, step, on=day - timedelta(days=ago))
    return made[0]


def _work_and_money(db: Any, mentee: UUID, enrolment: UUID, day: date) -> None:
    def visit(kind: SessionKind, how: Attendance = Attendance.HELD) -> None:
        sessions.add_session(db, NewSession(mentee_id=mentee, kind=kind, event_date=day, attendance=how))

    for kind in (SessionKind.PHONE, SessionKind.PHONE, SessionKind.WORKPLACE_VISIT, SessionKind.OTHER_ACTOR):
        visit(kind)
    visit(SessionKind.OFFICE, Attendance.NO_SHOW)
    hall = workplaces.add_workplace(db, "Zqxhallen")
    placements.add_placement(
        db, enrolment, hall, PlacementType.WORK_TRAINING, day - timedelta(days=60), tasks="Zqxlager"
    )
    incomes.add_income(db, mentee, IncomeSource.ACTIVITY_BENEFIT, day - timedelta(days=300))
    obstacles.add_obstacle(db, mentee, "Zqxväntar", ObstacleKind.WAITING)
    obstacles.add_obstacle(db, mentee, "Zqxbuss", ObstacleKind.TRANSPORT)
    commitments.add_commitment(
        db, enrolment, "Zqxlöfte", who=Who.MENTOR, by=day, origin=Origin.PLAN
    )  # fmt: skip


def made(store: Store, case: Case, *, language: str = "sv", items: frozenset[str] = frozenset()) -> MadePrint:
    return preview(store, _order(store, case, items), texts=Texts(language))


def _order(store: Store, case: Case, items: frozenset[str] = frozenset()) -> Order:
    with store.read() as db:
        invited = next(one for one in meetings.get_meeting(db, case.meeting).invitees if one.contact_id)
    to = To(meeting_id=case.meeting, invitee_id=invited.id)
    return Order(mentee_id=case.mentee, template="P02", to=to, items=items)


def gathered(store: Store, case: Case) -> SummarySheet:
    with store.read() as db:
        sheet: SummarySheet = KINDS["P02"].gather(db, _order(store, case), SV)
    return sheet


def agree(store: Store, case: Case, *scope: C) -> None:
    with store.write("mentee_changed") as db:
        consents.add_consent(db, case.mentee, contact_id=case.caseworker, scope=scope)


def test_what_has_happened_since_the_meeting_before_is_there(store: Store, case: Case) -> None:
    agree(store, case, *(one for one in EVERYTHING if one is not C.HEALTH))
    said = read_text(made(store, case).pdf)
    for word in ("Birk Provare · 27 augusti till 25 november 2026", "Zqxsteg", "Zqxfråga", "Zqxhallen", "Zqxlager"):
        assert word in said
    for word in ("Aktivitetsersättning", "Zqxväntar", "Zqxlöfte", "Utebliven", "Telefon", "Fredrika Påhittsson"):
        assert word in said
    assert not any(word in said for word in ("Zqxförr", "Zqxsjuk", "Zqxkvar", "Zqxtyst", "Zqxbuss", "Annan aktör"))


def test_the_picture_of_the_stairs_speaks_of_the_person_and_not_to_the_caseworker(
    store: Store, case: Case, day: date
) -> None:
    agree(store, case, C.ID, C.PLAN)
    with store.write("level_changed") as db:
        enrolment = current_enrolment(db, case.mentee)
        assert enrolment is not None
        level = get_programme(db, enrolment.programme_id).levels[1]
        change_level(db, enrolment.id, level.id, day - timedelta(days=30))
    with pikepdf.open(BytesIO(made(store, case).pdf)) as opened:
        said = [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert any("Personen är på steg" in one for one in said)
    assert not any("Du är på steg" in one for one in said)


def test_health_is_there_only_ticked_one_by_one(store: Store, case: Case) -> None:
    agree(store, case, *EVERYTHING)
    assert "Zqxsjuk" not in read_text(made(store, case).pdf)
    ill = next(one.item for one in gathered(store, case).steps if one.text == "Zqxsjuk")
    assert "Zqxsjuk" in read_text(made(store, case, items=frozenset({ill})).pdf)


def test_without_consent_no_heading_tells_that_something_is_missing(store: Store, case: Case) -> None:
    said = read_text(made(store, case).pdf)
    assert "Inför mötet torsdag 26 november, klockan 10.00" in said
    assert not any(word in said for word in ("Birk", "Zqx", "Gjort", "Kontakter", "Ersättning", "Vem gör vad", "Läget"))


def test_no_count_holds_what_is_not_shown(store: Store, case: Case) -> None:
    """A visit at work tells of work: without a yes to that it is neither named nor counted."""
    agree(store, case, C.PRESENCE)
    said = read_text(made(store, case).pdf)
    assert "Telefon" in said
    assert "Arbetsplats" not in said
    assert "3" not in said.split("Kontakter")[1].split("Utskrift")[0]


def test_the_words_of_the_wizard_replace_what_was_gathered(store: Store, case: Case) -> None:
    agree(store, case, *EVERYTHING)
    with store.write("mentee_changed") as db:
        meeting_papers.set_wording(db, case.meeting, f"step:{case.step}", "Zqxomskrivet")
        meeting_papers.set_wording(db, case.meeting, "proposal:PLAN", "Zqxförslag")
        meeting_papers.set_wording(db, case.meeting, "proposal:HEALTH", "Zqxvård")
    said = read_text(made(store, case).pdf)
    assert "Zqxomskrivet" in said
    assert "Zqxsteg" not in said
    assert "Zqxförslag" in said
    assert "Zqxvård" not in said


def test_every_piece_can_be_left_out(store: Store, case: Case) -> None:
    sheet = gathered(store, case)
    always = {"AddresseeBlock", "MentorBlock", "PersonBlock", "WhenBlock", "PeriodBlock", "StairBlock"}
    assert [type(one).__name__ for one in pieces(sheet) if not one.item and type(one).__name__ not in always] == []
    keys = frozenset(one.item for one in pieces(sheet) if one.item)
    nobody = release(sheet, SUMMARY, Recipient(audience=Audience.CASEWORKER), Choices(left_out=keys))
    assert not [one for one in pieces(nobody.sheet) if one.item]


def test_srs_is_never_gathered_and_ors_is_health(store: Store, case: Case, day: date) -> None:
    with store.write("mentee_changed") as db:
        change_setting(db, "session_rating_licence", True)
        for ago in (30, 2):
            response = NewResponse(
                mentee_id=case.mentee, code="ors", event_date=day - timedelta(days=ago),
                marks=_lines(db, "ors"),
            )  # fmt: skip
            add_response(db, response)
        add_response(db, NewResponse(mentee_id=case.mentee, code="srs", event_date=day, marks=_lines(db, "srs")))
    trend = gathered(store, case).trend
    assert trend is not None
    assert trend.info_class is C.HEALTH
    assert {one.info_class for one in pieces(gathered(store, case))} & {C.ALLIANCE, C.PRIVATE} == set()


def _lines(db: Any, code: str) -> tuple[Mark, ...]:
    return tuple(Mark(item=one.code, value=Decimal(5)) for one in get_scale(db, code).items)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_two_hundred_steps_and_promises_break_well(store: Store, case: Case, day: date, language: str) -> None:
    agree(store, case, *EVERYTHING)
    sheet = gathered(store, case)
    many = tuple(
        DoneBlock(info_class=C.PLAN, item=f"step:{n}", text=f"Zqsteg{n} " + "prata svenska " * (n % 9), on=day)
        for n in range(200)
    )
    promises = tuple(
        OpenPromiseBlock(info_class=C.PLAN, item=f"commitment:{n}", who="Fredrika", what="ring " * 800, by=day)
        for n in range(2)
    )
    with store.read() as db:
        permits = consents.list_consents(db, case.mentee)
    recipient = Recipient(audience=Audience.CASEWORKER, contact_id=case.caseworker)
    long = replace(sheet, steps=many, promises=promises)
    released = release(long, SUMMARY, recipient, permits=permits, dates={day})
    pdf = render_summary(released, texts=Texts(language), number="2026-0001", printed_on=day)
    assert page_count(pdf) > 3
    said = read_text(pdf)
    assert all(f"Zqsteg{n} " in said or f"Zqsteg{n}\n" in said for n in range(200))


def test_only_a_released_summary_is_drawn(store: Store, case: Case) -> None:
    with pytest.raises(TypeError, match="released SummarySheet"):
        render_summary(gathered(store, case), texts=SV, number="1", printed_on=date(2026, 11, 25))  # type: ignore[arg-type]


@pytest.mark.validator
def test_a_summary_passes_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    bare = {f"bare-{language}": made(store, case, language=language).pdf for language in ("sv", "en")}
    agree(store, case, *EVERYTHING)
    files = bare | {f"full-{language}": made(store, case, language=language).pdf for language in ("sv", "en")}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
