"""The tab Nätverk: who is around the person, who is missing, who leaves; obstacles; the mentor's own tasks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import NetworkLink, NetworkRole, OrganisationKind
from mentorapp.domain.obstacles import Obstacle, ObstacleKind
from mentorapp.domain.plans import Who
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import InterventionKind
from mentorapp.exchange.addressees import To
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import get_draft
from mentorapp.store.interventions import add_intervention
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import (
    add_contact,
    add_link,
    add_organisation,
    contact_left,
    get_contact,
    list_links,
    list_organisations,
)
from mentorapp.store.obstacles import add_obstacle, list_obstacles
from mentorapp.store.programmes import change_programme
from ui.requests import PrintRequest
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.network import NetworkTab
from ui.screens.mentee_page.network.link_sheet import LinkSheet
from ui.screens.mentee_page.network.obstacle_sheet import ObstacleSheet
from ui.widgets.class_chip import ClassChip
from ui.widgets.more_button import MoreButton

K = Qt.Key
Press = Callable[..., None]


@dataclass(frozen=True)
class Around:
    insurance: UUID
    siv: UUID
    link: UUID


@pytest.fixture
def around(look: Any, day: date) -> Around:
    """Siv at the insurance agency has been Farah's caseworker for two months."""
    with look.store.write("link_added") as session:
        insurance = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE, unit="Provköping")
        siv = add_contact(session, "Siv Provsson", title="utredare", organisation_id=insurance, phone="070-174 06 05")
        link = add_link(
            session,
            look.who.mentee,
            NetworkRole.CASEWORKER,
            contact_id=siv,
            from_date=day - timedelta(days=60),
            responsible_for="ersättning",
        )
    return Around(insurance, siv, link)


@pytest.fixture
def tab(look: Any) -> NetworkTab:
    look.page.choose_tab("network")
    found = look.page.tab("network")
    assert isinstance(found, NetworkTab)
    return found


def links(look: Any) -> tuple[NetworkLink, ...]:
    with look.store.read() as session:
        found: tuple[NetworkLink, ...] = list_links(session, look.who.mentee)
    return found


def obstacles(look: Any) -> tuple[Obstacle, ...]:
    with look.store.read() as session:
        found: tuple[Obstacle, ...] = list_obstacles(session, look.who.mentee)
    return found


def words(widget: Any) -> str:
    QApplication.processEvents()  # what has just come is shown with the next layout
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def act(tab: NetworkTab, key: str, said: str) -> None:
    """An act of the menu of a row."""
    stop = tab.rows.stops[key]
    assert isinstance(stop, MoreButton)
    next(one for one in stop.menu_of_acts().actions() if one.text() == said).trigger()


def test_each_authority_has_a_card_with_the_named_person_or_says_that_it_is_missing(
    around: Around, tab: NetworkTab
) -> None:
    cards = {card.accessibleName(): words(card) for card in tab.people.cards()}
    assert list(cards) == ["Försäkringskassan, Provköping", "Arbetsförmedlingen", "Socialtjänsten"]
    insurance = cards["Försäkringskassan, Provköping"]
    assert "Siv Provsson" in insurance
    assert "Handläggare · utredare · ersättning · sedan 26 september" in insurance
    assert "070-174 06 05" in insurance
    assert "saknas" in cards["Socialtjänsten"]


def test_somebody_new_is_added_by_keys_with_the_organisation(tab: NetworkTab, look: Any, press: Press) -> None:
    assert tab.adding.hasFocus()
    press(K.Key_Space, "Åsa Ny", K.Key_Tab)
    (sheet,) = tab.window().findChildren(LinkSheet)
    sheet.role.setCurrentIndex(sheet.role.findData(NetworkRole.TEACHER))
    sheet.place.chooser.setFocus()
    press("Komvux Provköping", K.Key_Tab)
    sheet.place.kind.setCurrentIndex(sheet.place.kind.findData(OrganisationKind.ADULT_EDUCATION))
    sheet.details["phone"].line.setFocus()
    press("070-174 06 07")
    press(K.Key_Return, ctrl=True)
    (link,) = links(look)
    assert (link.role, link.info_class) == (NetworkRole.TEACHER, InfoClass.PLAN)
    assert link.contact is not None
    assert link.organisation is not None
    assert (link.contact.name, link.contact.phone) == ("Åsa Ny", "070-174 06 07")
    assert (link.organisation.name, link.organisation.kind) == ("Komvux Provköping", OrganisationKind.ADULT_EDUCATION)
    assert "Åsa Ny" in words(tab.people)
    look.store.undo()
    with look.store.read() as session:
        assert list_organisations(session) == ()
    assert "Åsa Ny" not in words(tab.people)


