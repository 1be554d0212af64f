"""The handover to a new mentor (P11): all of it by consent or after information, nothing of it beyond, line by line."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.consents import ConsentKind
from mentorapp.domain.errors import MentorError
from mentorapp.domain.handover_sheet import ASKED_FIRST, HANDOVER, TRUST
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.plans import Who
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.exchange.addressees import To
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store import consents, network
from mentorapp.store.commitments import add_commitment
from mentorapp.store.drafts import keep_draft
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.handover_sheets import FORM
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.obstacles import add_obstacle
from mentorapp.store.plans import add_goal, add_plan, set_main_goal
from mentorapp.store.programmes import add_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.steps import add_step
from mentorapp.store.store import Store
from tests.exchange.marked_case import marked_case
from tests.exchange.marked_prints import STATES, Press, blocks
from tests.exchange.marked_rules import Asker
from tests.exchange.marked_walk import Walk
from tests.store.test_everything_survives import fill

SV = Texts("sv")
EVERY_DAY = ("none", "only HEALTH", "only PLAN", "all", "withdrawn", "wrong recipient")
SHAREABLE = tuple(one for one in InfoClass if one not in (InfoClass.THIRD, InfoClass.PRIVATE))


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def whom(store: Store, day: date) -> tuple[UUID, UUID]:
    """Everything that can be stored of somebody who is not protected, and the mentor who takes over."""
    mentee = fill(store, day)
    with store.write("filled") as session:
        change_mentee(session, mentee, protected_identity=ProtectedIdentity.NONE)
        contact = network.add_contact(session, "Per Provmentor", phone="070-174 06 99")
        network.add_link(session, mentee, NetworkRole.MENTOR_OTHER, contact_id=contact)
        keep_draft(session, FORM, mentee, {"trust": "Pratar hellre ute"})
        add_obstacle(session, mentee, "Bussen går inte på kvällen", ObstacleKind.TRANSPORT)
        add_obstacle(session, mentee, "Väntar på tid hos läkaren", ObstacleKind.HEALTH)
    return mentee, contact


def everything(store: Store, order: Order) -> Order:
    with store.read() as session:
        sheet = KINDS[HANDOVER.code].gather(session, order, SV)
    return replace(order, items=frozenset(one.item for one in blocks(sheet) if one.item))


def test_without_consent_or_information_only_the_addressee_is_on_it(
    store: Store, whom: tuple[UUID, UUID], tmp_path: Path
) -> None:
    mentee, contact = whom
    order = everything(store, Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact)))
    made_print = preview(store, order, texts=SV)
    said = text_of(made_print.pdf, tmp_path)
    assert "Per Provmentor" in said
    assert made_print.classes == {InfoClass.PRESENCE}
    assert "Kontakter" not in said, "no heading tells that something is missing"
    assert made_print.held_back


def test_a_colleague_who_takes_over_after_information_gets_all_but_what_takes_consent(
    store: Store, whom: tuple[UUID, UUID], tmp_path: Path
) -> None:
    mentee, contact = whom
    order = Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact, internal=True))
    made_print = preview(store, everything(store, order), texts=SV)
    said = text_of(made_print.pdf, tmp_path)
    assert "efter information till deltagaren" in said
    assert "Pratar hellre ute" in said
    assert "Bussen går inte på kvällen" in said
    assert "Väntar på tid" not in said
    assert made_print.asked == frozenset(), "with no consent nothing falls"
    assert not made_print.classes & {InfoClass.HEALTH, InfoClass.SOCIAL, InfoClass.VIOLENCE, InfoClass.LOCATION}
    assert {InfoClass.PLAN, InfoClass.WORK, InfoClass.INCOME, InfoClass.CONTACT} <= made_print.classes


def test_with_consent_what_is_sensitive_takes_a_tick_and_every_line_can_be_left_out(
    store: Store, whom: tuple[UUID, UUID], tmp_path: Path
) -> None:
    mentee, contact = whom
    with store.write("filled") as session:
        consents.add_consent(session, mentee, contact_id=contact, scope=SHAREABLE, purpose="ny mentor")
    plain = Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact))
    without = preview(store, plain, texts=SV)
    assert InfoClass.HEALTH not in without.classes
    all_of_it = preview(store, everything(store, plain), texts=SV)
    assert {InfoClass.HEALTH, InfoClass.SOCIAL} <= all_of_it.classes
    said = text_of(all_of_it.pdf, tmp_path).replace("\n", " ")
    assert "med deltagarens samtycke, som gäller till och med" in said
    left = preview(store, replace(plain, left_out=ASKED_FIRST), texts=SV)
    assert "Pratar hellre ute" not in text_of(left.pdf, tmp_path)
    assert InfoClass.IDNUM not in left.classes
    assert TRUST in ASKED_FIRST


def test_nobody_but_a_new_mentor_gets_it(store: Store, whom: tuple[UUID, UUID], day: date) -> None:
    mentee, _contact = whom
    with store.read() as session:
        other = next(
            one.contact_id for one in network.list_links(session, mentee) if one.role is not NetworkRole.MENTOR_OTHER
        )
    made_print = preview(store, Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=other)), texts=SV)
    assert made_print.classes == frozenset()


def test_of_all_marks_only_those_that_the_table_lets_through(
    store: Store, day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Must show 1 for this paper alone; all states of consent are walked by the long run."""
    press = Press(tmp_path)
    press.install(monkeypatch)
    walk = Walk(store, marked_case(store, day), press, day)
    states = [one for one in STATES if one.name in EVERY_DAY]
    walk.all_for(Asker(Audience.NEW_MENTOR), states, [HANDOVER.code])
    assert walk.count.too_much == []
    fields = {walk.case.marks[word].field for word in walk.count.seen}
    assert {"goal.wording", "step.text", "commitment.what", "contact.name", "mentee.email"} <= fields
    assert {"parallel_intervention.actor", "workplace.name", "education_support.course"} <= fields


