"""A paper of the mentee's made for somebody else: chosen beside it, and what is only there when it is asked for."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sharing import Audience
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.exchange.addressees import To
from mentorapp.store import consents, network
from mentorapp.store.employer_forms import ALIAS
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.placements import add_placement
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_files import scale_id
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.workplaces import add_workplace
from ui.requests import PrintRequest


@pytest.fixture
def sture(look: Any, day: Any) -> UUID:
    """The supervisor of Farah's workplace, who may know of it."""
    with look.store.write("filled") as db:
        firm = network.add_organisation(db, "Fantasihallen", OrganisationKind.EMPLOYER)
        made: UUID = network.add_contact(db, "Sture Fantasi", organisation_id=firm)
        hall = add_workplace(db, "Fantasihallen", organisation_id=firm, supervisor_id=made)
        enrolment = current_enrolment(db, look.mentee)
        assert enrolment is not None
        placement = add_placement(db, enrolment.id, hall, PlacementType.INTERNSHIP, day, supervisor_id=made)
        add_follow_up(db, placement, day, agreed_changes="Kortare rast", next_on=day + timedelta(days=9))
        consents.add_consent(db, look.mentee, contact_id=made, scope=(C.ID, C.WORK))
    return made


def changed(look: Any, act: Any) -> None:
    before = look.preview.made.sha256
    act()
    look.bot.waitUntil(lambda: look.preview.made is not None and look.preview.made.sha256 != before)
    look.settle()


def test_a_follow_up_is_made_for_the_supervisor_and_for_the_mentee_again(look: Any, sture: UUID) -> None:
    with look.store.read() as db:
        met = db.connection().exec_driver_sql("SELECT id FROM workplace_follow_up").scalar()
    look.preview.open(PrintRequest(look.mentee, template="P05", about=UUID(bytes=met)))
    look.settle()
    card = look.preview.own.for_whom
    assert not card.isHidden()
    assert look.preview.made.audience is Audience.MENTEE
    changed(look, lambda: card.who.choose(str(sture)))
    assert (look.preview.made.audience, look.preview.made.contact_id) == (Audience.EMPLOYER, sture)
    assert not look.preview.held.isHidden()
    changed(look, lambda: card.who.choose(""))
    assert look.preview.made.audience is Audience.MENTEE


def test_the_alias_is_asked_for_by_a_tick(look: Any, sture: UUID) -> None:
    form = scale_id("workplace_supervisor", 1)
    look.preview.open(PrintRequest(look.mentee, template="P04", about=form, to=To(contact_id=sture)))
    look.settle()
    card = look.preview.own.for_whom
    assert card.who is None
    assert card.box(ALIAS).text() == "Skriv aliaset ZA 276 på blanketten"
    assert C.ID not in look.preview.made.classes
    changed(look, card.box(ALIAS).click)
    assert C.ID in look.preview.made.classes


def test_a_blank_form_of_nobody_asks_for_nothing(look: Any) -> None:
    look.preview.open(PrintRequest(template="P04", about=scale_id("workplace_mentee", 1)))
    look.settle()
    assert look.preview.own.for_whom.isHidden()
    assert look.preview.own.isHidden()


def test_the_stairs_are_made_for_a_caseworker_with_what_was_asked_for(look: Any, day: Any) -> None:
    with look.store.write("filled") as db:
        fk = network.add_organisation(db, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        fredrika = network.add_contact(db, "Fredrika Påhittsson", organisation_id=fk)
        network.add_link(db, look.mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        consents.add_consent(db, look.mentee, contact_id=fredrika, scope=(C.ID, C.PLAN, C.RATING))
        marks = tuple(Mark(item=one.code, value=Decimal(50)) for one in get_scale(db, "well_being").items)
        add_response(db, NewResponse(mentee_id=look.mentee, code="well_being", event_date=day, marks=marks))
    look.preview.open(PrintRequest(look.mentee, template="P06"))
    look.settle()
    card = look.preview.own.for_whom
    assert look.preview.made.easy, "the mentee's own, as the mentee needs it"
    changed(look, lambda: card.who.choose(str(fredrika)))
    assert look.preview.made.audience is Audience.CASEWORKER
    assert not look.preview.made.easy
    assert C.RATING not in look.preview.made.classes
    changed(look, card.box("ratings:well_being").click)
    assert C.RATING in look.preview.made.classes
    assert C.HEALTH not in look.preview.made.classes