def test_an_authority_that_is_missing_proposes_itself(tab: NetworkTab, look: Any, press: Press) -> None:
    sheet = tab.open_authority(OrganisationKind.EMPLOYMENT_SERVICE)
    press("Alba Förmedlare", K.Key_Tab)
    press(K.Key_Return, ctrl=True)
    (link,) = links(look)
    assert link.role is NetworkRole.CASEWORKER
    assert link.organisation is not None
    assert (link.organisation.name, link.organisation.kind) == (
        "Arbetsförmedlingen",
        OrganisationKind.EMPLOYMENT_SERVICE,
    )
    sheet = tab.open_authority(OrganisationKind.EMPLOYMENT_SERVICE)
    assert sheet.place.chooser.value().organisation_id == link.organisation_id


def test_somebody_known_brings_along_title_phone_and_organisation(
    around: Around, tab: NetworkTab, look: Any, press: Press
) -> None:
    sheet = tab.open_link(None)
    press("siv", K.Key_Return)
    assert sheet.details["phone"].text() == "070-174 06 05"
    assert sheet.place.chooser.value().organisation_id == around.insurance
    sheet.role.setCurrentIndex(sheet.role.findData(NetworkRole.REHAB_COORDINATOR))
    sheet.details["phone"].set_text("070-174 06 99")
    sheet.keep()
    with look.store.read() as session:
        assert get_contact(session, around.siv).phone == "070-174 06 99"
    assert [link.contact_id for link in links(look)] == [around.siv, around.siv]


def test_what_is_missing_is_said_beside_the_field_and_what_is_typed_stays(
    tab: NetworkTab, look: Any, press: Press
) -> None:
    sheet = tab.open_link(None)
    press("Åsa Ny")
    press(K.Key_Return, ctrl=True)
    assert sheet.contact.value().new_name == "Åsa Ny"
    sheet.role.setCurrentIndex(sheet.role.findData(NetworkRole.CASEWORKER))
    sheet.place.chooser.line.setFocus()
    press("Komvux")
    press(K.Key_Return, ctrl=True)
    assert sheet.place.kind_field.fault() == "Välj vad för slags organisation det är."
    sheet.place.kind.setCurrentIndex(sheet.place.kind.findData(OrganisationKind.OTHER))
    press(K.Key_Return, ctrl=True)
    assert sheet.place.kind_other.fault()
    assert links(look) == ()
    sheet.place.kind_other.set_text("kurs")
    sheet.keep()
    assert len(links(look)) == 1


def test_a_draft_of_a_role_is_put_back_and_gone_on_with(tab: NetworkTab, look: Any, press: Press) -> None:
    tab.open_link(None)
    press("Åsa", K.Key_Escape, K.Key_Escape)
    with look.store.read() as session:
        assert get_draft(session, "network.link", look.who.mentee) is not None
    tab.open_draft("network.link")
    sheet = tab.open_link(None)
    assert sheet.contact.value().new_name == "Åsa"
    sheet.role.setCurrentIndex(sheet.role.findData(NetworkRole.MENTOR_OTHER))
    sheet.keep()
    with look.store.read() as session:
        assert get_draft(session, "network.link", look.who.mentee) is None
    assert "Fler runt Farah" in [card.accessibleName() for card in tab.people.cards()]


