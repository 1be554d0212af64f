"""Every field of every table is written by the verbs, and is the same after the store has been closed and opened again.

A column that no verb here fills fails the test, so that a new field cannot be forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from mentorapp.domain.closing import CheckState, Destination, Heading, NewClosure
from mentorapp.domain.enrolments import DecidedBy, Referral, ReferralSource, Track
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.intake import OutreachKind
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import AnswerStatus, MappingType
from mentorapp.domain.mentees import Address, Education, Gender, IdNumberType, Pronoun, ProtectedIdentity
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.occupation import Occupation
from mentorapp.domain.plans import Agreement, CommitmentState, DoneBy, GoalLevel, GoalState, Origin, Who
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.programmes import LegalProfile, OutcomeDefinition
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import Attendance, InitiatedBy, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.store import (
    after_support,
    attachments,
    closings,
    commitments,
    drafts,
    enrolments,
    group_attendance,
    groups,
    incomes,
    intake,
    interventions,
    mappings,
    milestones,
    network,
    obstacles,
    occupations,
    outcome_checks,
    outreach,
    pauses,
    placements,
    plans,
    print_log,
    private_notes,
    profile,
    programme_levels,
    programmes,
    residences,
    routines,
    safety_questions,
    se_stages,
    session_moves,
    sessions,
    settings,
    snoozes,
    steps,
    target_groups,
    vocational_profiles,
    word_lists,
    youth_duties,
)
from mentorapp.store.goals_from_mapping import make_goal
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.opening import OpenStore, open_unlocked
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from tests.store import everything_at_meetings
from tests.store.everything_at_meetings import consents_and_meetings
from tests.store.everything_at_work import OF_A_MENTEE, OF_A_PLACEMENT, forms_work_and_studies

LATER = {("enrolment", "registration_consent_id"): "a registration is looked up by its kind"}
"""Columns that no verb fills yet, and why."""


def people(db: Any, day: date, org: UUID, contact: UUID) -> tuple[UUID, UUID, UUID, UUID]:
    programme = programmes.add_programme(
        db, "Level Up", get_ladder("level_up"), owner="AME", legal_profile=LegalProfile.ESF_PROJECT, age_min=16,
        age_max=29, requires_benefit=True, starts=day - timedelta(days=900), ends=day + timedelta(days=900),
        contact_interval_days=9, retention_months=24,
    )  # fmt: skip
    programmes.change_programme(
        db, programme, referrer_checkin_days=28, after_support_months=4, criteria=("neither",),
        target_groups=("kaa_16_19",), outcome_definition=OutcomeDefinition.REGULAR_ONLY,
    )  # fmt: skip
    programmes.set_target(db, programme, "enrolled", 40)
    programmes.add_programme(db, "SE", get_ladder("se"))
    programme_levels.add_level(
        db, programme, "Eget", short_sv="E", short_en="O", description_easy_sv="Lätt", shape="flag",
        typical_activities=("walk",), step_goals=("Rutiner",), planned_weeks=8, is_goal=True,
    )  # fmt: skip
    mentee = add_mentee(
        db, "Cleo", family_name="Fiktiv", pronoun=Pronoun.OTHER, pronoun_other="den", gender=Gender.OTHER,
        gender_other="eget", birth_date=date(2004, 5, 6), id_number_type=IdNumberType.SAMORDNINGSNUMMER,
        id_number="040566-1", id_number_unchecked=True, protected_identity=ProtectedIdentity.SEKRETESSMARKERING,
        safe_contact="Ring aldrig hem", phones=("070-174 06 05",), email="cleo@exempel.se", needs_easy_read=True,
        interpreter_language="dari", communication_needs="sms", highest_education=Education.UPPER_SECONDARY_INCOMPLETE,
        public_support_months_before=36, addresses=(Address(address="Låtsasgatan 1", from_date=day),),
    )  # fmt: skip
    residences.add_municipality(db, mentee, "Provköping", day - timedelta(days=700))
    change_mentee(
        db,
        mentee,
        preferred_name="Clea",
        id_number_type=IdNumberType.PERSONNUMMER,
        id_number="040506-1",
        id_number_unchecked=True,
    )
    referral = Referral(
        source=ReferralSource.OTHER, source_other="biblioteket", referrer_type="psychiatry", organisation_id=org,
        contact_id=contact, organisation="Frivården", contact="Sture",
        on=day - timedelta(days=401), reason_text="Ensam", expectation="Rutiner",
    )  # fmt: skip
    enrolment = enrolments.add_enrolment(
        db, mentee, programme, started_on=day - timedelta(days=400), offered_on=day - timedelta(days=410),
        referral=referral, mentor_name="Moa", transferred_in_from="Per", counts_in_statistics=False,
    )  # fmt: skip
    enrolments.change_enrolment(
        db, enrolment, interest_on=day - timedelta(days=420), answer_by=day - timedelta(days=405),
        registered_in_followup_system=True, criteria=("neither",),
    )  # fmt: skip
    level = programmes.get_programme(db, programme).levels
    enrolments.change_level(db, enrolment, level[0].id, day - timedelta(days=400))
    enrolments.change_level(
        db, enrolment, level[2].id, day - timedelta(days=300), decided_by=DecidedBy.MENTEE, reason="Redo",
        mentee_words="Jag vill", mentor_view="Tidigt", track=Track.STUDY, track_text="folkhögskola",
    )  # fmt: skip
    pauses.add_pause(
        db, enrolment, day - timedelta(days=200), to_date=day - timedelta(days=180), reason="Resa",
        who_keeps_contact="Mormor",
    )  # fmt: skip
    target_groups.set_target_group(db, enrolment, "kaa_16_19", day - timedelta(days=400))
    occupations.add_occupation(
        db, mentee, Occupation.NEITHER, day - timedelta(days=400), to_date=day - timedelta(days=10), note="hemma"
    )
    return programme, mentee, enrolment, level[2].id


def door(db: Any, day: date, programme: UUID, contact: UUID) -> None:
    young = add_mentee(db, "Elis", birth_year=2009, gender=Gender.MAN)
    youth_duties.add_youth_duty(
        db, young, day - timedelta(days=90), to_date=day, municipality="Testfors", receiver_contact_id=contact
    )
    duty = youth_duties.add_youth_duty(db, young, day - timedelta(days=300), to_date=day - timedelta(days=100))
    youth_duties.change_youth_duty(db, duty, receiver_name="Komvux", handed_over_on=day - timedelta(days=100))
    intake.note_interest(db, young, programme, referrer_type="self")
    intake.decline(db, young, "not_now", on=day)
    change_mentee(db, young, deceased_on=day)
    outreach.add_outreach_effort(db, day, OutreachKind.CALL, 20, reached=3, note="Hösten")


def around(db: Any, day: date, mentee: UUID, enrolment: UUID, org: UUID, contact: UUID) -> None:
    network.add_link(
        db, mentee, NetworkRole.OTHER, contact_id=contact, organisation_id=org, role_other="granne",
        responsible_for="nycklar", from_date=day - timedelta(days=50), to_date=day, appointment="muntligt",
        not_to_tell="flytten", info_class=InfoClass.SOCIAL,
    )  # fmt: skip
    obstacle = obstacles.add_obstacle(
        db, mentee, "Regeln", ObstacleKind.OTHER, kind_other="annat", owner=Who.CONTACT, owner_contact_id=contact,
        since=day - timedelta(days=30), info_class=InfoClass.INCOME,
    )  # fmt: skip
    obstacles.clear_obstacle(db, obstacle, day)
    support = interventions.add_intervention(
        db, mentee, InterventionKind.OTHER, "Frivården", kind_other="samtal", organisation_id=org, contact_id=contact,
        from_date=day - timedelta(days=60), from_month_only=True, to_date=day + timedelta(days=300), next_step="Ringa",
        mentor_task="Följa med", state=InterventionState.APPLIED, since=day - timedelta(days=70),
    )  # fmt: skip
    interventions.set_intervention_state(db, support, InterventionState.ONGOING)
    interventions.change_intervention(db, support, receiver_contact_id=contact)
    interventions.add_intervention(
        db, mentee, InterventionKind.LSS, "Kommunen", owner_name="Anton", receiver_name="Berit",
        state=InterventionState.ONGOING,
    )  # fmt: skip
    income = incomes.add_income(
        db, mentee, IncomeSource.OTHER, day - timedelta(days=90), source_other="fond", extent=50, from_month_only=True,
        decision_until=day + timedelta(days=90), to_date=day + timedelta(days=80), state=IncomeState.APPLIED,
        state_on=day - timedelta(days=100), known_from="brev",
    )  # fmt: skip
    incomes.set_income_state(db, income, IncomeState.REFUSED)
    item = routines.set_routine_item(
        db, mentee, Checklist.DOCUMENTS, "cv", ItemState.DONE, on=day, note="klart", enrolment_id=enrolment
    )
    routines.add_own_item(db, mentee, Checklist.NPF_FOLLOW_ON, "Läkarintyg")
    attachments.add_attachment(db, mentee, "cv.txt", b"CV", routine_item_id=item)
    gone = attachments.add_attachment(db, mentee, "gammal.txt", b"x", info_class=InfoClass.HEALTH)
    attachments.remove_attachment(db, gone)
    safety_questions.add_question(
        db, mentee, Asked.ASKED, day - timedelta(days=9), support_offered=True, follow_up_on=day - timedelta(days=2),
        followed_up_on=day, answer="låst",
    )  # fmt: skip
    milestones.add_milestone(
        db, mentee, MilestoneKind.OTHER, day, kind_other="simmat", note="1 km", mentee_wants_shown=False,
        info_class=InfoClass.HEALTH,
    )  # fmt: skip


def contacts(db: Any, day: date, mentee: UUID, enrolment: UUID, contact: UUID) -> None:
    everything = NewSession(
        mentee_id=mentee, enrolment_id=enrolment, kind=SessionKind.OTHER_ACTOR, event_date=day - timedelta(days=5),
        start_time=time(9, 30), duration_min=45, place="Parken", distance_km=Decimal("2.5"), mood_in=3, mood_out=6,
        initiated_by=InitiatedBy.MENTEE, mood_word="lättad", topics=("work",), came_late=True, unplanned=True,
        support_kinds=("cv",), methods=("fact",), exercise="övning", fact_values="frihet", fact_obstacle="oro",
        fact_step="ringa", contact_id=contact, consent_reference="S1", next_step="Ringa", with_interpreter=True,
        segments=(NoteSegment(text="Sov gott.", info_class=InfoClass.HEALTH), NoteSegment(text="Gick långt.")),
    )  # fmt: skip
    told = sessions.add_session(db, everything)
    sessions.change_session(db, told, replace(everything, segments=(NoteSegment(text="Sov illa."),)))
    sessions.comment_session(db, told, "Så var det.")
    private_notes.add_private_note(db, mentee, "Eget", day, session_id=told, kind=PrivateKind.SAFETY)
    tried = NewSession(
        mentee_id=mentee, kind=SessionKind.CONTACT_ATTEMPT, event_date=day, attendance=Attendance.NOT_REACHED,
        attempt_way=SessionKind.LETTER,
    )  # fmt: skip
    moved = sessions.add_session(db, tried)
    session_moves.move_session(db, moved, add_mentee(db, "Love"))
    sessions.void_session(db, sessions.add_session(db, tried), "dubbel")
    activity = groups.add_activity(
        db, "Cirkeln", GroupKind.OTHER, kind_other="läsning", organiser="ABF", online=True, topics=("Mat",),
        from_date=day - timedelta(days=30), to_date=day + timedelta(days=30),
    )  # fmt: skip
    meeting = groups.add_meeting(
        db, activity, day, start_time=time(13), duration_min=60, place="Biblioteket", topic="Mat"
    )
    group_attendance.set_attendance(db, meeting, mentee, Attendance.HELD, came_late=True)


def plan_and_mapping(db: Any, day: date, mentee: UUID, enrolment: UUID, level: UUID, contact: UUID) -> None:
    mapping = mappings.begin_mapping(db, enrolment, started_on=day - timedelta(days=30))
    mappings.set_answer(
        db, mapping, "leisure", status=AnswerStatus.NEEDS_SUPPORT, importance=2, resources="vänner", needs="skjuts",
        words="Vill spela", view="Orolig", answered_on=day,
    )  # fmt: skip
    wish = mappings.add_wish(db, mapping, "Egen lägenhet")
    make_goal(db, mapping, "leisure", "Spela igen", steps=("Ringa klubben",))
    make_goal(db, mapping, "dreams", "Bo själv", wish_id=wish)
    mappings.complete_mapping(db, mapping, day)
    mappings.begin_mapping(db, enrolment, MappingType.UPDATE, day)
    vocational_profiles.change_vocational_profile(
        db, mentee, **{name: f"om {name}" for name in vocational_profiles.PROFILE_FIELDS}
    )
    plan = plans.add_plan(
        db, enrolment, day, made_with="Mormor", mentee_participation="Skrev själv", agreed_by_mentee=Agreement.SIGNED,
        easy_text="Lätt",
    )  # fmt: skip
    main = plans.add_goal(db, plan, "Ett liv", level=GoalLevel.MAIN, easy_wording="Lätt", why="Därför", who="Clea")
    goal = plans.add_goal(
        db, plan, "Ett jobb", parent_id=main, area="leisure", target_date=day, target_level_id=level,
        workplace_relevant=True,
    )  # fmt: skip
    plans.rate_goal(db, goal, 7, day)
    plans.set_goal_state(db, goal, GoalState.REACHED, day)
    step = steps.add_step(db, goal, "Ringa", due=day, who="Clea", easy_text="Lätt")
    steps.tick_step(db, step, on=day, by=DoneBy.OTHER, name="Mormor", note="bra")
    undone = steps.add_step(db, goal, "Skriva")
    steps.tick_step(db, undone, on=day)
    steps.untick_step(db, undone)
    steps.drop_step(db, undone)
    promise = commitments.add_commitment(
        db, enrolment, "Ringa FK", who=Who.CONTACT, contact_id=contact, by=day, origin=Origin.SESSION, origin_id=step,
        info_class=InfoClass.INCOME, since=day, need="En fast tid",
    )  # fmt: skip
    commitments.move_commitment(db, promise, day + timedelta(days=7))
    commitments.set_commitment_state(db, promise, CommitmentState.DONE)


def end(db: Any, day: date, programme: UUID, contact: UUID) -> None:
    mentee = add_mentee(db, "Kim", birth_date=date(2000, 1, 2))
    enrolment = enrolments.add_enrolment(db, mentee, programme, started_on=day - timedelta(days=300))
    work = after_support.start_work(
        db, enrolment, Destination.EMPLOYMENT_REGULAR, day - timedelta(days=120), extent_percent=75, place="Café",
        contact_plan="varje vecka",
    )  # fmt: skip
    after_support.end_after_support(db, work, day - timedelta(days=20))
    headings = (
        Heading(destination=Destination.OTHER, primary=True, extent_percent=50, other="båten"),
        Heading(destination=Destination.STUDIES_REGULAR),
    )
    new = NewClosure(
        closed_on=day, detail="other", headings=headings, reason_other="for till sjöss", known_from="Kim",
        farewell_held=True, last_scale_done=True, mentee_words="Tack", contact_after=True, manager_talk_on=day,
    )  # fmt: skip
    closings.close_enrolment(db, enrolment, new)
    check = outcome_checks.list_outcome_checks(db, enrolment)[0]
    outcome_checks.record_check(
        db, check.id, CheckState.REACHED, day, destination=Destination.EMPLOYMENT_REGULAR, note="Trivs"
    )


def own(db: Any, day: date, mentee: UUID) -> None:
    profile.change_profile(
        db, name="Moa", title="Mentor", unit="AME", phone="070-174 06 06", local_help="Kuratorn", holidays=((day, day),)
    )
    settings.change_setting(db, "thinking_days", 10)
    snoozes.put_away(db, mentee, "silence", "x", until=day + timedelta(days=3), reason="ledig")
    word_lists.add_word(db, WordList.TOPIC, "Båtar", "Boats", info_class=InfoClass.SOCIAL)
    word_lists.change_word(db, WordList.TOPIC, "work", in_use=False)
    reason = word_lists.get_word(db, WordList.CLOSE_REASON, "moved")
    word_lists.change_word(db, WordList.CLOSE_REASON, "moved", more={**dict(reason.more), "official": "17"})
    drafts.keep_draft(db, "note", mentee, {"text": "halvt"})
    print_log.add_print(
        db, number="2026-0001", template="P01", template_version=1, mentee_id=mentee, audience=Audience.MENTEE,
        recipient="Clea", classes=(InfoClass.PLAN,), ticked=(InfoClass.HEALTH,), sha256="a" * 64, pages=2,
        printed_on=day, delivered_how=DeliveredHow.BY_HAND,
    )  # fmt: skip


def fill(store: Store, day: date) -> UUID:
    with store.write("mentee_added") as db:
        org = network.add_organisation(
            db, "Frivården", OrganisationKind.OTHER, kind_other="verk", unit="Norr", address="Torget", phone="1"
        )
        contact = network.add_contact(
            db, "Sture", title="handläggare", organisation_id=org, phone="2", email="sture@exempel.se"
        )
        network.contact_left(db, contact, day + timedelta(days=90))
        programme, mentee, enrolment, level = people(db, day, org, contact)
        door(db, day, programme, contact)
        around(db, day, mentee, enrolment, org, contact)
        contacts(db, day, mentee, enrolment, contact)
        plan_and_mapping(db, day, mentee, enrolment, level, contact)
        end(db, day, programme, contact)
        own(db, day, mentee)
        forms_work_and_studies(db, day, mentee, enrolment, org, contact)
        consents_and_meetings(db, day, mentee)
    for _ in range(2):
        with store.write("mentee_changed") as db:
            change_mentee(db, mentee, email="clea@exempel.se")
        store.undo()
    return mentee


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with store.raw() as connection:
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608
            for name in Table.metadata.tables
        }


def as_shipped(column: Column[Any]) -> object:
    """What a column holds when nobody has said anything."""
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def never_filled(store: Store) -> Iterator[tuple[str, str]]:
    with store.read() as db:
        for name, table in Table.metadata.tables.items():
            for column in table.columns:
                said = db.scalars(select(column))
                if all(value == as_shipped(column) for value in said):
                    yield name, column.name


READERS: tuple[Callable[..., Any], ...] = (
    *OF_A_MENTEE, *everything_at_meetings.OF_A_MENTEE,
    get_mentee, enrolments.list_enrolments, sessions.list_sessions, private_notes.list_private_notes,
    network.list_links, obstacles.list_obstacles, interventions.list_interventions, incomes.list_incomes,
    safety_questions.list_questions, milestones.list_milestones, occupations.list_occupations,
    youth_duties.list_youth_duties, attachments.list_attachments,
)  # fmt: skip


def told(store: Store, mentee: UUID) -> list[object]:
    with store.read() as db:
        (enrolment,) = enrolments.list_enrolments(db, mentee)
        of_enrolment = (
            enrolments.list_level_entries, pauses.list_pauses, plans.list_plans, mappings.list_mappings,
            commitments.list_commitments, target_groups.list_target_groups, se_stages.list_stages,
        )  # fmt: skip
        about = [reader(db, mentee) for reader in READERS]
        at_work = [reader(db, one.id) for one in placements.list_placements(db, mentee) for reader in OF_A_PLACEMENT]
        return [*about, *at_work, *(reader(db, enrolment.id) for reader in of_enrolment)]


def test_everything_that_can_be_written_survives_a_restart(
    opened: OpenStore, make_store: Callable[[str], OpenStore], clock: Any, day: date
) -> None:
    mentee = fill(opened.store, day)
    assert sorted(set(never_filled(opened.store)) ^ set(LATER)) == []
    before, said = rows(opened.store), told(opened.store, mentee)
    path, unlocked = opened.store.path, opened.unlocked
    opened.close()
    again = open_unlocked(path, unlocked, clock=clock)
    try:
        assert rows(again.store) == before
        assert told(again.store, mentee) == said
    finally:
        again.close()
