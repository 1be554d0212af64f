"""For whom else a paper of the mentee's can be made, and what is on one only when somebody asks for it: the alias on a
blank form, ratings beside the staircase."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.form_sheet import FORM
from mentorapp.domain.network import Contact, is_current
from mentorapp.domain.sharing import Audience
from mentorapp.domain.stairs_sheet import STAIRS
from mentorapp.language import Texts
from mentorapp.store.employer_forms import ALIAS, supervisor_of
from mentorapp.store.mentees import get_mentee
from mentorapp.store.network import list_links
from mentorapp.store.recipients import recipient_of
from mentorapp.store.stairs_ratings import list_ratings

from .addressees import To

_MADE_FOR = {one.code: one.audiences - {Audience.MENTEE} for one in (FILLED, STAIRS)}
"""Papers of the mentee's that others can have too, and who."""


@dataclass(frozen=True, slots=True)
class Extra:
    item: str
    words: str


def list_addressees(session: Session, mentee_id: UUID, template: str, about: UUID | None) -> tuple[Contact, ...]:
    """People around the mentee for whom the rules have such a paper; of a follow-up only its own supervisor."""
    audiences = _MADE_FOR.get(template, frozenset())
    if template == FILLED.code:
        found = supervisor_of(session, mentee_id, about)
        people = {found.id: found} if found else {}
    else:
        today = session.info["clock"].today()
        age = get_mentee(session, mentee_id).age(today) if audiences else None
        links = list_links(session, mentee_id) if audiences else ()
        people = {one.contact.id: one.contact for one in links if one.contact and is_current(one, age, today)}
    return tuple(one for one in people.values() if recipient_of(session, mentee_id, one.id).audience in audiences)


def list_extras(session: Session, mentee_id: UUID, template: str, to: To, *, texts: Texts) -> tuple[Extra, ...]:
    """In the order of the paper; most papers have none."""
    if template == FORM.code and to.contact_id is not None:
        alias = get_mentee(session, mentee_id).display_alias
        return (Extra(ALIAS, texts("preview.form_alias", alias=alias)),)
    if template == STAIRS.code:
        return tuple(Extra(one.item, one.title) for one in list_ratings(session, mentee_id, language=texts.language))
    return ()
