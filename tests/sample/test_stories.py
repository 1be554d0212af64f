"""The twelve stories of the specification, told by facts in the store; they hold on any day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from mentorapp.domain.closing import CheckState, CloseReason, Destination
from mentorapp.domain.enrolments import Direction, Enrolment, EnrolmentStatus, ReferralSource
from mentorapp.domain.mapping import AnswerStatus
from mentorapp.domain.meetings import MeetingKind, Phase
from mentorapp.domain.mentees import Gender, IdNumberType, Mentee, ProtectedIdentity
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.occupation import Occupation
from mentorapp.domain.plans import Agreement, CommitmentState, Origin
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.store.after_support import count_contacts, list_after_support
from mentorapp.store.attempts import attempt_log
from mentorapp.store.closings import get_closure
from mentorapp.store.commitments import list_commitments
from mentorapp.store.education_supports import list_education_supports
from mentorapp.store.enrolments import current_enrolment, list_enrolments, list_level_entries
from mentorapp.store.group_attendance import attendance_by_topic
from mentorapp.store.incomes import list_incomes
from mentorapp.store.interventions import list_interventions
from mentorapp.store.mappings import current_mapping, list_mappings
from mentorapp.store.meeting_state import list_due_again, list_meeting_lines
from mentorapp.store.mentees import find_mentees
from mentorapp.store.milestones import list_milestones
from mentorapp.store.network import list_links
from mentorapp.store.obstacles import list_obstacles
from mentorapp.store.occupations import current_occupation
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.outreach import list_declines, list_outreach_efforts
from mentorapp.store.pauses import current_pause
from mentorapp.store.plans import get_current_plan
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.programmes import list_programmes
from mentorapp.store.safety_questions import list_questions
from mentorapp.store.sessions import list_sessions
from mentorapp.store.store import Store
from mentorapp.store.support_time import read_time
from mentorapp.store.today import Day, read_day
from mentorapp.store.vocational_profiles import get_vocational_profile
from mentorapp.store.youth_duties import duty_end_of

DAYS = [
    date(2026, 11, 25),
    *(pytest.param(day, marks=pytest.mark.long) for day in (date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31))),
]
SampleOn = Callable[[date], Store]


@dataclass(frozen=True, slots=True)
class Story:
    """One person as the store knows them on a day."""

    session: Session
    mentee: Mentee
    enrolment: Enrolment
    day: date
    now: Day

    def ago(self, day: date | None) -> int:
        assert day is not None
        return (self.day - day).days

    def reminded(self) -> set[tuple[Rule, int]]:
        """What Idag says of the person, with the days that are left."""
        ahead = (*self.now.dates, *self.now.follow_ups)
        return {(one.rule, one.days) for one in ahead if one.person.mentee_id == self.mentee.id}

    def watched(self) -> set[Rule]:
        return {one.rule for one in self.now.watches if one.person.mentee_id == self.mentee.id}


@pytest.fixture(params=DAYS)
def story(sample_on: SampleOn, request: pytest.FixtureRequest) -> Iterator[Callable[[str], Story]]:
    """By alias, on each of the days: a common one, a leap day, both sides of a new year."""
    day: date = request.param
    with sample_on(day).read() as session:

        def tell(alias: str) -> Story:
            mentee = find_mentees(session, alias)[0]
            enrolment = current_enrolment(session, mentee.id)
            assert enrolment is not None
            return Story(session, mentee, enrolment, day, read_day(session))

        yield tell


def profile_of(told: Story) -> LegalProfile:
    return next(one.legal_profile for one in list_programmes(told.session) if one.id == told.enrolment.programme_id)


def test_alva_is_found_by_outreach_and_nobody_receives_her_yet(story: Callable[[str], Story]) -> None:
    told = story("QT 412")
    assert profile_of(told) is LegalProfile.KAA
    assert told.enrolment.referral.source is ReferralSource.OUTREACH
    kinds = [one.kind for one in reversed(list_sessions(told.session, told.mentee.id))]
    assert kinds[:2] == [SessionKind.OUTREACH] * 2
    assert kinds.index(SessionKind.HOME_VISIT) < kinds.index(SessionKind.WALK_AND_TALK)
    end = duty_end_of(told.session, told.mentee.id)
    assert end is not None
    assert (end.days, end.has_receiver) == (35, False)
    assert (Rule.LEAVES_YOUTH_DUTY, 35) in told.reminded()
    assert [(one.days) for one in told.now.silences() if one.person.mentee_id == told.mentee.id] == [9]


def test_birk_trains_at_fantasihallen_while_his_benefit_lasts_a_hundred_days(story: Callable[[str], Story]) -> None:
    told = story("LM 207")
    benefit = next(i for i in list_incomes(told.session, told.mentee.id) if i.source is IncomeSource.ACTIVITY_BENEFIT)
    assert benefit.decision_until == told.day + timedelta(days=100)
    assert (Rule.BENEFIT_DECISION, 100) in told.reminded()
    links = list_links(told.session, told.mentee.id)
    assert {NetworkRole.WORKPLACE_SUPERVISOR, NetworkRole.NEXT_OF_KIN} <= {one.role for one in links}
    start, update = reversed(list_mappings(told.session, told.enrolment.id))
    assert (start.version, update.version, start.completed_on is not None) == (1, 2, True)
    profile = get_vocational_profile(told.session, told.mentee.id)
    assert profile is not None
    assert "Kassa" in profile.unwanted
    assert Rule.NOBODY_RESPONSIBLE in told.watched()
    meeting = [s for s in list_sessions(told.session, told.mentee.id) if s.attendance is Attendance.PLANNED]
    assert [(told.ago(one.event_date), one.topics) for one in meeting] == [(-1, ("trepartsmöte",))]


def test_cleo_came_alone_and_waits_for_an_assessment(story: Callable[[str], Story]) -> None:
    told = story("RX 853")
    assert told.enrolment.referral.source is ReferralSource.SELF
    assert [told.ago(one.until) for one in told.mentee.former_names] == [20]
    (waiting,) = list_interventions(told.session, told.mentee.id)
    assert (waiting.kind, waiting.state) == (InterventionKind.NPF_ASSESSMENT, InterventionState.WAITING)
    assert waiting.states[0].state is InterventionState.NEEDED
    applied = [i.source for i in list_incomes(told.session, told.mentee.id) if i.state is IncomeState.APPLIED]
    assert applied == [IncomeSource.ACTIVITY_BENEFIT]
    assert ObstacleKind.WAITING in {one.kind for one in list_obstacles(told.session, told.mentee.id)}


def test_dagny_came_back_after_parental_leave_and_studies_with_support(story: Callable[[str], Story]) -> None:
    told = story("ND 164")
    second, first = list_enrolments(told.session, told.mentee.id)
    closure = get_closure(told.session, first.id)
    assert closure is not None
    assert closure.reason is CloseReason.PARENTAL_LEAVE
    assert second.status is EnrolmentStatus.AFTER_SUPPORT
    (support,) = list_after_support(told.session, second.id)
    assert 31 <= told.ago(support.started_on) <= 60
    assert count_contacts(told.session, second.id) >= 3
    (course,) = list_education_supports(told.session, told.mentee.id)
    assert course.pace_percent == 50
    assert current_occupation(told.session, told.mentee.id) is Occupation.STUDIES


def test_elis_is_seventeen_with_a_guardian_and_one_thing_not_to_tell_her(story: Callable[[str], Story]) -> None:
    told = story("HV 539")
    guardian = next(one for one in list_links(told.session, told.mentee.id) if one.role is NetworkRole.GUARDIAN)
    assert guardian.not_to_tell
    assert told.mentee.age(told.day) == 17
    assert (Rule.TURNS_ADULT, 58) in told.reminded()
    plan = get_current_plan(told.session, told.enrolment.id)
    assert plan is not None
    assert plan.agreed_by_mentee is Agreement.NOT_YET
    assert ObstacleKind.RULES in {one.kind for one in list_obstacles(told.session, told.mentee.id)}


def test_farah_speaks_dari_and_begins_at_cafe_latsas(story: Callable[[str], Story]) -> None:
    told = story("ZA 276")
    assert told.mentee.id_number_type is IdNumberType.SAMORDNINGSNUMMER
    assert (told.mentee.interpreter_language, told.mentee.needs_easy_read) == ("dari", True)
    incomes = {one.source: one for one in list_incomes(told.session, told.mentee.id)}
    before, after = incomes[IncomeSource.ESTABLISHMENT], incomes[IncomeSource.SOCIAL_ASSISTANCE]
    assert before.to_date is not None
    assert 14 <= (after.from_date - before.to_date).days <= 42
    mapping = current_mapping(told.session, told.enrolment.id)
    assert mapping is not None
    assert "language" in {one.area for one in mapping.answers}
    assert [one.kind for one in list_milestones(told.session, told.mentee.id)] == [MilestoneKind.FIRST_DAY_OUT]
    assert Rule.NOBODY_RESPONSIBLE in told.watched()


def test_gry_is_protected_and_was_asked_and_offered_support(story: Callable[[str], Story]) -> None:
    told = story("PK 948")
    assert told.mentee.protected_identity is ProtectedIdentity.SKYDDAD_FOLKBOKFORING
    assert {s.place for s in list_sessions(told.session, told.mentee.id)} == {""}
    assert (told.mentee.municipalities, told.mentee.addresses) == ((), ())
    (question,) = list_questions(told.session, told.mentee.id)
    assert (question.asked, question.support_offered) == (Asked.ASKED, True)
    assert question.followed_up_on is None
    assert "Inga brev" in told.mentee.safe_contact
    words = [one.actor for one in list_interventions(told.session, told.mentee.id)]
    assert not [word for word in words if "Testfors" in word or "Provköping" in word]


def test_hugo_works_and_studies_and_turns_thirty(story: Callable[[str], Story]) -> None:
    told = story("WE 365")
    sources = {i.source: i for i in list_incomes(told.session, told.mentee.id) if i.to_date is None}
    assert {IncomeSource.SUBSIDISED_WAGE, IncomeSource.ACTIVITY_BENEFIT} == set(sources)
    assert sources[IncomeSource.SUBSIDISED_WAGE].extent == 50
    (course,) = list_education_supports(told.session, told.mentee.id)
    assert course.pace_percent == 25
    assert current_occupation(told.session, told.mentee.id) is Occupation.WORKS_AND_STUDIES
    bosses = [x for x in list_links(told.session, told.mentee.id) if x.role is NetworkRole.WORKPLACE_SUPERVISOR]
    assert sorted(one.to_date is None for one in bosses) == [False, True]
    assert (Rule.PROGRAMME_AGE, 85) in told.reminded()
    assert Rule.BENEFIT_AGE in {rule for rule, _ in told.reminded()}


def test_the_other_alva_moved_and_was_handed_over(story: Callable[[str], Story]) -> None:
    told = story("FJ 721")
    assert told.mentee.municipality_on(told.day - timedelta(days=41)) == "Provköping"
    assert told.mentee.municipality_on(told.day) == "Exempelby"
    closure = get_closure(told.session, told.enrolment.id)
    assert closure is not None
    assert (closure.reason, told.ago(closure.closed_on)) == (CloseReason.MOVED_AWAY, 40)
    assert NetworkRole.MENTOR_OTHER in {one.role for one in list_links(told.session, told.mentee.id)}
    assert len(find_mentees(told.session, "Alva Exempelsson")) == 2


def test_jari_rests_after_a_relapse_and_is_tried_in_several_ways(story: Callable[[str], Story]) -> None:
    told = story("CU 590")
    assert [e.direction for e in list_level_entries(told.session, told.enrolment.id)][-1] is Direction.RESTART
    pause = current_pause(told.session, told.enrolment.id)
    assert pause is not None
    assert pause.to_date is not None
    assert (pause.to_date - pause.from_date).days == 42
    came = [one.attendance for one in list_sessions(told.session, told.mentee.id)]
    assert came.count(Attendance.NO_SHOW) == 4
    assert [one.way for one in attempt_log(told.session, told.mentee.id).attempts] == [
        "sms_chat", "phone", "letter", "home_visit",
    ]  # fmt: skip
    assert 3 in {one.moved_count for one in list_commitments(told.session, told.enrolment.id)}
    assert {Rule.MOVED, Rule.NOBODY_RESPONSIBLE} <= told.watched()
    assert ObstacleKind.MONEY in {one.kind for one in list_obstacles(told.session, told.mentee.id)}
    mapping = current_mapping(told.session, told.enrolment.id)
    assert mapping is not None
    assert AnswerStatus.DECLINED in {one.status for one in mapping.answers}


def test_kim_has_worked_for_seven_months_and_the_check_is_overdue(story: Callable[[str], Story]) -> None:
    told = story("GB 318")
    assert told.mentee.gender is Gender.UNDISCLOSED
    closure = get_closure(told.session, told.enrolment.id)
    assert closure is not None
    assert closure.reason is CloseReason.GOAL_REACHED
    assert [one.destination for one in closure.headings] == [Destination.EMPLOYMENT_REGULAR]
    assert told.ago(closure.closed_on) == 213
    first = list_outcome_checks(told.session, told.enrolment.id)[0]
    assert first.state is CheckState.PLANNED
    assert told.ago(first.planned_on) > 0
    assert Rule.OUTCOME_CHECK in {rule for rule, _ in told.reminded()}
    notes = list_private_notes(told.session, told.mentee.id)
    assert len(notes) == 2
    assert all(told.ago(one.created_at.date()) > 365 for one in notes)


def test_love_was_taken_over_and_forced_out_of_one_of_two(story: Callable[[str], Story]) -> None:
    told = story("YS 682")
    forced, kept = sorted(list_enrolments(told.session, told.mentee.id), key=lambda one: one.closed_on is None)
    assert kept.transferred_in_from == "Per Provmentor"
    closure = get_closure(told.session, forced.id)
    assert closure is not None
    assert (closure.reason, told.ago(closure.closed_on)) == (CloseReason.RULES_FORCED, 5)
    theory = [one for one in attendance_by_topic(told.session, told.mentee.id) if one.title == "Vägen till körkortet"]
    assert len(theory) == 4
    assert "driving_theory" in {one.kind for one in read_time(told.session, kept.id)}
    assert MilestoneKind.COURSE_PASSED in {one.kind for one in list_milestones(told.session, told.mentee.id)}
    assert Rule.INCOME_GAP in told.watched()


def test_nothing_that_idag_says_is_out_of_order(story: Callable[[str], Story]) -> None:
    now = story("QT 412").now
    assert now.faults == {}
    assert {one.rule for one in now.watches} >= {Rule.NOBODY_RESPONSIBLE, Rule.INCOME_GAP, Rule.MOVED}
    assert now.silences()
    assert now.promises_due()
    assert now.good_things


@pytest.mark.long
def test_no_day_of_two_years_fails(sample_on: SampleOn) -> None:
    """Twenty days, each a different one of the month and the week, over a leap day and two new years."""
    first = date(2027, 6, 3)
    for number in range(20):
        day = first + timedelta(days=37 * number)
        with sample_on(day).read() as session:
            now = read_day(session)
            assert now.faults == {}, day
            assert [one.person.name for one in now.bookings] == ["Farah Sagolik", "Cleo Fiktiv", "Elis Testman"]


def test_those_who_said_no_are_only_numbers(sample: Store) -> None:
    with sample.read() as session:
        assert sorted(one.reason for one in list_declines(session)) == ["benefit_worry", "not_now"]
        assert [(one.sent, one.reached) for one in list_outreach_efforts(session)] == [(24, 7)]


def test_most_people_have_met_and_birk_meets_the_caseworker_and_the_supervisor_tomorrow(sample: Store) -> None:
    with sample.read() as session:
        lines = list_meeting_lines(session)
        today = session.info["clock"].today()
        due = list_due_again(session)
    tomorrow = [one for one in lines if one.meeting.event_date == today + timedelta(days=1)]
    assert [(one.meeting.kind, len(one.parties)) for one in tomorrow] == [(MeetingKind.WORKPLACE_THREE_PARTY, 2)]
    assert len({one.person.mentee_id for one in lines}) == 9
    assert sum(one.phase is Phase.EARLIER for one in lines) == 11
    assert [one.on - today for one in due] == [timedelta(days=2)]


def test_what_was_agreed_at_a_meeting_is_kept_or_stands_open_until_the_next(sample: Store) -> None:
    with sample.read() as session:
        found = {}
        for alias in ("LM 207", "RX 853"):
            mentee = find_mentees(session, alias)[0]
            enrolment = current_enrolment(session, mentee.id)
            assert enrolment is not None
            promises = list_commitments(session, enrolment.id)
            found[alias] = [one for one in promises if one.origin is Origin.MEETING]
        times = {one.meeting.start_time for one in list_meeting_lines(session) if one.meeting.start_time}
    birk, cleo = found["LM 207"], found["RX 853"]
    assert sorted(one.what for one in birk if one.state is CommitmentState.DONE) == [
        "Skicka arbetsschemat till Fredrika", "Visa hyllorna vid porten",
    ]  # fmt: skip
    assert sorted((one.what, one.need) for one in birk if one.state is CommitmentState.OPEN) == [
        ("Räkna på pengarna vid 75 procent", "Veta vad som händer med pengarna"),
    ]
    assert [one.who_name for one in cleo] == ["Lisbet Låtsasdotter", "Sixten Testgren"]
    assert all(at.second == at.microsecond == 0 for at in times), "13.30 is half past one"