def test_a_role_is_changed_ended_and_removed_and_each_is_taken_back(
    around: Around, tab: NetworkTab, look: Any, day: date
) -> None:
    key = f"link:{around.link.hex}"
    sheet = tab.open_link(links(look)[0])
    assert sheet.responsible_for.text() == "ersättning"
    sheet.responsible_for.set_text("sjukpenning")
    sheet.keep()
    assert links(look)[0].responsible_for == "sjukpenning"
    act(tab, key, "Rollen är slut")
    assert links(look)[0].to_date == day - timedelta(days=1)
    assert tab.people.fold.text() == "Tidigare (1)"
    assert tab.people.former.isHidden()
    tab.people.fold.click()
    assert "Försäkringskassan, Provköping · Handläggare" in words(tab.people.former)
    look.store.undo()
    act(tab, key, "Ta bort, det var aldrig så")
    assert links(look) == ()
    look.store.undo()
    assert len(links(look)) == 1


def test_who_leaves_is_said_at_once_and_a_new_one_takes_over(
    around: Around, tab: NetworkTab, look: Any, press: Press, day: date
) -> None:
    act(tab, f"link:{around.link.hex}", "Slutar på jobbet")
    press("20/12", K.Key_Tab)
    press(K.Key_Return, ctrl=True)
    assert "Siv Provsson slutar 20 december. Säg det till Farah." in words(tab.people)
    act(tab, f"link:{around.link.hex}", "Slutar inte ändå")
    assert "Säg det till" not in words(tab.people)
    with look.store.write("contact_left") as session:
        contact_left(session, around.siv, day - timedelta(days=2))
    assert "Siv Provsson slutade 23 november. Säg det till Farah." in words(tab.people)
    tab.rows.stops[f"new:{around.link.hex}"].setFocus()
    press(K.Key_Space)
    press("Per Provmentor", K.Key_Tab)
    press(K.Key_Return, ctrl=True)
    new, old = links(look)
    assert new.contact is not None
    assert (new.contact.name, new.organisation_id, new.from_date) == ("Per Provmentor", around.insurance, day)
    assert (new.contact.title, old.to_date) == ("utredare", day - timedelta(days=2))
    assert "Per Provmentor är ny. Säg det till Farah." in words(tab.people)


def test_a_new_one_can_take_over_for_all_who_had_the_old_one(around: Around, tab: NetworkTab, look: Any) -> None:
    with look.store.write("link_added") as session:
        other = add_mentee(session, "Cleo")
        add_link(session, other, NetworkRole.CASEWORKER, contact_id=around.siv)
    link = links(look)[0]
    sheet = tab.open_replace(link)
    assert sheet is not None
    chips: Any = sheet
    assert [chips.for_whom.pill(key).text() for key in ("one", "all")] == [
        "Bara för Farah",
        "För alla 2 som har Siv Provsson",
    ]
    chips.keep()
    assert chips.contact.fault() == "Vem är det? Välj en person eller en organisation."
    chips.contact.choose(around.siv)
    chips.keep()
    assert chips.contact.fault() == "Det är samma person som förut. Välj någon annan."
    chips.contact.set_draft({"key": "", "name": "Per Provmentor", "sure": False})
    chips.for_whom.choose("all")
    chips.keep()
    with look.store.read() as session:
        (now, _before) = list_links(session, other)
    assert now.contact is not None
    assert now.contact.name == "Per Provmentor"


def test_who_has_somebody_after_them_is_only_said(around: Around, tab: NetworkTab, look: Any, day: date) -> None:
    with look.store.write("contact_left") as session:
        contact_left(session, around.siv, day + timedelta(days=5))
    sheet: Any = tab.open_replace(links(look)[0])
    assert sheet.on.day() == day + timedelta(days=6)
    sheet.contact.set_draft({"key": "", "name": "Per Provmentor", "sure": False})
    sheet.keep()
    assert f"new:{around.link.hex}" not in tab.rows.stops
    said = words(tab.people)
    assert "Siv Provsson slutar 30 november" in said
    assert "från 1 december" in said


def test_a_contact_in_care_has_its_class_and_near_ones_a_place_of_their_own(tab: NetworkTab, look: Any) -> None:
    with look.store.write("link_added") as session:
        clinic = add_organisation(session, "Björken", OrganisationKind.PSYCHIATRY)
        ida = add_contact(session, "Ida Låtsas", organisation_id=clinic)
        add_link(session, look.who.mentee, NetworkRole.CARE_CONTACT, contact_id=ida)
        man = add_contact(session, "Gun Påhitt")
        add_link(session, look.who.mentee, NetworkRole.GOD_MAN, contact_id=man, appointment="ekonomi")
    cards = {card.accessibleName(): card for card in tab.people.cards()}
    assert [chip.info_class for chip in cards["Björken"].findChildren(ClassChip)] == [InfoClass.HEALTH]
    assert "Får bestämma om: ekonomi" in words(cards["Närstående och företrädare"])


