"""Uppgifter: each field is stored when it is left, says beside itself what cannot be stored, and survives a kill."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.domain.mentees import Education, Gender, Mentee, Pronoun, ProtectedIdentity
from mentorapp.domain.programmes import LegalProfile
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.programmes import change_programme
from ui.screens.mentee_page.details import DetailsTab

K = Qt.Key
Press = Callable[..., None]


def mentee(look: Any) -> Mentee:
    with look.store.read() as session:
        return get_mentee(session, look.who.mentee)


def typed(tab: DetailsTab, name: str, words: str, press: Press) -> Any:
    """As a hand does it: into the field, over what stands there, and out with Tab."""
    field: Any = tab.fields[name]
    field.setFocus()
    field.editor.selectAll()
    press(words if words else K.Key_Delete)
    press(K.Key_Tab)
    return field


def test_f2_opens_the_details_on_the_name(look: Any, press: Press) -> None:
    press(K.Key_F2)
    assert look.page.tabs.current() == "details"
    assert QApplication.focusWidget() is look.page.tab("details").fields["preferred_name"].line


def test_a_new_name_is_shown_at_once_and_the_old_one_kept(look: Any, tab: DetailsTab, press: Press) -> None:
    typed(tab, "preferred_name", "Fara", press)
    assert look.page.head.name.text() == "Fara Sagolik"
    assert [one.name for one in mentee(look).former_names] == ["Farah Sagolik"]
    assert len(tab.who.former.buttons) == 1
    look.store.undo()
    assert mentee(look).preferred_name == "Farah"
    assert tab.fields["preferred_name"].text() == "Farah"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "words", "faulty"),
    [
        ("preferred_name", "", True),
        ("family_name", "x" * 300, True),
        ("phones", "070, 08", False),
        ("public_support_months_before", "601", True),
        ("public_support_months_before", "tre år", True),
        ("public_support_months_before", "36", False),
        ("birth_date", "1 jan 2030", True),
        ("birth_date", "1 jan 1870", True),
        ("email", "farah@exempel", False),
    ],
)
def test_what_cannot_be_stored_is_said_beside_its_field(
    look: Any, tab: DetailsTab, press: Press, name: str, words: str, faulty: bool
) -> None:
    field = typed(tab, name, words, press)
    assert bool(field.fault()) is faulty
    if faulty and name != "birth_date":
        assert field.text() == words


def test_everything_typed_is_stored(look: Any, tab: DetailsTab, press: Press) -> None:
    typed(tab, "phones", "070 1, 08 2", press)
    typed(tab, "email", "farah@exempel", press)
    typed(tab, "safe_contact", "Bara sms.", press)
    typed(tab, "communication_needs", "Bildstöd", press)
    typed(tab, "interpreter_language", "dari", press)
    typed(tab, "display_alias", "ZZ 999", press)
    typed(tab, "public_support_months_before", "36", press)
    tab.reach.easy.click()
    tab.background.education.pill(Education.PRIMARY.value).click()
    tab.who.fields["gender"].pill(Gender.NON_BINARY.value).click()  # type: ignore[attr-defined]
    found = mentee(look)
    assert (found.phones, found.email, found.safe_contact) == (("070 1", "08 2"), "farah@exempel", "Bara sms.")
    assert (found.communication_needs, found.interpreter_language, found.display_alias) == (
        "Bildstöd",
        "dari",
        "ZZ 999",
    )
    assert (found.public_support_months_before, found.needs_easy_read) == (36, False)
    assert (found.highest_education, found.gender) == (Education.PRIMARY, Gender.NON_BINARY)


def test_a_birth_year_alone_is_enough_and_gives_way_to_the_date(look: Any, tab: DetailsTab, press: Press) -> None:
    assert not tab.who.year.isVisible()
    typed(tab, "birth_date", "", press)
    assert tab.who.year.isVisible()
    assert typed(tab, "birth_year", "1", press).fault()
    typed(tab, "birth_year", "2001", press)
    assert (mentee(look).birth_date, mentee(look).birth_year) == (None, 2001)
    typed(tab, "birth_date", "8 maj 2001", press)
    assert (mentee(look).birth_date, mentee(look).birth_year) == (date(2001, 5, 8), None)


@pytest.mark.parametrize(("name", "kind"), [("pronoun", Pronoun.OTHER), ("gender", Gender.OTHER)])
def test_another_word_is_asked_for_and_stored_with_the_choice(
    look: Any, tab: DetailsTab, press: Press, name: str, kind: Any
) -> None:
    chips: Any = tab.fields[name]
    chips.pill("other").click()
    other: Any = tab.fields[f"{name}_other"]
    assert other.isVisible()
    assert QApplication.focusWidget() is other.line
    assert tab.who.faults[name].sentence()
    press("annat ord", K.Key_Tab)
    assert getattr(mentee(look), name) is kind
    assert getattr(mentee(look), f"{name}_other") == "annat ord"
    assert not tab.who.faults[name].sentence()
    kinds: Any = type(kind)
    first = next(iter(kinds))
    chips.pill(first.value).click()
    assert getattr(mentee(look), name) is first
    assert not other.isVisible()
    chips.pill("other").click()
    assert getattr(mentee(look), name) is kind


def test_what_is_typed_is_put_back_after_a_kill_and_only_there(look: Any, tab: DetailsTab, press: Press) -> None:
    tab.fields["email"].setFocus()
    press("halvskriv")
    tab.drafts._keeper.keep()
    with look.store.write("mentee_added") as session:
        other = add_mentee(session, "Birk")
    fresh = DetailsTab(look.store, look.page._texts, look.page._theme)
    fresh.show_person(look.page._person)
    assert fresh.fields["email"].text() == "halvskriv"  # type: ignore[attr-defined]
    look.page.open(other)
    look.page.choose_tab("details")
    assert tab.fields["email"].text() == ""  # type: ignore[attr-defined]
    fresh.deleteLater()


def test_turning_to_somebody_else_stores_what_was_typed_as_the_first_ones(
    look: Any, tab: DetailsTab, press: Press
) -> None:
    with look.store.write("mentee_added") as session:
        other = add_mentee(session, "Birk")
    tab.fields["email"].setFocus()
    press("farah@exempel")
    look.page.open(other)
    assert mentee(look).email == "farah@exempel"
    with look.store.read() as session:
        assert get_mentee(session, other).email == ""


def test_looking_at_one_after_the_other_changes_nobody(look: Any, tab: DetailsTab) -> None:
    with look.store.write("mentee_added") as session:
        other = add_mentee(
            session,
            "Birk",
            pronoun=Pronoun.HAN,
            gender=Gender.MAN,
            highest_education=Education.UPPER_SECONDARY,
            protected_identity=ProtectedIdentity.SEKRETESSMARKERING,
            needs_easy_read=True,
        )
    told: list[object] = []
    look.store.on_change(told.append)
    first = look.who.mentee
    before = mentee(look)
    for person in (other, first, other):
        look.page.open(person)
        look.page.choose_tab("details")
        tab.write_all()
    assert told == []
    assert mentee(look) == before
    with look.store.read() as session:
        assert get_mentee(session, other).pronoun is Pronoun.HAN


def test_a_protected_person_is_told_what_that_means(look: Any, tab: DetailsTab) -> None:
    assert not tab.identity.rules.isVisible()
    tab.identity.protection.pill(ProtectedIdentity.SEKRETESSMARKERING.value).click()
    assert mentee(look).is_protected
    assert tab.identity.rules.isVisible()
    assert tab.reach.protected.isVisible()
    assert look.page.head.line.text() == "ZA 276 · 25 år · hon"


def test_money_is_not_asked_for_under_the_youth_duty_alone(look: Any, tab: DetailsTab) -> None:
    assert tab.background.months.isVisible()
    programme = look.page._person.programme.id
    with look.store.write("programme_changed") as session:
        change_programme(session, programme, legal_profile=LegalProfile.KAA)
    assert not tab.background.months.isVisible()
    assert tab.background.why_box.isVisible()


def test_somebody_alike_is_mentioned_by_alias(look: Any, tab: DetailsTab, day: date) -> None:
    assert not tab.who.doubles.isVisible()
    with look.store.write("mentee_added") as session:
        add_mentee(session, "Sagolik", family_name="Fara", display_alias="QT 412", birth_date=date(2001, 8, 5))
    assert tab.who.doubles.isVisible()
    assert "QT 412" in tab.who.doubles.text()
    with look.store.write("mentee_added") as session:
        add_mentee(session, "Farah", family_name="Sagolik", display_alias="AB 100", birth_date=day - timedelta(8000))
    assert "AB 100" not in tab.who.doubles.text()
