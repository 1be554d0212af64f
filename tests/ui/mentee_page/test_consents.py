"""Consents on the tab Nätverk & samtycken: the lights, a new one, taken back in one press, and what is logged."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mentorapp.domain.consents import Consent, ConsentForm, ConsentKind, Direction, GivenBy
from mentorapp.domain.disclosures import LegalGround
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store.consents import add_consent, list_consents, withdraw_consent
from mentorapp.store.disclosures import list_disclosures
from mentorapp.store.meetings import add_invitee, add_meeting
from mentorapp.store.mentees import change_mentee
from mentorapp.store.network import add_contact, add_link, add_organisation
from mentorapp.store.print_log import add_print
from mentorapp.store.tables.network import ContactRow
from ui.requests import PrintRequest
from ui.screens.mentee_page.network import NetworkTab
from ui.screens.mentee_page.network.consent_part import ConsentPart
from ui.widgets.consent_light import ConsentLight

C = InfoClass


@pytest.fixture
def siv(look: Any, day: Any) -> UUID:
    with look.store.write("link_added") as session:
        place = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        firm = add_organisation(session, "Café Låtsas", OrganisationKind.EMPLOYER)
        boss = add_contact(session, "Bo Byggman", organisation_id=firm)
        add_link(session, look.who.mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=boss, organisation_id=firm)
        siv = add_contact(session, "Siv Provsson", organisation_id=place)
        add_link(
            session, look.who.mentee, NetworkRole.CASEWORKER, contact_id=siv, organisation_id=place,
            from_date=day - timedelta(days=3),
        )  # fmt: skip
    return siv


@pytest.fixture
def tab(look: Any, siv: UUID) -> NetworkTab:
    look.page.choose_tab("network")
    found = look.page.tab("network")
    assert isinstance(found, NetworkTab)
    return found


def consents(look: Any) -> tuple[Consent, ...]:
    with look.store.read() as session:
        found: tuple[Consent, ...] = list_consents(session, look.who.mentee)
    return found


def words(widget: Any) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def lights(tab: NetworkTab) -> list[str]:
    QApplication.processEvents()
    return [one.accessibleName() for one in tab.people.findChildren(ConsentLight) if one.isVisibleTo(tab.people)]


def give(look: Any, siv: UUID, **rest: Any) -> UUID:
    with look.store.write("consent_added") as session:
        return add_consent(session, look.who.mentee, contact_id=siv, scope=(C.ID, C.PLAN), purpose="planera", **rest)


def test_nobody_has_been_asked_and_all_support_can_be_given(tab: NetworkTab) -> None:
    assert "Du kan ge allt stöd ändå" in words(tab.consents)
    assert set(lights(tab)) == {"inte frågat"}


def test_a_consent_is_written_and_the_light_turns(tab: NetworkTab, look: Any, day: Any) -> None:
    tab.consents.new.click()
    sheet = look.page.window().findChild(type(tab.open_consent(None)))
    place = next(at for at in range(sheet.recipient.count()) if sheet.recipient.itemText(at).startswith("Siv"))
    sheet.keep()
    assert "Välj en mottagare" in words(sheet)
    sheet.recipient.setCurrentIndex(place)
    sheet.scope.boxes[C.PLAN].click()
    sheet.keep()
    assert "Skriv varför" in words(sheet)
    sheet.purpose.set_text("planera arbete")
    sheet.direction.choose(Direction.BOTH.value)
    sheet.interpreter.setChecked(True)
    sheet.interpreter_name.set_text("Tolk Tolksson")
    sheet.keep()
    (one,) = consents(look)
    assert (one.scope, one.purpose, one.direction) == ((C.PLAN,), "planera arbete", Direction.BOTH)
    assert (one.interpreter_name, one.given_by, one.valid_from) == ("Tolk Tolksson", GivenBy.MENTEE, day)
    assert "till 24 maj" in lights(tab)


def test_only_what_may_be_shown_to_an_employer_is_offered(tab: NetworkTab) -> None:
    sheet = tab.open_consent(None)
    place = next(at for at in range(sheet.recipient.count()) if sheet.recipient.itemText(at).startswith("Bo"))
    sheet.recipient.setCurrentIndex(place)
    offered = {one for one, box in sheet.scope.boxes.items() if box.isVisibleTo(sheet)}
    assert offered == {C.ID, C.CONTACT, C.PLAN, C.PRESENCE, C.WORK}
    assert sheet.scope.value() == ()


def test_it_is_taken_back_with_one_press_and_two_papers_no_longer_hold(
    tab: NetworkTab, look: Any, siv: UUID, day: Any
) -> None:
    give(look, siv)
    with look.store.write("print_logged") as session:
        for number in ("2026-0001", "2026-0002"):
            add_print(
                session, number=number, template="P02", template_version=1, mentee_id=look.who.mentee,
                audience=Audience.CASEWORKER, recipient="Siv", classes=(C.PLAN,), ticked=(), sha256="0", pages=1,
                printed_on=day, delivered_how=DeliveredHow.PRINTER, contact_id=siv, asked=(C.PLAN,),
            )  # fmt: skip
    part = tab.consents.findChild(ConsentPart)
    assert isinstance(part, ConsentPart)
    assert part.take_back is not None
    part.take_back.click()
    assert "Samtycket är återtaget. 2 utskrifter gäller inte längre." in words(tab.consents)
    assert "Det som mottagaren redan har fått går inte att ta tillbaka" in words(tab.consents)
    assert "återtaget 25 nov" in lights(tab)
    look.store.undo()
    assert consents(look)[0].withdrawn_at is None
    assert "till 24 maj" in lights(tab)


def test_word_of_mouth_shows_and_is_signed_later(tab: NetworkTab, look: Any, siv: UUID, day: Any) -> None:
    one = give(look, siv, form=ConsentForm.ORAL_DOCUMENTED)
    assert "muntligt" in lights(tab)
    tab.acts.signed(one)
    assert (consents(look)[0].form, consents(look)[0].signed_on) == (ConsentForm.WRITTEN, day)


def test_a_unit_covers_who_came_after_and_says_so(tab: NetworkTab, look: Any, day: Any) -> None:
    with look.store.write("consent_added") as session:
        place = next(one.organisation_id for one in tab._shown().links if one.role is NetworkRole.CASEWORKER)
        add_consent(
            session, look.who.mentee, organisation_id=place, scope=(C.PLAN,), valid_from=day - timedelta(days=30)
        )
    assert "Ny handläggare: Siv Provsson. Samtycket gäller enheten och räcker. Säg det till Farah." in words(
        tab.consents
    )
    assert "till 25 apr" in " ".join(lights(tab))


def test_under_18_the_guardian_is_asked_for_and_it_ends_before_the_birthday(
    tab: NetworkTab, look: Any, day: Any
) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, birth_date=day.replace(year=day.year - 18) + timedelta(days=50))
    sheet = tab.open_consent(None)
    assert sheet.given_by is not None
    assert sheet.given_by.current() == GivenBy.MENTEE_AND_GUARDIAN.value
    assert sheet.last.day() == day + timedelta(days=49)


def test_registration_and_contact_afterwards_are_consents_of_their_own(tab: NetworkTab, look: Any) -> None:
    sheet = tab.open_other(ConsentKind.REGISTRATION)
    sheet.keep()
    assert "Skriv namnet" in words(sheet)
    assert sheet.system is not None
    sheet.system.set_text("Uppföljning Finsam")
    sheet.keep()
    tab.open_other(ConsentKind.CONTACT_AFTER_CLOSURE).keep()
    assert {one.kind for one in consents(look)} == {ConsentKind.REGISTRATION, ConsentKind.CONTACT_AFTER_CLOSURE}
    assert "Registrering i Uppföljning Finsam" in words(tab.consents)
    assert set(lights(tab)) == {"inte frågat"}


def test_what_is_told_without_consent_is_written_whole(tab: NetworkTab, look: Any) -> None:
    tab.consents.disclosure_wanted.emit()
    sheet = tab.open_disclosure()
    sheet.keep()
    assert "Vilken lag ger stöd" in words(sheet)
    sheet.ground.choose(LegalGround.CONCERN_FOR_A_CHILD.value)
    sheet.keep()
    assert "Till vem lämnades det ut?" in words(sheet)
    sheet.recipient.set_text("Socialtjänsten")
    sheet.decided_by.set_text("Enhetschefen")
    sheet.reason.set_text("Oro för ett syskon")
    sheet.what.set_text("Att syskonet är ensamt")
    sheet.keep()
    with look.store.read() as session:
        (one,) = list_disclosures(session, look.who.mentee)
    assert one.ground is LegalGround.CONCERN_FOR_A_CHILD
    assert "Orosanmälan för barn" in words(tab.told)


def test_the_form_is_asked_for_to_sign_and_blank(tab: NetworkTab, look: Any, siv: UUID) -> None:
    one = give(look, siv)
    asked: list[PrintRequest] = []
    tab.print_wanted.connect(asked.append)
    part = tab.consents.findChild(ConsentPart)
    assert isinstance(part, ConsentPart)
    for menu, said in ((part.menu, "Skriv ut att skriva under"), (tab.consents.more, "Tom samtyckesblankett")):
        next(act for act in menu.menu_of_acts().actions() if act.text() == said).trigger()
    assert asked == [PrintRequest(look.who.mentee, template="P09", about=one), PrintRequest(template="P09")]


def test_a_draft_opens_the_form_it_was_of(tab: NetworkTab, look: Any, siv: UUID) -> None:
    one = give(look, siv)
    for form in ("network.consent", f"network.consent:{one.hex}", "network.registration", "network.disclosure"):
        tab.open_draft(form)
    titles = {child.accessibleName() for child in look.page.window().children() if hasattr(child, "accessibleName")}
    assert {"Nytt samtycke", "Ändra samtycket", "Samtycke till registrering", "Utlämnande utan samtycke"} <= titles


def test_a_booked_meeting_that_the_consent_does_not_reach_is_said(
    tab: NetworkTab, look: Any, siv: UUID, day: Any
) -> None:
    with look.store.write("meeting_added") as session:
        key = add_meeting(session, look.who.mentee, MeetingKind.SIP, day + timedelta(days=20))
        add_invitee(session, key, contact_id=siv)
    sentence = "SIP-möte är bokat 15 december. Den dagen gäller samtycket inte."
    sheet = tab.open_consent(None)
    place = next(at for at in range(sheet.recipient.count()) if sheet.recipient.itemText(at).startswith("Siv"))
    sheet.recipient.setCurrentIndex(place)
    assert sentence not in words(sheet)
    sheet.last.set_draft((day + timedelta(days=19)).isoformat())
    assert sentence in words(sheet)
    sheet.recipient.setCurrentIndex(place - 1)
    assert sentence not in words(sheet)
    sheet.close_over()
    give(look, siv, valid_to=day + timedelta(days=20))
    assert sentence not in words(tab.consents)
    one = give(look, siv, valid_to=day + timedelta(days=19))
    assert sentence in words(tab.consents)
    with look.store.write("consent_withdrawn") as session:
        withdraw_consent(session, one)
    assert sentence not in words(tab.consents)
    with look.store.write("consent_added") as session:
        unit = session.get_one(ContactRow, siv).organisation_id
        add_consent(
            session, look.who.mentee, organisation_id=unit, scope=(C.PLAN,), valid_to=day + timedelta(days=3)
        )  # fmt: skip
    assert sentence in words(tab.consents)
