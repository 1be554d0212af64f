"""Skattningar: limits with a comma, each with its source; licence, permission, undo and drafts."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.session_ratings import SHIPPED
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.settings import get_settings
from ui.requests import DraftRequest
from ui.rooms import Rooms
from ui.screens.settings.ratings_page import RatingsPage
from ui.theme import Theme

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Hand = Callable[..., None]


@pytest.fixture
def page(rooms: Rooms) -> RatingsPage:
    rooms.settings.show_page("ratings")
    return rooms.settings.ratings


def test_the_shipped_limits_stand_there_with_where_they_come_from(rooms: Rooms, page: RatingsPage) -> None:
    shown = {name: field.text() for name, field in page.fields.items()}
    assert shown == {
        "ors_cut_off_adult": "25,0",
        "ors_cut_off_young": "28,0",
        "ors_adult_from": "18",
        "ors_reliable_change": "5,0",
        "srs_limit": "36,0",
        "change_mm": "5",
        "kasam_permission": "",
    }
    for name in ("ors_cut_off_adult", "ors_cut_off_young", "ors_adult_from", "ors_reliable_change", "srs_limit"):
        assert "ontrollera i manualen" in page.fields[name].hint.text()
    with rooms.store.read() as session:
        assert get_settings(session).session_limits == SHIPPED


def test_a_limit_is_typed_with_a_comma_and_undone(
    rooms: Rooms, page: RatingsPage, hand: Hand, tab_to: Callable[[QWidget], None]
) -> None:
    tab_to(page.fields["ors_cut_off_young"].line)
    hand(K.Key_A, held=CTRL)
    hand("27,5", K.Key_Tab)
    with rooms.store.read() as session:
        assert get_settings(session).session_limits.ors_cut_off_young == Decimal("27.5")
    hand(K.Key_Z, held=CTRL)
    assert page.fields["ors_cut_off_young"].text() == "28,0"


def test_a_whole_number_gets_its_decimal_and_an_emptied_one_is_as_shipped(rooms: Rooms, page: RatingsPage) -> None:
    for typed, shown, stored in (("30", "30,0", 300), ("29.5", "29,5", 295), ("", "25,0", 250)):
        leave(page, "ors_cut_off_adult", typed)
        assert page.fields["ors_cut_off_adult"].text() == shown
        with rooms.store.read() as session:
            assert get_settings(session).ors_cut_off_adult == stored


def leave(page: RatingsPage, name: str, typed: str) -> str:
    """Types in a field and leaves it; gives the sentence beside it."""
    field = page.fields[name]
    field.line.setText(typed)
    field.line.textEdited.emit(typed)
    field.line.editingFinished.emit()
    return field.fault()


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("ors_cut_off_adult", "41", "0 till 40"),
        ("ors_reliable_change", "0,5", "1 till 20"),
        ("srs_limit", "36,55", "högst en decimal"),
        ("srs_limit", "högt", "högst en decimal"),
        ("ors_adult_from", "17,5", "siffror"),
        ("ors_adult_from", "30", "12 till 25"),
        ("change_mm", "0", "1 till 50"),
    ],
)
def test_what_cannot_be_a_limit_is_said_beside_the_field_and_stays_there(
    rooms: Rooms, page: RatingsPage, name: str, typed: str, says: str
) -> None:
    with rooms.store.read() as session:
        before = get_settings(session)
    assert says in leave(page, name, typed)
    assert page.fields[name].text() == typed
    with rooms.store.read() as session:
        assert get_settings(session) == before
        assert [draft.form for draft in list_drafts(session)] == ["settings.ratings"]


def test_the_licence_is_answered_and_can_be_changed(rooms: Rooms, page: RatingsPage, hand: Hand) -> None:
    page.licence.focus()
    hand("j")
    with rooms.store.read() as session:
        assert get_settings(session).session_rating_licence
    assert rooms.frame.status.text_of("undo") == "Ångra: licensfrågan besvarad"
    hand("n")
    with rooms.store.read() as session:
        assert not get_settings(session).session_rating_licence
    rooms.frame.undo()
    assert page.licence.current() == "yes"


def test_the_permission_for_kasam_is_written_here(rooms: Rooms, page: RatingsPage) -> None:
    leave(page, "kasam_permission", "Brev 4 mars 2026, pärm 3")
    with rooms.store.read() as session:
        assert get_settings(session).kasam_permission == "Brev 4 mars 2026, pärm 3"
    assert "för lång" in leave(page, "kasam_permission", "x" * 201) or page.fields["kasam_permission"].fault()


def test_what_was_typed_and_not_stored_is_there_again(
    qtbot: QtBot, rooms: Rooms, page: RatingsPage, theme: Theme, texts: Texts
) -> None:
    leave(page, "srs_limit", "tre")
    second = RatingsPage(theme, texts, rooms.store)
    qtbot.addWidget(second)
    second.refresh()
    assert second.fields["srs_limit"].text() == "tre"
    rooms.settings.show_page("look")
    rooms.open_draft(DraftRequest(None, "settings.ratings"))
    assert rooms.settings.current == "ratings"
    assert page.fields["srs_limit"].line.hasFocus()


def test_in_english_a_limit_has_a_point(qtbot: QtBot, theme: Theme, rooms: Rooms) -> None:
    page = RatingsPage(theme, Texts("en"), rooms.store)
    qtbot.addWidget(page)
    page.refresh()
    assert page.fields["srs_limit"].text() == "36.0"
