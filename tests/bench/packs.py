"""The row about a meeting pack: seven papers and more for four parties, against as many bare pages of ReportLab."""

from collections.abc import Iterator
from datetime import time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.domain.sharing import offered_scope
from mentorapp.exchange.packs import make_pack
from mentorapp.language import Texts
from mentorapp.store.address_book import list_contacts
from mentorapp.store.consents import add_consent
from mentorapp.store.meetings import add_invitee, add_meeting
from mentorapp.store.mentees import find_mentees
from mentorapp.store.network import list_links
from mentorapp.store.recipients import recipient_of
from mentorapp.store.store import Store

from .measuring import Row, compared, timed
from .paper import canvas_alone, drawn_by
from .places import Place

_WHO = "LM 207"
_TEXTS = Texts("sv")
_PARTIES = 3
_SCOPE = (C.ID, C.PLAN, C.PRESENCE, C.WORK, C.EDU, C.INCOME, C.RATING)


def meeting_of(store: Store) -> UUID:
    """Birk with three parties from outside who may see what they may at most."""
    today = store.clock.today()
    with store.write("meeting_added") as session:
        mentee = find_mentees(session, _WHO)[0].id
        made = add_meeting(
            session, mentee, MeetingKind.MULTI_PARTY, today + timedelta(days=1), start_time=time(10), place="AME"
        )
        linked = [one.contact_id for one in list_links(session, mentee) if one.contact_id]
        others = [one.id for one in list_contacts(session) if one.id not in linked]
        for contact in [*dict.fromkeys(linked), *others][:_PARTIES]:
            add_invitee(session, made, contact_id=contact)
            _agree(session, mentee, contact)
    return made


def _agree(session: Session, mentee: UUID, contact: UUID) -> None:
    """To what the ceiling of that party lets through of it."""
    scope = set(_SCOPE) & set(offered_scope(recipient_of(session, mentee, contact).audience))
    if scope:
        add_consent(session, mentee, contact_id=contact, scope=scope)


def pack_rows(place: Place) -> Iterator[Row]:
    """The floor is the same words on bare pages; reading, letting through, tagging and the grid come on top."""
    opened = place.open()
    try:
        store = opened.store
        meeting = meeting_of(store)

        def make() -> bytes:
            return make_pack(store, meeting, texts=_TEXTS).papers[0].pdf

        pack = make_pack(store, meeting, texts=_TEXTS)
        name = f"Pack for {len(pack.case.parties)} parties, {len(pack.papers)} papers, {pack.pages} pages"
        yield compared(name, "under 500 ms", timed(canvas_alone(drawn_by(make)), 3), timed(make, 3))
    finally:
        opened.close()
