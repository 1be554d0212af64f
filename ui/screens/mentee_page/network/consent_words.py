"""What the tab says about consents: values in, words of the chosen language out."""

from datetime import date

from mentorapp.domain.consents import Consent, ConsentForm, ConsentKind, GivenBy
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.network import GUARDIAN_AGE, NetworkRole
from mentorapp.language.consent_words import recipient_name
from mentorapp.language.relative import ahead
from mentorapp.language.texts import Texts

from ..reading import Person
from ..words import DOT, day_in_full
from .reading import Network


def givers(person: Person, network: Network) -> tuple[GivenBy, ...]:
    """Who can say yes, the usual one first: under 18 both, a representative where one is appointed."""
    age = person.mentee.age(person.today)
    young = age is not None and age < GUARDIAN_AGE
    found = [GivenBy.MENTEE_AND_GUARDIAN, GivenBy.MENTEE, GivenBy.GUARDIAN] if young else [GivenBy.MENTEE]
    if any(link.role in (NetworkRole.GOD_MAN, NetworkRole.FORVALTARE) for link in network.around.near):
        found.append(GivenBy.REPRESENTATIVE)
    return tuple(found)


def title_of(texts: Texts, consent: Consent) -> str:
    if consent.kind is ConsentKind.REGISTRATION:
        return texts("consent.registration", system=consent.system)
    if consent.kind is ConsentKind.CONTACT_AFTER_CLOSURE:
        return texts("consent.contact_after")
    return recipient_name(texts, consent)


def facts_of(texts: Texts, consent: Consent, person: Person) -> str:
    """Skriftligt · Elis och vårdnadshavare · med tolk · pärm 3; what it is for stands on a line of its own."""
    parts = [texts(f"consent.short_{consent.form.value}")]
    if consent.form is ConsentForm.WRITTEN:
        key = "consent.signed" if consent.signed_on else "consent.written_unsigned"
        parts = [texts(key, day=_day(texts, consent))]
    if consent.given_by is not GivenBy.MENTEE:
        parts.append(texts(f"consent.by_{consent.given_by.value}", name=person.name))
    if consent.interpreter_used:
        parts.append(texts("consent.with_interpreter"))
    if consent.place_of_paper:
        parts.append(consent.place_of_paper)
    return DOT.join(parts)


def dates_of(texts: Texts, consent: Consent, today: date) -> str:
    """Gäller 12 maj–11 november."""
    return texts(
        "consent.holds",
        first=day_in_full(texts, consent.valid_from, today),
        last=day_in_full(texts, consent.valid_to, today),
    )


def _day(texts: Texts, consent: Consent) -> str:
    return day_in_full(texts, consent.signed_on, consent.signed_on) if consent.signed_on else ""


def missed_words(texts: Texts, meeting: Meeting, today: date) -> str:
    """Of a booked meeting that a consent does not reach."""
    kind = texts(f"meeting.short_{meeting.kind.value}")
    return texts("consent.meeting_missed", kind=kind, day=ahead(texts, meeting.event_date, today))
