"""P03 from the store: the own placement by first name, and never level, programme, benefit, age or why it ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mentorapp.domain.at_work_sheet import AT_WORK, AtWorkSheet
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.placements import EndReason, PlacementType, ToldBy
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.domain.sharing import release
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.domain.support import IncomeSource
from mentorapp.exchange.addressees import To, addressee_of
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import MadePrint, preview
from mentorapp.language import Texts
from mentorapp.printing.at_work import render_at_work
from mentorapp.printing.files import page_count
from mentorapp.store import adaptations, consents, incomes, meetings, network, placements, plans, workplaces
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")
NEVER = ("Provare", "2005", "Zqxprogram", "Relation", "Aktivitetsersättning", "Zqxskäl", "Zqxannan", "Zqxprivat")


@dataclass(frozen=True)
class Case:
    mentee: UUID
    order: Order
    placement: UUID
    supervisor: UUID
    goal: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """A placement at the supervisor's hall, and another somewhere else."""
    with store.write("mentee_added") as db:
        mentee = add_mentee(db, "Birk", family_name="Provare")
        enrolment = add_enrolment(
            db, mentee, add_programme(db, "Zqxprogram", get_ladder("level_up")), started_on=day - timedelta(days=90)
        )
        employer = network.add_organisation(db, "Fantasihallen AB", OrganisationKind.EMPLOYER)
        sture = network.add_contact(db, "Sture Fantasi", organisation_id=employer)
        network.add_link(db, mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=sture)
        hall = workplaces.add_workplace(db, "Fantasihallen", organisation_id=employer)
        other = workplaces.add_workplace(db, "Zqxannan")
        begun = day - timedelta(days=60)
        placement = placements.add_placement(
            db, enrolment, hall, PlacementType.WORK_TRAINING, begun, hours_per_week=Decimal(20), tasks="Zqxlager",
            schedule="Zqxmåndag", disclosure_words="Zqxveta", disclosure_told_by=ToldBy.MENTEE, note="Zqxprivat",
            choice_reason="Zqxskäl", instruction_form="pictures",
        )  # fmt: skip
        placements.add_placement(db, enrolment, other, PlacementType.INTERNSHIP, begun, tasks="Zqxannan")
        adaptations.add_adaptation(db, placement, "Zqxbehov")
        adaptations.end_adaptation(db, adaptations.add_adaptation(db, placement, "Zqxslutat"))
        incomes.add_income(db, mentee, IncomeSource.ACTIVITY_BENEFIT, begun)
        goal = plans.add_goal(db, plans.begin_plan(db, enrolment), "Zqxmål", workplace_relevant=True)
        meeting = meetings.add_meeting(db, mentee, MeetingKind.WORKPLACE_THREE_PARTY, day + timedelta(days=1))
        invitee = meetings.add_invitee(db, meeting, contact_id=sture)
    order = Order(mentee_id=mentee, template="P03", to=To(meeting_id=meeting, invitee_id=invitee))
    return Case(mentee, order, placement, sture, goal)


def made(store: Store, case: Case, *items: str, language: str = "sv") -> MadePrint:
    return preview(store, replace(case.order, items=frozenset(items)), texts=Texts(language))


def agree(store: Store, case: Case, *scope: C) -> None:
    with store.write("mentee_changed") as db:
        consents.add_consent(db, case.mentee, contact_id=case.supervisor, scope=scope)


def test_the_workplace_gets_what_it_has_use_for_and_never_the_rest(store: Store, case: Case) -> None:
    agree(store, case, C.ID, C.WORK, C.PLAN, C.PRESENCE)
    said = read_text(made(store, case).pdf)
    for word in (
        "Birk",
        "Arbetsträning",
        "20 timmar i veckan",
        "Zqxmåndag",
        "Zqxlager",
        "Zqxbehov",
        "Zqxveta",
        "Sture",
    ):
        assert word in said
    assert not any(word in said for word in (*NEVER, "Zqxslutat", "Zqxmål"))
    assert "Zqxmål" in read_text(made(store, case, f"goal:{case.goal}").pdf)


def test_why_somebody_stopped_is_on_no_paper(store: Store, case: Case, day: date) -> None:
    agree(store, case, C.ID, C.WORK)
    with store.write("mentee_changed") as db:
        placements.end_placement(db, case.placement, day, EndReason.OTHER, other="Zqxskäl")
    said = read_text(made(store, case).pdf)
    assert "Zqxskäl" not in said
    assert "25 november" in said


def test_what_nobody_has_told_is_not_told_by_the_paper(store: Store, case: Case) -> None:
    agree(store, case, C.ID, C.WORK)
    with store.write("mentee_changed") as db:
        placements.change_placement(db, case.placement, disclosure_told_by=ToldBy.NOBODY)
    said = read_text(made(store, case).pdf)
    assert "Zqxveta" not in said
    assert "Det här får ni veta" not in said


def test_without_consent_only_the_meeting_and_the_same_words_for_everybody(store: Store, case: Case) -> None:
    said = read_text(made(store, case).pdf)
    assert "Inför mötet torsdag 26 november" in said
    assert not any(word in said for word in ("Birk", "Zqx", "Arbetsuppgifter", "Det här hjälper", "Så ser arbetet ut"))


def _long(store: Store, case: Case) -> AtWorkSheet:
    with store.read() as db:
        sheet: AtWorkSheet = KINDS["P03"].gather(db, case.order, SV)
    assert sheet.tasks
    need = TextBlock(info_class=C.WORK, about=sheet.tasks.about, item="adaptation:1", text="en sak i taget " * 9)
    return replace(sheet, needs=(need,) * 80, tasks=replace(sheet.tasks, text="plocka order " * 310))


def test_many_needs_and_long_tasks_break_over_pages(store: Store, case: Case, day: date) -> None:
    agree(store, case, C.ID, C.WORK)
    with store.read() as db:
        permits = consents.list_consents(db, case.mentee)
        found = addressee_of(db, case.mentee, case.order.to).recipient
    released = release(_long(store, case), AT_WORK, found, permits=permits, dates={day})
    pdf = render_at_work(released, texts=SV, number="2026-0001", printed_on=day)
    assert page_count(pdf) > 3
    assert read_text(pdf).count("en sak i taget") == 720


def test_only_a_released_sheet_is_drawn(store: Store, case: Case, day: date) -> None:
    with pytest.raises(TypeError, match="released AtWorkSheet"):
        render_at_work(_long(store, case), texts=SV, number="1", printed_on=day)  # type: ignore[arg-type]


@pytest.mark.validator
def test_a_workplace_sheet_passes_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    files = {f"bare-{language}": made(store, case, language=language).pdf for language in ("sv", "en")}
    agree(store, case, C.ID, C.WORK)
    files |= {f"full-{language}": made(store, case, language=language).pdf for language in ("sv", "en")}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
