"""Sample person 2 as a meeting at the workplace: the health consent to the authority is withdrawn the day before."""

import subprocess
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.meetings import MeetingKind, PartyChoices, recipient_key
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.exchange.meeting_parties import read_case
from mentorapp.exchange.old_papers import old_papers
from mentorapp.exchange.packs import Pack, log_pack, make_pack
from mentorapp.language import Texts
from mentorapp.sample import fill_sample
from mentorapp.store.consents import add_consent, list_consents, remove_consent, withdraw_consent
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.meeting_papers import set_choices
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting, list_meetings, remove_meeting
from mentorapp.store.mentees import find_mentees
from mentorapp.store.network import list_links
from mentorapp.store.placements import list_placements
from mentorapp.store.plans import add_goal, get_current_plan
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from tests.conftest import StandingClock

TEXTS = Texts("sv")
HEALTH_WORDS = "Sovit utan medicin"
SAYS_SO = ("hålls tillbaka", "dolt", "samtycke", "återtag", "utelämna", "får inte visas")


@pytest.fixture
def meeting(store: Store, day: date) -> UUID:
    """Birk, Fredrika of the authority who may see health too, and Sture of the workplace."""
    fill_sample(store, day)
    with store.write("meeting_changed") as session:
        birk = find_mentees(session, "Birk")[0].id
        for one in list_meetings(session, birk):
            if one.event_date >= day:
                remove_meeting(session, one.id)
        for consent in list_consents(session, birk):
            remove_consent(session, consent.id)
        enrolment = current_enrolment(session, birk)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
        assert plan is not None
        tick_step(session, add_step(session, add_goal(session, plan.id, "Sova", area="sleep_routines"), HEALTH_WORDS))
        made = add_meeting(
            session, birk, MeetingKind.WORKPLACE_THREE_PARTY, day + timedelta(days=1), start_time=time(10)
        )
        place = list_placements(session, birk)[0].workplace_id
        for link in list_links(session, birk):
            if link.contact is None or link.to_date is not None:
                continue
            if link.role is NetworkRole.WORKPLACE_SUPERVISOR:
                add_invitee(session, made, contact_id=link.contact_id, workplace_id=place)
                add_consent(session, birk, contact_id=link.contact_id, scope={C.ID, C.PRESENCE, C.WORK})
            elif link.contact.organisation and link.contact.organisation.kind is OrganisationKind.SOCIAL_INSURANCE:
                add_invitee(session, made, contact_id=link.contact_id)
                add_consent(
                    session, birk, contact_id=link.contact_id, scope={C.ID, C.PLAN, C.PRESENCE, C.WORK, C.INCOME}
                )
                add_consent(session, birk, contact_id=link.contact_id, scope={C.HEALTH})
        for invitee in get_meeting(session, made).outside:
            case = read_case(session, made, TEXTS)
            ticks = {item for row in case.rows for item in row.items if row.info_class is C.HEALTH}
            set_choices(session, made, PartyChoices(recipient_key(invitee), items=frozenset(ticks)))
    return made


def words(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def part(pack: Pack, audience: str) -> str:
    (found,) = (one for one in pack.parts if one.party is not None and one.party.audience.value == audience)
    return "\n".join(words(paper.pdf) for paper in found.papers)


def test_f10_with_health_withdrawn_the_pack_is_stale_the_new_one_smaller_and_no_paper_says_so(
    store: Store, clock: StandingClock, meeting: UUID
) -> None:
    before = make_pack(store, meeting, texts=TEXTS)
    assert HEALTH_WORDS in part(before, "caseworker")
    assert HEALTH_WORDS not in part(before, "employer")
    log_pack(store, before, DeliveredHow.PRINTER)
    with store.write("consent_withdrawn") as session:
        assert old_papers(session, before.case) == ()
        (health,) = (one for one in list_consents(session, before.case.meeting.mentee_id) if one.scope == (C.HEALTH,))
        withdraw_consent(session, health.id)

    after = make_pack(store, meeting, texts=TEXTS)
    with store.read() as session:
        old = old_papers(session, after.case)
    summary = next(one for part_ in before.parts for one in part_.papers if C.HEALTH in one.classes and one.contact_id)
    assert summary.number in [one.number for one in old]
    assert {one.contact_id for one in old} == {summary.contact_id}
    assert {one.meeting_id for one in old} == {meeting}

    was, now = part(before, "caseworker"), part(after, "caseworker")
    assert HEALTH_WORDS not in now
    assert set(now.split()) - {after.papers[0].number} <= set(was.split()) | {one.number for one in after.papers}
    assert len(now.split()) < len(was.split())
    for paper in after.papers:
        said = words(paper.pdf).casefold()
        assert not [one for one in SAYS_SO if one in said]
    everybody = [paper for part_ in after.parts if part_.party is not None for paper in part_.papers]
    employers = [one for one in everybody if one.audience.value == "employer"]
    assert employers
    assert all(one.classes <= {C.ID, C.PRESENCE, C.WORK} for one in employers)
