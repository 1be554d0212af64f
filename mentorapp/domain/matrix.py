"""Information classes, audiences, and what it takes to show one to the other: B.1 and D.2 as data."""

from collections.abc import Mapping
from enum import StrEnum


class InfoClass(StrEnum):
    """The sensitivity label of every printable datum."""

    ID = "ID"
    CONTACT = "CONTACT"
    IDNUM = "IDNUM"
    PLAN = "PLAN"
    PRESENCE = "PRESENCE"
    WORK = "WORK"
    EDU = "EDU"
    INCOME = "INCOME"
    HEALTH = "HEALTH"
    SOCIAL = "SOCIAL"
    RATING = "RATING"
    ALLIANCE = "ALLIANCE"
    VIOLENCE = "VIOLENCE"
    LOCATION = "LOCATION"
    THIRD = "THIRD"
    PRIVATE = "PRIVATE"


class Audience(StrEnum):
    """For whom a print is made. OTHER has no column in D.2: nothing but when and where to meet is for them."""

    MENTEE = "mentee"
    GUARDIAN = "guardian"
    CASEWORKER = "caseworker"
    EMPLOYER = "employer"
    SCHOOL = "school"
    CARE = "care"
    NEW_MENTOR = "new_mentor"
    SUPERVISION = "supervision"
    STATISTICS = "statistics"
    OTHER = "other"


class Rule(StrEnum):
    """What it takes to show a class to an audience: A, C, T and X of D.2; TICKED is what takes a tick, no consent."""

    ALLOWED = "allowed"
    TICKED = "ticked"
    CONSENT = "consent"
    CONSENT_TICKED = "consent_ticked"
    NEVER = "never"


_I = InfoClass
_A, _T, _C, _CT = Rule.ALLOWED, Rule.TICKED, Rule.CONSENT, Rule.CONSENT_TICKED
_ALLOWED_TO_MENTEE = (
    _I.ID, _I.CONTACT, _I.PLAN, _I.PRESENCE, _I.WORK, _I.EDU, _I.INCOME, _I.HEALTH, _I.SOCIAL, _I.RATING, _I.ALLIANCE,
)  # fmt: skip

MATRIX: Mapping[Audience, Mapping[InfoClass, Rule]] = {
    Audience.MENTEE: {**dict.fromkeys(_ALLOWED_TO_MENTEE, _A), _I.IDNUM: _T, _I.LOCATION: _T},
    Audience.GUARDIAN: {
        _I.ID: _A, _I.CONTACT: _C, _I.IDNUM: _CT, _I.PLAN: _C, _I.PRESENCE: _C, _I.WORK: _C, _I.EDU: _C,
        _I.INCOME: _C, _I.HEALTH: _CT, _I.SOCIAL: _CT, _I.RATING: _CT,
    },
    Audience.CASEWORKER: {
        _I.ID: _C, _I.CONTACT: _C, _I.IDNUM: _CT, _I.PLAN: _C, _I.PRESENCE: _C, _I.WORK: _C, _I.EDU: _C,
        _I.INCOME: _C, _I.HEALTH: _CT, _I.SOCIAL: _CT, _I.RATING: _C, _I.VIOLENCE: _CT, _I.LOCATION: _CT,
    },
    Audience.EMPLOYER: {_I.ID: _C, _I.CONTACT: _CT, _I.PLAN: _CT, _I.PRESENCE: _C, _I.WORK: _C},
    Audience.SCHOOL: {
        _I.ID: _C, _I.CONTACT: _CT, _I.IDNUM: _CT, _I.PLAN: _C, _I.PRESENCE: _C, _I.WORK: _CT, _I.EDU: _C,
        _I.INCOME: _CT, _I.HEALTH: _CT, _I.RATING: _CT,
    },
    Audience.CARE: {
        _I.ID: _C, _I.CONTACT: _CT, _I.IDNUM: _CT, _I.PLAN: _C, _I.PRESENCE: _CT, _I.WORK: _CT, _I.EDU: _CT,
        _I.INCOME: _CT, _I.HEALTH: _C, _I.SOCIAL: _CT, _I.RATING: _CT, _I.VIOLENCE: _CT, _I.LOCATION: _CT,
    },
    Audience.NEW_MENTOR: {
        _I.ID: _C, _I.CONTACT: _C, _I.IDNUM: _C, _I.PLAN: _C, _I.PRESENCE: _C, _I.WORK: _C, _I.EDU: _C, _I.INCOME: _C,
        _I.HEALTH: _CT, _I.SOCIAL: _CT, _I.RATING: _C, _I.ALLIANCE: _C, _I.VIOLENCE: _CT, _I.LOCATION: _CT,
    },
    # By alias: no ID. ALLIANCE as totals only, which is all that is kept of it.
    Audience.SUPERVISION: {
        _I.PLAN: _A, _I.PRESENCE: _A, _I.WORK: _A, _I.EDU: _A, _I.RATING: _A, _I.ALLIANCE: _A,
        _I.HEALTH: _T, _I.SOCIAL: _T,
    },
}  # fmt: skip
"""D.2 as data. STATISTICS has no column: figures leave through suppression, never as blocks."""

OWN_ONLY = frozenset({(Audience.EMPLOYER, _I.WORK), (Audience.EMPLOYER, _I.PRESENCE), (Audience.SCHOOL, _I.PRESENCE)})
"""What is shown of the recipient's own workplace, school or meeting only."""

OUTWARD = frozenset({Audience.EMPLOYER, Audience.SCHOOL})
"""Those to whom a benefit for illness would tell of the illness (B.1)."""

INTERNAL_FREE = frozenset({
    _I.ID, _I.CONTACT, _I.IDNUM, _I.PLAN, _I.PRESENCE, _I.WORK, _I.EDU, _I.INCOME, _I.RATING, _I.ALLIANCE,
})  # fmt: skip
"""What a new mentor of the same organisation gets after information to the mentee: C with a dagger in D.2."""


def rule_for(audience: Audience, info_class: InfoClass) -> Rule:
    """The matrix of D.2; whatever it does not name is never shown."""
    return MATRIX.get(audience, {}).get(info_class, Rule.NEVER)


def offered_scope(audience: Audience) -> tuple[InfoClass, ...]:
    """What a consent towards that audience may cover: what the ceiling lets through and consent can open (B.4)."""
    opened = {Rule.CONSENT, Rule.CONSENT_TICKED}
    return tuple(one for one in InfoClass if rule_for(audience, one) in opened)