def test_a_protected_persons_places_are_said_by_their_kind_only(around: Around, tab: NetworkTab, look: Any) -> None:
    with look.store.write("mentee_changed") as session:
        change_mentee(session, look.who.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
        school = add_organisation(session, "Ärlan", OrganisationKind.FOLK_HIGH_SCHOOL, unit="Testfors")
        add_link(session, look.who.mentee, NetworkRole.TEACHER, organisation_id=school)
    said = words(tab.people) + "".join(card.accessibleName() for card in tab.people.cards())
    assert "Folkhögskola" in said
    for hidden in ("Ärlan", "Testfors", "Provköping"):
        assert hidden not in said


def test_under_the_youth_duty_alone_care_is_neither_shown_nor_offered(tab: NetworkTab, look: Any) -> None:
    with look.store.write("link_added") as session:
        clinic = add_organisation(session, "Björken", OrganisationKind.PSYCHIATRY)
        add_link(session, look.who.mentee, NetworkRole.THERAPIST, organisation_id=clinic)
        add_obstacle(session, look.who.mentee, "Kö till utredning", ObstacleKind.HEALTH)
        programme = look.page._person.programme.id
        change_programme(session, programme, legal_profile=LegalProfile.KAA)
    assert "Björken" not in words(tab.people)
    assert tab.why_less.isVisible()
    assert "Kö till utredning" not in words(tab.obstacles)
    sheet = tab.open_link(None)
    assert sheet.role.findData(NetworkRole.THERAPIST) < 0
    assert sheet.place.kind.findData(OrganisationKind.PSYCHIATRY) < 0
    assert "aktivitetsansvaret" in words(sheet)
    sheet.role.setCurrentIndex(sheet.role.findData(NetworkRole.CASEWORKER))
    sheet.contact.set_draft({"key": "", "name": "Ida", "sure": True})
    sheet.place.choose(clinic)
    sheet.keep()
    assert sheet.place.chooser.fault() == "Det här får inte skrivas upp när bara aktivitetsansvaret gäller."
    assert "aktivitetsansvaret" in words(tab.open_obstacle(None))


def test_an_obstacle_is_written_flagged_taken_on_and_cleared(
    tab: NetworkTab, look: Any, press: Press, day: date
) -> None:
    tab.obstacles.adding.setFocus()
    press(K.Key_Space)
    sheet = tab.window().findChildren(ObstacleSheet)[-1]
    press("Får inte övningsköra")
    press(K.Key_Return, ctrl=True)
    assert "hinder" in words(sheet)
    sheet.kind.choose(ObstacleKind.RULES.value)
    sheet.keep()
    (found,) = obstacles(look)
    assert (found.kind, found.owner, found.since) == (ObstacleKind.RULES, None, day)
    assert "Ingen har tagit tag i det än. Vem gör det?" in words(tab.obstacles)
    change = tab.open_obstacle(found)
    change.owner.choose(Who.CONTACT.value)
    change._suit()
    change.keep()
    assert change.contact.fault() == "Vem tar tag i det? Välj eller skriv ett namn."
    change.contact.set_draft({"key": "", "name": "Siv Provsson", "sure": False})
    change.keep()
    assert obstacles(look)[0].owner_name == "Siv Provsson"
    assert "Ingen har tagit tag" not in words(tab.obstacles)
    box = tab.obstacles.boxes[found.id.hex]
    assert "Regler · sedan 25 november · Siv Provsson" in box.accessibleDescription()
    box.setFocus()
    press(K.Key_Space)
    assert obstacles(look)[0].cleared_on == day
    assert tab.obstacles.fold.text() == "Ur vägen (1)"
    tab.obstacles.fold.click()
    assert tab.obstacles.boxes[found.id.hex].isVisible()
    look.store.undo()
    assert obstacles(look)[0].is_open


def test_an_obstacle_written_by_mistake_is_removed_from_its_menu(tab: NetworkTab, look: Any) -> None:
    with look.store.write("obstacle_added") as session:
        add_obstacle(session, look.who.mentee, "Kö", ObstacleKind.WAITING, owner=Who.CONTACT, owner_name="Siv, FK")
    (found,) = obstacles(look)
    sheet = tab.open_obstacle(found)
    sheet.keep()
    assert obstacles(look)[0].owner_name == "Siv, FK"
    acts = tab.obstacles._menu(obstacles(look)[0])
    acts[1][1]()
    assert obstacles(look) == ()


def test_the_mentors_own_tasks_are_listed_and_lead_to_their_tab(
    tab: NetworkTab, look: Any, press: Press, qtbot: QtBot
) -> None:
    with look.store.write("intervention_added") as session:
        add_intervention(
            session,
            look.who.mentee,
            InterventionKind.CARE_CONTACT,
            "Björken",
            mentor_task="Följa med på första besöket",
        )
    QApplication.processEvents()
    rows = tab.tasks.rows()
    assert [row.title.text() for row in rows] == ["Följa med på första besöket", "Ringa Siv om tid"]  # type: ignore[attr-defined]
    rows[1].setFocus()
    with qtbot.waitSignal(tab.tab_wanted, check_params_cb=lambda name: name == "plan"):
        press(K.Key_Return)


def test_the_focus_stays_on_the_role_that_was_changed(around: Around, tab: NetworkTab, look: Any) -> None:
    key = f"link:{around.link.hex}"
    tab.rows.stops[key].setFocus()
    with look.store.write("obstacle_added") as session:
        add_obstacle(session, look.who.mentee, "Kö", ObstacleKind.WAITING)
    assert tab.rows.stops[key].hasFocus()


def test_forms_that_were_begun_open_by_their_names(around: Around, tab: NetworkTab, look: Any) -> None:
    with look.store.write("obstacle_added") as session:
        made = add_obstacle(session, look.who.mentee, "Kö", ObstacleKind.WAITING)
        gone = add_link(session, look.who.mentee, NetworkRole.TEACHER, organisation_id=around.insurance)
    from ui.widgets.form_sheet import FormSheet

    for form in (
        f"network.link:{around.link.hex}",
        f"network.replace:{around.link.hex}",
        f"network.leave:{around.link.hex}",
        f"network.obstacle:{made.hex}",
        "network.obstacle",
    ):
        tab.open_draft(form)
        (sheet,) = [one for one in tab.window().findChildren(FormSheet) if one.isVisible()]
        sheet.close_over()
    tab.open_draft(f"network.link:{look.who.mentee.hex}")
    assert [one for one in tab.window().findChildren(FormSheet) if one.isVisible()] == []
    missing = next(link for link in links(look) if link.id == gone)
    assert tab.open_leave(missing) is None
    assert tab.open_replace(missing) is not None


def test_the_way_to_the_register_is_on_the_tab(tab: NetworkTab, qtbot: QtBot, look: Any) -> None:
    with qtbot.waitSignal(look.page.place_wanted, check_params_cb=lambda place: place == "register"):
        tab.register.click()
    assert tab.sides()


def test_the_tab_reads_in_english_too(show: Callable[..., MenteePage], look: Any, around: Around) -> None:
    page = show(look.who.mentee, Texts("en"))
    page.choose_tab("network")
    tab: Any = page.tab("network")
    assert "Caseworker · utredare · ersättning · since 26 September" in words(tab.people)
    assert "missing" in words(tab.people)


def test_whoever_takes_over_is_handed_over_to_from_the_menu(tab: NetworkTab, look: Any, qtbot: QtBot) -> None:
    with look.store.write("link_added") as session:
        contact = add_contact(session, "Per Provmentor")
        link = add_link(session, look.who.mentee, NetworkRole.MENTOR_OTHER, contact_id=contact)
    with qtbot.waitSignal(look.page.print_wanted) as asked:
        act(tab, f"link:{link.hex}", "Skriv ut en överlämning")
    assert asked.args == [PrintRequest(look.who.mentee, template="P11", to=To(contact_id=contact))]
