"""Writes every field of consents, meetings and their papers, for the test that all of it survives a restart."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.consents import ConsentForm, ConsentKind, Direction, GivenBy
from mentorapp.domain.disclosures import LegalGround
from mentorapp.domain.meetings import Attended, MeetingForm, MeetingKind, MeetingStatus, NewPoint, PartyChoices
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store import (
    attachments,
    check_ins,
    consents,
    disclosures,
    meeting_papers,
    meetings,
    network,
    print_log,
    protocols,
    workplaces,
)

OF_A_MENTEE = (
    consents.list_consents, meetings.list_meetings, disclosures.list_disclosures, disclosures.list_access_requests,
    print_log.list_prints, print_log.list_prints_with,
)  # fmt: skip


def consents_and_meetings(db: Any, day: date, mentee: UUID) -> None:
    org = network.add_organisation(db, "FK Testfors", OrganisationKind.SOCIAL_INSURANCE)
    contact = network.add_contact(db, "Fredrika Testfors", organisation_id=org)
    agreed(db, day, mentee, org, contact)
    meeting = met(db, day, mentee, contact)
    printed(db, day, mentee, org, contact, meeting)
    disclosures.add_disclosure(
        db, mentee, day, recipient="Socialjouren", ground=LegalGround.OTHER_LAW, ground_other="egen rutin",
        decided_by="Chefen", reason="Oro för ett barn", what="Att vi är oroliga",
    )  # fmt: skip
    disclosures.add_access_request(
        db, mentee, day, identity_checked_on=day, identity_checked_how="körkort", handed_over_on=day, in_person=True,
        note="Läste tillsammans",
    )  # fmt: skip
    disclosures.add_disposal(db, "Två år efter avslut", {"session": 3}, decided_by="Chefen", persons=2)
    check_ins.set_check_in(db, contact, 30)
    check_ins.hold_check_in(db, contact, day)


def agreed(db: Any, day: date, mentee: UUID, org: UUID, contact: UUID) -> None:
    network.add_link(db, mentee, NetworkRole.CASEWORKER, contact_id=contact)
    steward = network.add_contact(db, "Gode Mansson")
    network.add_link(db, mentee, NetworkRole.GOD_MAN, contact_id=steward, appointment="ekonomi")
    scan = attachments.add_attachment(db, mentee, "samtycke.pdf", b"%PDF-1.4")
    given = consents.add_consent(
        db, mentee, contact_id=contact, scope=(InfoClass.PLAN, InfoClass.ID), purpose="planera arbetsträning",
        direction=Direction.BOTH, form=ConsentForm.ORAL_DOCUMENTED, given_by=GivenBy.REPRESENTATIVE,
        signed_on=day, place_of_paper="pärm 2", scan_id=scan, interpreter_used=True, interpreter_name="Tolk Tolksson",
    )  # fmt: skip
    consents.withdraw_consent(db, given, "sms")
    consents.add_consent(db, mentee, organisation_id=org, scope=(InfoClass.PLAN,))
    consents.add_consent(db, mentee, kind=ConsentKind.REGISTRATION, system="Uppföljning Finsam")


def met(db: Any, day: date, mentee: UUID, contact: UUID) -> UUID:
    meeting = meetings.add_meeting(
        db, mentee, MeetingKind.WORKPLACE_THREE_PARTY, day + timedelta(days=2), start_time=time(10), duration_min=60,
        place="Fantasihallen", form=MeetingForm.VIDEO, purpose="Kan det bli mer tid?", mentee_prepared=True,
        wants_raised="Bussen", wants_not_raised="Mamma", with_interpreter=True, next_on=day + timedelta(days=90),
        repeat_days=30, written_up_on=day,
    )  # fmt: skip
    hall = workplaces.add_workplace(db, "Hallen")
    party = meetings.add_invitee(db, meeting, contact_id=contact, workplace_id=hall, role="handläggare")
    meetings.set_attended(db, party, Attended.CAME)
    meetings.set_told_mentee(db, party, True)
    meetings.add_invitee(db, meeting, name="Vikarien", ad_hoc=True)
    meetings.move_meeting(db, meeting, day)
    meetings.set_meeting_status(db, meeting, MeetingStatus.HELD, "flyttades en gång")
    meeting_papers.add_agenda_item(
        db, meeting, "Bussen", minutes=5, owner="Clea", info_class=InfoClass.WORK, workplace_relevant=True
    )
    party_key = f"contact:{contact}"
    chosen = PartyChoices(party_key, frozenset({"a"}), frozenset({"b"}), frozenset({InfoClass.HEALTH}))
    meeting_papers.set_choices(db, meeting, chosen)
    meeting_papers.set_wording(db, meeting, "contacts", "Vi har setts fem gånger")
    protocols.write_protocol(db, meeting, [NewPoint("Mer tid", InfoClass.WORK, True), NewPoint("Bussen")])
    return meeting


def printed(db: Any, day: date, mentee: UUID, org: UUID, contact: UUID, meeting: UUID) -> None:
    paper = print_log.add_print(
        db, number="2026-0099", template="P02", template_version=1, mentee_id=mentee, audience=Audience.CASEWORKER,
        recipient="Fredrika", classes=(InfoClass.PLAN,), ticked=(), asked=(InfoClass.PLAN,), sha256="0",
        pages=1, printed_on=day,
        delivered_how=DeliveredHow.PRINTER, contact_id=contact, organisation_id=org, meeting_id=meeting, needed_on=day,
    )  # fmt: skip
    print_log.mark_delivered(db, paper, day)
    print_log.mark_destroyed(db, paper, day)
    print_log.add_subject(db, paper, mentee, (InfoClass.PLAN,))
