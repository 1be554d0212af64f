"""What the wizard says of parties, pieces and reasons; nothing of it is ever on paper."""

from datetime import date

from mentorapp.domain.consents import Standing
from mentorapp.domain.meeting_grid import OF_CLASS, Cell, CellState, GridRow
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.sharing import Audience, Block, InfoClass, Why
from mentorapp.domain.withheld import Lack, lacking
from mentorapp.exchange.meeting_parties import InvitedParty
from mentorapp.language.consent_words import meeting_light_words
from mentorapp.language.dates import day_in_full, time_of_day
from mentorapp.language.names import together
from mentorapp.language.texts import Texts
from ui.widgets.class_chip import class_label
from ui.widgets.consent_light import LIGHT_OF, Light
from ui.widgets.date_field import day_in_words

from .reading import WizardView

_SAID = ("reworded", "wording", "text", "what", "title", "name", "activity", "said")


def party_name(view: WizardView, party: InvitedParty) -> str:
    """The first name, as one speaks of somebody one knows."""
    if party.invitee.is_mentee:
        return view.name
    return party.invitee.name.partition(" ")[0]


def party_place(party: InvitedParty) -> str:
    place = party.invitee.organisation
    return place.name if place else party.invitee.role


def party_light(view: WizardView, party: InvitedParty) -> Light:
    """Of the mentee's own papers there is nothing to ask; a part taken back is amber beside what still holds."""
    if party.standing is None:
        return Light.COVERS
    light = LIGHT_OF[party.standing]
    partly = light is Light.COVERS and any(
        one.withdrawn_at is not None and one.is_for(party.party.recipient) for one in view.case.consents
    )
    return Light.PARTLY if partly else light


def light_words(texts: Texts, view: WizardView, party: InvitedParty) -> str:
    if party.standing is None:
        return texts("wizard.light_mentee")
    if party_light(view, party) is Light.PARTLY and party.standing is Standing.COVERS:
        return texts("wizard.light_partly")
    if party.light is not None and party.standing is Standing.NOT_THAT_DAY:
        return meeting_light_words(texts, party.light)
    return texts(f"meeting.light_{party.standing.value}")


def meeting_line(texts: Texts, view: WizardView) -> str:
    """I morgon 10.00 · Försäkringskassan och Fantasihallen."""
    places = list(dict.fromkeys(party_place(one) or party_name(view, one) for one in view.outside))
    parts = [when(texts, view.meeting, view.today), together(texts, places)]
    return " · ".join(part for part in parts if part)


def when(texts: Texts, meeting: Meeting, today: date) -> str:
    day = day_in_words(texts, meeting.event_date, today)
    return f"{day} {time_of_day(texts, meeting.start_time)}" if meeting.start_time else day


def said_by(block: Block) -> str:
    """What a piece says in words, where it does."""
    for name in _SAID:
        value = getattr(block, name, "")
        if isinstance(value, str) and value:
            return value
    return ""


def kind_words(texts: Texts, kind: str, info_class: InfoClass) -> str:
    key = f"wizard.item_{kind}"
    return texts(key) if texts.has(key) else class_label(texts, info_class)


def row_words(texts: Texts, row: GridRow) -> tuple[str, str]:
    """The title of a row and what stands below it."""
    if row.key.startswith(OF_CLASS):
        return texts("wizard.item_class", what=class_label(texts, row.info_class)), ""
    kind = kind_words(texts, row.kind, row.info_class)
    said = said_by(row.blocks[0]) if row.count == 1 else ""
    if row.count > 1:
        return kind, texts("wizard.rows", count=row.count)
    return (said, kind) if said else (kind, "")


def reason(texts: Texts, view: WizardView, party: InvitedParty, info_class: InfoClass, why: Why | None) -> str:
    """Why somebody does not get it, as the mentor would say it to a colleague."""
    audience = party.audience
    if why is None:
        return texts("wizard.why_elsewhere")
    if why is Why.CEILING:
        return texts(f"wizard.never_{audience.value}")
    if why is Why.NO_CONSENT:
        return _no_consent(texts, view, party, info_class)
    return texts(f"wizard.why_{why.value}")


def _no_consent(texts: Texts, view: WizardView, party: InvitedParty, info_class: InfoClass) -> str:
    if party.audience is Audience.OTHER:
        return texts("wizard.never_other")
    found = lacking(view.case.consents, party.party.recipient, info_class, view.today)
    day = day_in_words(texts, found.on, view.today) if found.on else ""
    if found.lack is not Lack.WITHDRAWN and found.on:
        day = day_in_full(texts, found.on, view.today)
    return texts(f"wizard.lack_{found.lack.value}", name=view.name, day=day[:1].lower() + day[1:])


def reason_light(view: WizardView, party: InvitedParty, info_class: InfoClass, why: Why | None) -> Light:
    if why in (Why.NOT_TICKED, Why.LEFT_OUT):
        return Light.NOT_ASKED
    if why is Why.NO_CONSENT and party.audience is not Audience.OTHER:
        found = lacking(view.case.consents, party.party.recipient, info_class, view.today)
        return Light.NOT_ASKED if found.lack in (Lack.NOT_ASKED, Lack.OTHER_CLASSES) else Light.NONE
    return Light.NEVER


def cell_words(texts: Texts, view: WizardView, party: InvitedParty, cell: Cell) -> str:
    if cell.state is CellState.SHOWN:
        return texts("wizard.cell_shown")
    if cell.state is CellState.OPEN:
        return texts("wizard.cell_each" if cell.each else "wizard.cell_open")
    return reason(texts, view, party, cell.info_class, cell.why)
