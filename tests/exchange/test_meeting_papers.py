"""The agenda and the protocol from the store: to whom what, and never that something is missing."""

import subprocess
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.meetings import Attended, MeetingKind, NewPoint
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.domain.sharing import Why
from mentorapp.exchange.addressees import To
from mentorapp.exchange.meeting_parties import read_case
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import MadePrint, preview
from mentorapp.language import Texts
from mentorapp.store import commitments, consents, decisions, meetings, network, protocols
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store

SV = Texts("sv")


def read_text(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@dataclass(frozen=True)
class Case:
    mentee: UUID
    meeting: UUID
    caseworker: UUID
    supervisor: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    with store.write("mentee_added") as db:
        mentee = add_mentee(db, "Birk", family_name="Provare")
        fk = network.add_organisation(db, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        hall = network.add_organisation(db, "Fantasihallen", OrganisationKind.EMPLOYER)
        fredrika = network.add_contact(db, "Fredrika Påhittsson", organisation_id=fk)
        sture = network.add_contact(db, "Sture Fantasi", organisation_id=hall)
        network.add_link(db, mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        network.add_link(db, mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=sture)
        meeting = meetings.add_meeting(
            db, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day + timedelta(days=1), start_time=time(10),
            duration_min=50, place="Biblioteket", purpose="Kan det bli halva dagar?", wants_raised="Bussen",
            wants_not_raised="Mamma", next_on=day + timedelta(days=60),
        )  # fmt: skip
        meetings.add_invitee(db, meeting, contact_id=fredrika)
    return Case(mentee, meeting, fredrika, sture)


def made(store: Store, case: Case, template: str, invitee: int | None = None, **more: object) -> MadePrint:
    with store.read() as db:
        invited = meetings.get_meeting(db, case.meeting).invitees
    to = To(meeting_id=case.meeting, invitee_id=None if invitee is None else invited[invitee].id)
    return preview(store, Order(mentee_id=case.mentee, template=template, to=to, **more), texts=SV)  # type: ignore[arg-type]


def agree(store: Store, case: Case, contact: UUID, *scope: C) -> UUID:
    with store.write("mentee_changed") as db:
        return consents.add_consent(db, case.mentee, contact_id=contact, scope=scope)


def test_without_consent_an_invitation_says_when_and_where_and_no_more(store: Store, case: Case) -> None:
    paper = made(store, case, "P07", 2)
    said = read_text(paper.pdf)
    assert "Torsdag 26 november, klockan 10.00–10.50, Biblioteket" in said
    assert "Tid och plats" in said
    assert "Fredrika Påhittsson" in said
    assert not any(
        word in said for word in ("Birk", "halva dagar", "Bussen", "Nästa steg", "Mamma", "Det här tar vi upp")
    )
    assert {one.why for one in paper.held_back} == {Why.NO_CONSENT}


def test_with_consent_the_titles_are_there_by_their_class(store: Store, case: Case) -> None:
    agree(store, case, case.caseworker, C.ID, C.PLAN)
    said = read_text(made(store, case, "P07", 2).pdf)
    assert all(word in said for word in ("Möte om Birk Provare", "halva dagar", "Bussen", "Nästa steg"))
    assert "Ersättning och regler" not in said
    assert "Mamma" not in said


@pytest.mark.parametrize("template", ["P02", "P08"])
def test_what_the_mentee_is_to_do_is_told_without_the_name_where_the_name_is_not_to_be_told(
    store: Store, case: Case, day: date, template: str
) -> None:
    with store.write("mentee_changed") as db:
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        add_enrolment(db, case.mentee, programme, started_on=day)
        decisions.add_decision(db, case.mentee, NewDecision("Ringa om intyget", Who.MENTEE))
        meeting = meetings.add_meeting(db, case.mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day)
        meetings.add_invitee(db, meeting, contact_id=case.caseworker)
        decisions.add_decision(db, case.mentee, NewDecision("Prova bussen", Who.MENTEE), meeting)
    case = replace(case, meeting=meeting)
    invitee = 2 if template == "P02" else None
    agree(store, case, case.caseworker, C.PLAN, C.PRESENCE)
    said = read_text(made(store, case, template, invitee).pdf)
    assert "Prova bussen" in said
    assert "Deltagaren" in said
    assert "Birk" not in said
    agree(store, case, case.caseworker, C.ID)
    said = read_text(made(store, case, template, invitee).pdf)
    assert "Deltagaren" not in said
    assert said.count("Birk") > 1


def test_a_consent_that_ends_before_the_meeting_opens_nothing(store: Store, case: Case, day: date) -> None:
    given = agree(store, case, case.caseworker, C.ID, C.PLAN)
    with store.write("mentee_changed") as db:
        consents.change_consent(db, given, valid_to=day)
    assert "Birk" not in read_text(made(store, case, "P07", 2).pdf)


def test_the_mentee_sees_the_whole_agenda_but_never_what_is_not_to_be_raised(store: Store, case: Case) -> None:
    said = read_text(made(store, case, "P07", 0).pdf)
    assert "Ersättning och regler" in said
    assert "Det här är ditt eget exemplar" in said
    assert "Mamma" not in said


def test_the_protocol_holds_what_every_party_may_see(store: Store, case: Case, day: date) -> None:
    agree(store, case, case.caseworker, C.ID, C.PLAN, C.HEALTH)
    with store.write("mentee_changed") as db:
        meetings.move_meeting(db, case.meeting, day)
        protocols.write_protocol(db, case.meeting, [NewPoint("Listan hjälper"), NewPoint("Sömnen", C.HEALTH)])
        for one in meetings.get_meeting(db, case.meeting).invitees:
            meetings.set_attended(db, one.id, Attended.CAME)
    said = read_text(made(store, case, "P08").pdf)
    assert "Listan hjälper" in said
    assert "Sömnen" not in said
    assert "Mamma" not in said
    with store.write("mentee_changed") as db:
        meetings.add_invitee(db, case.meeting, contact_id=case.supervisor)
    said = read_text(made(store, case, "P08").pdf)
    assert "Listan hjälper" not in said
    assert "Provare" not in said


def test_what_earlier_meetings_left_open_is_carried_over(store: Store, case: Case, day: date) -> None:
    with store.write("mentee_changed") as db:
        add_enrolment(db, case.mentee, add_programme(db, "Level Up", get_ladder("level_up")), started_on=day)
        earlier = meetings.add_meeting(db, case.mentee, MeetingKind.PLAN_REVIEW, day - timedelta(days=30))
        now = meetings.add_meeting(db, case.mentee, MeetingKind.PLAN_REVIEW, day)
        enrolment = meetings.get_meeting(db, now).enrolment_id
        assert enrolment is not None
        for what, origin in (("Ringa CSN", earlier), ("Prova ett helt pass", now)):
            commitments.add_commitment(
                db, enrolment, what, who=Who.MENTEE, origin=Origin.MEETING, origin_id=origin, by=day
            )
    order = Order(mentee_id=case.mentee, template="P08", to=To(meeting_id=now))
    said = read_text(preview(store, order, texts=SV).pdf)
    assert said.index("Prova ett helt pass") < said.index("Ringa CSN (sedan tidigare)")


def test_a_tick_for_a_point_opens_nothing_that_is_written_in_its_place(store: Store, case: Case, day: date) -> None:
    agree(store, case, case.supervisor, C.ID, C.PLAN)
    with store.write("mentee_changed") as db:
        meetings.move_meeting(db, case.meeting, day)
        meetings.remove_invitee(db, meetings.get_meeting(db, case.meeting).outside[0].id)
        meetings.add_invitee(db, case.meeting, contact_id=case.supervisor)
        protocols.write_protocol(db, case.meeting, [NewPoint("Listan hjälper", workplace_relevant=True)])
        (point,) = protocols.list_protocol(db, case.meeting)
    ticked = frozenset({f"point:{point.id}"})
    assert "Listan hjälper" in read_text(made(store, case, "P08", items=ticked).pdf)
    with store.write("mentee_changed") as db:
        protocols.write_protocol(db, case.meeting, [NewPoint("Något annat", workplace_relevant=True)])
    assert "Något annat" not in read_text(made(store, case, "P08", items=ticked).pdf)


def test_after_the_meeting_the_grid_asks_for_the_same_days_as_the_paper(store: Store, case: Case, day: date) -> None:
    with store.write("mentee_changed") as db:
        meetings.move_meeting(db, case.meeting, day - timedelta(days=3))
    agree(store, case, case.caseworker, C.ID, C.PLAN)
    with store.read() as db:
        party = next(one for one in read_case(db, case.meeting, SV).parties if not one.invitee.is_mentee)
    assert party.is_red
    assert "Birk" not in read_text(made(store, case, "P07", 2).pdf)
