"""Edge cases 7, 8, 10, 11, 12 and 13 of the specification, in the store and through the door that all papers take."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from mentorapp.domain.consents import ConsentForm, GivenBy, new_since
from mentorapp.domain.errors import InputError
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.plan_sheet import MIN_PLAN
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.sharing import Audience, InfoClass, covers
from mentorapp.exchange.orders import KINDS
from mentorapp.store.consents import add_consent, list_consents, withdraw_consent
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_link, add_organisation, list_links, replace_contact
from mentorapp.store.print_log import add_print
from mentorapp.store.programmes import add_programme
from mentorapp.store.recipients import recipient_of
from mentorapp.store.stale_prints import list_stale
from mentorapp.store.store import Store
from mentorapp.store.today import read_day

C = InfoClass


class Case:
    def __init__(self, session: Session, born: date, day: date) -> None:
        self.mentee = add_mentee(session, "Birk", family_name="Provare", birth_date=born)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        add_enrolment(session, self.mentee, programme, started_on=day - timedelta(days=30))
        self.unit = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        self.siv = add_contact(session, "Siv Provsson", organisation_id=self.unit)
        add_link(
            session, self.mentee, NetworkRole.CASEWORKER, contact_id=self.siv, organisation_id=self.unit,
            from_date=day - timedelta(days=300),
        )  # fmt: skip


@pytest.fixture
def case(store: Store, day: date) -> Case:
    with store.write("filled") as session:
        return Case(session, date(2001, 1, 1), day)


def given(store: Store, case: Case, **details: Any) -> UUID:
    to: dict[str, Any] = {} if "organisation_id" in details else {"contact_id": case.siv}
    with store.write("consent_added") as session:
        return add_consent(session, case.mentee, scope=(C.PLAN,), **to, **details)


def is_covered(store: Store, case: Case, who: UUID, *days: date) -> bool:
    with store.read() as session:
        recipient = recipient_of(session, case.mentee, who)
        return covers(list_consents(session, case.mentee), recipient, C.PLAN, set(days))


def test_7_a_guardian_is_one_until_the_birthday(store: Store, clock: Any, day: date) -> None:
    with store.write("filled") as session:
        case = Case(session, date(day.year - 18, day.month, day.day) + timedelta(days=1), day)
        mother = add_contact(session, "Marita Provare")
        add_link(session, case.mentee, NetworkRole.GUARDIAN, contact_id=mother)
        consent = add_consent(session, case.mentee, contact_id=mother, scope=(C.PLAN,))
        assert consent
        assert recipient_of(session, case.mentee, mother).audience is Audience.GUARDIAN
    clock.pass_days(1)
    with store.read() as session:
        assert recipient_of(session, case.mentee, mother).audience is Audience.OTHER


def test_8_a_representative_says_yes_only_while_appointed(store: Store, case: Case) -> None:
    with pytest.raises(InputError, match="consent_no_representative"):
        given(store, case, given_by=GivenBy.REPRESENTATIVE)


def test_10_withdrawn_the_day_before_the_paper_no_longer_holds(store: Store, case: Case, day: date) -> None:
    consent = given(store, case)
    with store.write("print_logged") as session:
        add_print(
            session, number="2026-0001", template="P02", template_version=1, mentee_id=case.mentee,
            audience=Audience.CASEWORKER, recipient="Siv", classes=(C.PLAN,), ticked=(), sha256="0", pages=1,
            printed_on=day, delivered_how=DeliveredHow.PRINTER, contact_id=case.siv, asked=(C.PLAN,),
        )  # fmt: skip
        assert list_stale(session, case.mentee) == ()
        withdraw_consent(session, consent)
        session.flush()
        assert [one.record.number for one in list_stale(session, case.mentee)] == ["2026-0001"]
    assert not is_covered(store, case, case.siv, day)


def test_11_it_must_hold_on_the_day_of_the_print_and_of_the_meeting(store: Store, case: Case, day: date) -> None:
    last = day + timedelta(days=5)
    given(store, case, valid_to=last)
    assert is_covered(store, case, case.siv, day, last)
    assert not is_covered(store, case, case.siv, day, last + timedelta(days=1))


def test_12_a_unit_covers_the_new_caseworker_and_the_mentor_is_told(store: Store, case: Case, day: date) -> None:
    given(store, case, organisation_id=case.unit, valid_from=day - timedelta(days=20))
    with store.write("contact_replaced") as session:
        new = add_contact(session, "Ny Provsson", organisation_id=case.unit)
        replace_contact(session, case.siv, new, day, mentee_id=case.mentee)
    assert is_covered(store, case, new, day)
    with store.read() as session:
        (consent,) = list_consents(session, case.mentee)
        found = new_since(consent, list_links(session, case.mentee), day)
    assert [one.contact and one.contact.name for one in found] == ["Ny Provsson"]


def test_13_without_any_consent_the_mentees_own_papers_are_made() -> None:
    assert Audience.MENTEE in KINDS[MIN_PLAN.code].template.audiences
    for code in ("P06", "P09", "P18"):
        assert Audience.MENTEE in KINDS[code].template.audiences


def test_what_ends_and_what_awaits_a_signature_is_said_on_idag(store: Store, case: Case, day: date) -> None:
    given(store, case, valid_to=day + timedelta(days=12), form=ConsentForm.ORAL_DOCUMENTED)
    with store.read() as session:
        shown = read_day(session)
    ends = [(one.name, one.days, one.lead) for one in shown.dates if one.rule is Rule.CONSENT_END]
    assert ends == [("Siv Provsson", 12, 14)]
    assert [one.name for one in shown.follow_ups if one.rule is Rule.SIGNATURE] == ["Siv Provsson"]