def test_a_print_to_a_contact_that_is_not_there_is_none(store: Store, whom: tuple[UUID, UUID]) -> None:
    mentee, _contact = whom
    with pytest.raises(MentorError):
        preview(store, Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=mentee)), texts=SV)


def test_a_consent_that_is_not_about_secrecy_says_what_it_is_about(
    store: Store, whom: tuple[UUID, UUID], tmp_path: Path
) -> None:
    mentee, contact = whom
    with store.write("filled") as session:
        for kind in (ConsentKind.REGISTRATION, ConsentKind.CONTACT_AFTER_CLOSURE):
            consents.add_consent(session, mentee, kind=kind, system="Uppföljning")
    order = Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact, internal=True))
    said = text_of(preview(store, everything(store, order), texts=SV).pdf, tmp_path).replace("\n", " ")
    assert "Registrering i Uppföljning" in said
    assert "Kontakt efter avslut" in said


def test_a_person_whose_paper_is_bare_and_one_with_everything_ahead(store: Store, day: date, tmp_path: Path) -> None:
    """Nobody enrolled, and then steps without a day, promises of each, a booking without an hour and a place."""
    with store.write("filled") as session:
        mentee = add_mentee(session, "Kim", birth_year=2001)
        contact = network.add_contact(session, "Per Provmentor")
        network.add_link(session, mentee, NetworkRole.MENTOR_OTHER, contact_id=contact)
    order = Order(mentee_id=mentee, template=HANDOVER.code, to=To(contact_id=contact, internal=True))
    bare = text_of(preview(store, order, texts=SV).pdf, tmp_path)
    assert "2001" in bare
    assert "Vem gör vad" not in bare
    with store.write("filled") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        plan = add_plan(session, enrolment, day)
        set_main_goal(session, plan, "Bo själv")
        add_step(session, add_goal(session, plan, "Hitta bostad"), "Ringa hyresvärden")
        add_commitment(session, enrolment, "Följa med", who=Who.MENTOR)
        add_commitment(session, enrolment, "Ringa", who=Who.MENTEE, by=day)
        add_commitment(session, enrolment, "Skicka intyg", who=Who.CONTACT, who_name="Siv")
        add_obstacle(session, mentee, "Ingen cykel", ObstacleKind.TRANSPORT)
        add_obstacle(session, mentee, "Kön är lång", ObstacleKind.WAITING, owner=Who.MENTOR)
        booked = NewSession(
            mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=day, attendance=Attendance.PLANNED
        )
        add_session(session, booked)
    said = text_of(preview(store, order, texts=SV).pdf, tmp_path)
    for words in (
        "Ringa hyresvärden",
        "Mentorn Följa med",
        "Deltagaren Ringa",
        "Siv Skicka",
        "Ingen cykel Ingen än",
        "Kön är lång Mentorn",
    ):
        assert words in said
    assert "onsdag 25" in said
