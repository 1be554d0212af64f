"""A decision needs somebody who is enrolled; with a meeting it is one of that meeting, without one of the plan."""

import pytest

from mentorapp.domain.decisions import NewDecision, parties
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.plans import Origin, Who
from mentorapp.store.commitments import list_commitments
from mentorapp.store.decisions import add_decision, list_decisions
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meetings import add_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store


def test_a_decision_is_a_promise_of_the_meeting(store: Store) -> None:
    today = store.clock.today()
    with store.write("decision_added") as session:
        mentee = add_mentee(session, "Farah")
        loose = add_meeting(session, mentee, MeetingKind.SIP, today)
        for meeting in (None, loose):
            with pytest.raises(InputError, match="decision_needs_enrolment"):
                add_decision(session, mentee, NewDecision("Ringa", Who.MENTOR), meeting)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(session, mentee, programme, started_on=today)
        meeting = add_meeting(session, mentee, MeetingKind.SIP, today)
        of_meeting = add_decision(
            session, mentee, NewDecision("Ringa", Who.MENTOR, by=today, need="Besked om tiden"), meeting
        )
        nobodys = add_decision(session, mentee, NewDecision("Boka", None), loose)
        of_plan = add_decision(session, mentee, NewDecision("Skriva", Who.MENTEE))
    with store.read() as session:
        promises = {one.id: one for one in list_commitments(session, enrolment)}
        assert [one.id for one in list_decisions(session, meeting)] == [of_meeting]
    assert (promises[of_meeting].origin, promises[of_meeting].origin_id) == (Origin.MEETING, meeting)
    assert promises[of_plan].origin is Origin.PLAN
    assert (promises[of_meeting].need, promises[of_plan].need) == ("Besked om tiden", "")
    assert promises[nobodys].is_nobodys


def test_the_mentee_comes_first_and_nobody_last() -> None:
    found = parties("Farah", "Moa", (), "Ingen än")
    assert [one.name for one in found] == ["Farah", "Moa", "Ingen än"]
    assert found[0].decides("Ringa", None) == NewDecision("Ringa", Who.MENTEE)
    assert found[0].decides("Ringa", None, "Besked").need == "Besked"
    assert found[-1].decides("Ringa", None).who is None
