"""What is said beside the light of a recipient or a consent: never the shape alone."""

from datetime import date

from mentorapp.domain.consents import Consent, Light, Lost, Standing
from mentorapp.domain.sharing import InfoClass

from .dates import short_date
from .relative import ago
from .texts import Texts

_KEYS = {
    Standing.COVERS: "classes.consent_covers",
    Standing.ORAL: "classes.consent_oral",
    Standing.ENDS_SOON: "classes.consent_expiring",
    Standing.NOT_THAT_DAY: "consent.not_that_day",
    Standing.WITHDRAWN: "classes.consent_withdrawn",
    Standing.ENDED: "classes.consent_expired",
    Standing.NONE: "classes.consent_not_asked",
}


def light_words(texts: Texts, light: Light) -> str:
    """till 12 maj; muntligt; återtaget 3 december; inte frågat."""
    return texts(_KEYS[light.standing], day=short_date(texts, light.day) if light.day else "")


def meeting_light_words(texts: Texts, light: Light) -> str:
    """The same for a meeting: what holds now and not on its day is said with the last day it holds."""
    if light.standing is Standing.NOT_THAT_DAY and light.day is not None:
        return texts("consent.ends_before", day=short_date(texts, light.day))
    return light_words(texts, light)


def lost_words(texts: Texts, lost: Lost, today: date) -> str:
    """inte hälsa sedan i går; of several classes how many."""
    days = (today - lost.day).days
    since = ago(texts, lost.day, today) if days <= 1 else short_date(texts, lost.day)
    first, *more = lost.classes
    if more:
        return texts("consent.lost_several", count=len(lost.classes), day=since)
    name = texts(f"classes.{first.value}")
    return texts("consent.lost", what=name[:1].lower() + name[1:], day=since)


def recipient_name(texts: Texts, consent: Consent) -> str:
    """Siv Provsson, Försäkringskassan; of a unit that all its caseworkers are meant."""
    if consent.contact is not None:
        place = consent.contact.organisation
        return ", ".join(part for part in (consent.contact.name, place.name if place else "") if part)
    if consent.organisation is not None:
        place = consent.organisation
        return texts("consent.whole_unit", name=", ".join(part for part in (place.name, place.unit) if part))
    return consent.system


def explained(texts: Texts, info_class: InfoClass) -> str:
    """What a class holds, in words for the mentee."""
    return texts(f"consent.about_{info_class.value}")
