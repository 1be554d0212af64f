"""The stories of the sample people tell themselves: what the specification says of each can be seen in the store."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from mentorapp.domain import reminders
from mentorapp.domain.enrolments import Direction, EnrolmentStatus
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import Gender, IdNumberType, Mentee, Pronoun, ProtectedIdentity
from mentorapp.domain.plans import Agreement, Commitment, CommitmentState, Plan, steps_of
from mentorapp.domain.programmes import KAA_HIDDEN, LegalProfile
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.sample import fill_sample
from mentorapp.sample.provkoping import list_people, read
from mentorapp.store.commitments import list_commitments
from mentorapp.store.enrolments import current_enrolment, list_enrolments, list_level_entries
from mentorapp.store.mentees import find_mentees
from mentorapp.store.overviews import MenteeLine, list_lines
from mentorapp.store.plans import get_current_plan, list_plans
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.profile import get_profile
from mentorapp.store.programmes import list_programmes
from mentorapp.store.sessions import list_sessions, next_booking
from mentorapp.store.store import Store
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.today import read_day

DAYS = [date(2026, 11, 25), date(2028, 2, 29), date(2027, 3, 1), date(2026, 12, 31), date(2027, 8, 15)]


def line_of(session: Session, alias: str) -> MenteeLine:
    return next(line for line in list_lines(session) if line.alias == alias)


def mentee_of(session: Session, alias: str) -> Mentee:
    return find_mentees(session, alias)[0]


def plan_of(session: Session, alias: str) -> Plan:
    enrolment = current_enrolment(session, mentee_of(session, alias).id)
    assert enrolment is not None
    plan = get_current_plan(session, enrolment.id)
    assert plan is not None
    return plan


def promises_of(session: Session, alias: str) -> tuple[Commitment, ...]:
    enrolment = current_enrolment(session, mentee_of(session, alias).id)
    assert enrolment is not None
    return list_commitments(session, enrolment.id)


def every_mentee(session: Session) -> Iterator[UUID]:
    yield from session.scalars(select(MenteeRow.id))


def test_there_are_twelve_people_with_fourteen_enrolments(sample: Store) -> None:
    with sample.read() as session:
        lines = list_lines(session)
        assert len(lines) == 12
        assert sum(line.enrolments for line in lines) == 14
        by_status = [line.status for line in lines]
        assert by_status.count(EnrolmentStatus.CLOSED) == 2
        assert by_status.count(EnrolmentStatus.AFTER_SUPPORT) == 1
        assert by_status.count(EnrolmentStatus.PAUSED) == 1
        assert get_profile(session).name == "Moa Mentorsson"
        assert get_profile(session).unit == "AME Provköping"


@pytest.mark.parametrize("day", DAYS)
def test_the_stories_hold_on_any_day(sample_on: Callable[[date], Store], day: date) -> None:
    with sample_on(day).read() as session:
        ages = {line.alias: mentee_of(session, line.alias).age(day) for line in list_lines(session)}
        assert ages == {
            "QT 412": 19, "LM 207": 24, "RX 853": 22, "ND 164": 27, "HV 539": 17, "ZA 276": 25, "PK 948": 28,
            "WE 365": 29, "FJ 721": 23, "CU 590": 21, "GB 318": 26, "YS 682": 20,
        }  # fmt: skip
        now = read_day(session)
        assert [b.person.name for b in now.bookings] == ["Farah Sagolik", "Cleo Fiktiv", "Elis Testman"]
        silent = reminders.silences(now.standings, now.limits, day)
        assert [(s.person.name, s.days) for s in silent] == [("Jari Låtsasson", 31), ("Alva Exempelsson", 9)]


def test_alva_turns_twenty_in_thirty_five_days_and_is_found_twice(sample: Store, day: date) -> None:
    with sample.read() as session:
        alva, other = mentee_of(session, "QT 412"), mentee_of(session, "FJ 721")
        assert alva.full_name == other.full_name == "Alva Exempelsson"
        assert (alva.age(day + timedelta(days=34)), alva.age(day + timedelta(days=35))) == (19, 20)
        assert len(find_mentees(session, "Alva Exempelsson")) == 2
        assert other.municipality_on(day - timedelta(days=41)) == "Provköping"
        assert other.municipality_on(day) == "Exempelby"
        line = line_of(session, "QT 412")
        assert line.place.order == 1
        assert line.place.since == day - timedelta(days=50)


def test_the_day_is_as_on_the_picture(sample: Store, day: date) -> None:
    with sample.read() as session:
        now = read_day(session)
        assert [(b.at.hour, b.at.minute, b.kind) for b in now.bookings if b.at] == [
            (9, 0, SessionKind.ACCOMPANIMENT),
            (13, 0, SessionKind.WALK_AND_TALK),
            (15, 30, SessionKind.HOME_VISIT),
        ]
        assert now.bookings[0].with_interpreter
        assert now.bookings[1].duration_min == 45
        assert [(b.person.name, b.at.hour) for b in now.tomorrow if b.at] == [("Birk Provare", 10)]
        assert [(b.person.name, b.on, b.place) for b in now.to_write_up] == [
            ("Hugo Sagberg", day - timedelta(days=1), "Påhittade Bygg")
        ]
        assert [(p.person.name, p.commitment.what) for p in now.kept_today] == [
            ("Dagny Påhitt", "Skicka länk om komvux")
        ]
        due = reminders.promises_due(now.promises, day)
        assert [(p.person.name, p.is_mine, p.commitment.by) for p in due] == [
            ("Farah Sagolik", True, day + timedelta(days=1)),
            ("Birk Provare", False, day - timedelta(days=5)),
        ]
        phases = reminders.phases_ending(now.standings, day)
        assert [(p.person.name, p.level_order, p.week, p.weeks) for p in phases] == [("Love Demosson", 2, 7, 8)]
        assert reminders.reviews_due(now.standings, day) == ()
        good = {(g.person.name, g.text) for g in now.good_things}
        assert {("Birk Provare", "Åka buss dit själv"), ("Love Demosson", "Klara körkortsteorin")} <= good


def test_the_list_is_as_on_the_picture(sample: Store, day: date) -> None:
    def ago(heard: date | None) -> int:
        assert heard is not None
        return (day - heard).days

    with sample.read() as session:
        lines = {line.alias: line for line in list_lines(session) if line.status is not EnrolmentStatus.CLOSED}
    seen = {alias: (one.programme, one.place.order, ago(one.last_contact_on)) for alias, one in lines.items()}
    assert seen == {
        "QT 412": ("KAA", 1, 9), "LM 207": ("Level Up", 3, 2), "RX 853": ("Level Up", 2, 6),
        "ND 164": ("Level Up", 4, 12), "HV 539": ("KAA", 1, 5), "ZA 276": ("Level Up", 3, 0),
        "PK 948": ("Level Up", 2, 4), "WE 365": ("Level Up", 4, 8), "CU 590": ("Level Up", 1, 31),
        "YS 682": ("Level Up", 2, 5),
    }  # fmt: skip
    assert {alias: (one.next_on - day).days for alias, one in lines.items() if one.next_on} == {
        "LM 207": 1, "RX 853": 0, "ND 164": 8, "HV 539": 0, "ZA 276": 5, "PK 948": 6, "WE 365": 13, "YS 682": 2,
    }  # fmt: skip
    weeks = {alias: (day - one.place.since).days // 7 + 1 for alias, one in lines.items() if one.place.since}
    assert (weeks["RX 853"], weeks["PK 948"], weeks["YS 682"]) == (4, 2, 7)


def test_birk_has_done_six_of_nine_steps(sample: Store) -> None:
    with sample.read() as session:
        plan = plan_of(session, "LM 207")
        assert plan.main_goal is not None
        assert plan.main_goal.wording == "Ett jobb där jag får använda händerna."
        assert steps_of(plan.active_goals) == (6, 9)
        ahead = [step.text for goal in plan.active_goals for step in goal.steps if not step.is_done]
        assert ahead[0] == "Prova ett helt pass på tisdag"
        entries = list_level_entries(session, plan.enrolment_id)
        assert [(e.entered_on.month, e.entered_on.day) for e in entries] == [(2, 3), (4, 14), (8, 31)]


def test_the_three_months_before_birks_meeting_are_as_in_his_summary(sample: Store, day: date) -> None:
    with sample.read() as session:
        recent = [
            s
            for s in list_sessions(session, mentee_of(session, "LM 207").id)
            if s.event_date >= day - timedelta(days=91) and s.attendance is not Attendance.PLANNED
        ]
    held = [s.kind for s in recent if s.attendance is Attendance.HELD]
    assert held.count(SessionKind.WALK_AND_TALK) == 9
    assert held.count(SessionKind.WORKPLACE_VISIT) == 8
    assert held.count(SessionKind.PHONE) == 5
    assert sum(s.attendance is Attendance.NO_SHOW for s in recent) == 1


def test_cleo_has_a_new_name_and_the_old_one_is_found(sample: Store, day: date) -> None:
    with sample.read() as session:
        cleo = mentee_of(session, "RX 853")
        assert (cleo.pronoun, cleo.gender) == (Pronoun.HEN, Gender.NON_BINARY)
        assert [name.until for name in cleo.former_names] == [day - timedelta(days=20)]
        assert find_mentees(session, cleo.former_names[0].name) == (cleo,)


def test_dagny_came_back(sample: Store, day: date) -> None:
    with sample.read() as session:
        second, first = list_enrolments(session, mentee_of(session, "ND 164").id)
        assert (first.ordinal, first.status) == (1, EnrolmentStatus.CLOSED)
        assert (second.ordinal, second.status) == (2, EnrolmentStatus.AFTER_SUPPORT)
        assert all(entry.left_on for entry in list_level_entries(session, first.id))
        here = [entry for entry in list_level_entries(session, second.id) if entry.left_on is None]
        assert 31 <= (day - here[0].entered_on).days <= 59


def test_elis_has_one_thing_that_is_not_to_be_told(sample: Store) -> None:
    with sample.read() as session:
        elis = mentee_of(session, "HV 539")
        assert len(list_private_notes(session, elis.id)) == 1


def test_farahs_plan_is_as_on_the_paper(sample: Store) -> None:
    with sample.read() as session:
        farah, plan = mentee_of(session, "ZA 276"), plan_of(session, "ZA 276")
        booked = next_booking(session, farah.id)
        promises = promises_of(session, "ZA 276")
    assert farah.id_number_type is IdNumberType.SAMORDNINGSNUMMER
    assert (farah.interpreter_language, farah.needs_easy_read) == ("dari", True)
    assert plan.main_goal is not None
    assert plan.main_goal.wording == "Jag vill arbeta i ett kök och prata mer svenska."
    assert (plan.version, plan.valid_from, plan.review_on) == (2, date(2026, 11, 5), date(2026, 12, 30))
    assert (plan.made_with, plan.agreed_by_mentee) == ("Farah, Moa, tolk på dari", Agreement.ORAL)
    assert [g.easy_wording for g in plan.active_goals] == [
        "Jag lär känna Café Låtsas",
        "Jag pratar svenska varje vecka",
    ]
    steps = [[(s.easy_text, s.done_on or s.due, s.is_done) for s in goal.steps] for goal in plan.active_goals]
    assert steps == [
        [
            ("Jag hälsar på och träffar Siv.", date(2026, 11, 12), True),
            ("Jag hämtar arbetskläder.", date(2026, 11, 19), True),
            ("Jag provar kassan med Siv.", date(2026, 12, 2), False),
            ("Jag är med en hel dag.", date(2026, 12, 11), False),
        ],
        [
            ("Jag anmäler mig till språkcaféet.", date(2026, 11, 5), True),
            ("Jag går dit två gånger.", date(2026, 12, 9), False),
            ("Jag beställer själv på svenska.", date(2026, 12, 18), False),
        ],
    ]
    assert [(p.what, p.by) for p in promises] == [
        ("Ringa Siv om tid för kassan", date(2026, 11, 26)),
        ("Visa schemat för Moa", date(2026, 11, 30)),
        ("Skriva ner recepten med bilder", date(2026, 12, 2)),
    ]
    assert booked is not None
    assert (booked.event_date, booked.place, booked.with_interpreter) == (date(2026, 11, 30), "Café Låtsas", True)


def test_gry_has_no_place_anywhere(sample: Store) -> None:
    with sample.read() as session:
        gry = mentee_of(session, "PK 948")
        assert gry.protected_identity is ProtectedIdentity.SKYDDAD_FOLKBOKFORING
        assert (gry.municipalities, gry.addresses) == ((), ())
        assert {s.place for s in list_sessions(session, gry.id)} == {""}


def test_jari_rests_after_going_back_to_the_first_level(sample: Store) -> None:
    with sample.read() as session:
        jari = mentee_of(session, "CU 590")
        enrolment = current_enrolment(session, jari.id)
        assert enrolment is not None
        assert [e.direction for e in list_level_entries(session, enrolment.id)] == [
            Direction.INITIAL,
            Direction.UP,
            Direction.UP,
            Direction.RESTART,
        ]
        came = [s.attendance for s in list_sessions(session, jari.id)]
        assert came.count(Attendance.NO_SHOW) == 4
        now = read_day(session)
        silence = reminders.silences(now.standings, now.limits, now.today)[0]
        assert (silence.attempts, silence.paused, silence.limit) == (4, True, 30)
        assert [p.moved_count for p in promises_of(session, "CU 590") if p.state is CommitmentState.OPEN] == [3, 0]


def test_kim_is_closed_with_two_old_private_notes(sample: Store, day: date) -> None:
    with sample.read() as session:
        kim = mentee_of(session, "GB 318")
        assert kim.gender is Gender.UNDISCLOSED
        enrolment = current_enrolment(session, kim.id)
        assert enrolment is not None
        assert enrolment.closed_on == day - timedelta(days=213)
        notes = list_private_notes(session, kim.id)
        assert len(notes) == 2
        assert all(note.created_at.date() < day - timedelta(days=365) for note in notes)


def test_love_was_taken_over(sample: Store) -> None:
    with sample.read() as session:
        enrolment = current_enrolment(session, mentee_of(session, "YS 682").id)
        assert enrolment is not None
        assert enrolment.transferred_in_from == "Per Provmentor"


def test_there_are_about_two_hundred_and_twenty_contacts_over_twenty_months(sample: Store, day: date) -> None:
    with sample.read() as session:
        contacts = [s for mentee in every_mentee(session) for s in list_sessions(session, mentee)]
    assert 210 <= len(contacts) <= 260
    past = [s for s in contacts if s.attendance is not Attendance.PLANNED and s.group_meeting_id is None]
    assert 590 <= (day - min(s.event_date for s in past)).days <= 620
    texts = [segment.text for s in past for segment in s.segments]
    assert all(s.segments for s in past)
    assert len(set(texts)) > 0.98 * len(texts)
    assert max(len(text) for text in texts) < 200
    assert {segment.info_class for s in past for segment in s.segments} == {
        InfoClass.PLAN, InfoClass.HEALTH, InfoClass.WORK, InfoClass.EDU, InfoClass.SOCIAL, InfoClass.INCOME,
    }  # fmt: skip
    assert {s.written_late_days for s in past} == {0, 2, 3}


def test_each_person_has_four_to_forty_contacts_and_six_to_fifteen_steps(sample: Store) -> None:
    with sample.read() as session:
        for mentee in every_mentee(session):
            assert 4 <= len(list_sessions(session, mentee)) <= 40
            enrolment = current_enrolment(session, mentee)
            assert enrolment is not None
            plan = get_current_plan(session, enrolment.id)
            assert plan is not None
            steps = sum(len(goal.steps) for goal in (*plan.active_goals, *plan.earlier_goals))
            assert 6 <= steps <= 15
            assert all(one.main_goal for one in list_plans(session, enrolment.id))


def test_youth_duty_enrolments_hold_nothing_sensitive(sample: Store) -> None:
    with sample.read() as session:
        youth = {p.id for p in list_programmes(session) if p.legal_profile is LegalProfile.KAA}
        for mentee in every_mentee(session):
            enrolments = list_enrolments(session, mentee)
            if {e.programme_id for e in enrolments} <= youth:
                classes = {g.info_class for s in list_sessions(session, mentee) for g in s.segments}
                classes |= {g.info_class for e in enrolments for p in list_plans(session, e.id) for g in p.goals}
                assert not classes & KAA_HIDDEN
                assert all(e.referral.reason_text == "" for e in enrolments)


def test_no_identity_number_telephone_or_address_is_in_the_set(sample: Store) -> None:
    with sample.read() as session:
        for key in every_mentee(session):
            mentee = next(m for m in find_mentees(session, line_alias(session, key)) if m.id == key)
            assert (mentee.id_number, mentee.phones, mentee.email, mentee.addresses) == ("", (), "", ())
        assert get_profile(session).phone == ""
    digits = re.compile(r"\d{4,}|@")
    files = [*map(list, list_people()), read("provkoping.toml")]
    assert [found for file in files for found in words_of(file) if digits.search(found)] == []


def line_alias(session: Session, key: UUID) -> str:
    return next(line.alias for line in list_lines(session) if line.mentee_id == key)


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from words_of(one)
    else:
        assert isinstance(value, int | Decimal)


def test_the_whole_set_is_one_step_and_can_be_undone(store: Store, day: date) -> None:
    fill_sample(store, day)
    assert store.undo_label == "sample_filled"
    store.undo()
    with store.read() as session:
        assert list_lines(session) == ()
        assert session.execute(text("SELECT count(*) FROM private_note")).scalar_one() == 0


def test_a_clock_of_another_day_is_refused(store: Store, day: date) -> None:
    with pytest.raises(ValueError, match="another day"):
        fill_sample(store, day + timedelta(days=1))


def test_a_second_filling_is_refused_and_changes_nothing(store: Store, day: date) -> None:
    fill_sample(store, day)
    with pytest.raises(InputError):
        fill_sample(store, day)
    with store.read() as session:
        assert len(list_lines(session)) == 12
