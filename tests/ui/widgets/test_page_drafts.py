"""Fields without a Save button: a draft while typing, stored when left, put back after a kill and only there."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine, LineField
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text_field import TextField

FORM = "overview.good_to_know"
TypeText = Callable[[QWidget, str], None]


class Page(QWidget):
    """Three fields that outlive the person shown; what is stored is remembered by person, as a store would."""

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__()
        self.stored: dict[UUID, dict[str, object]] = {}
        self.person: UUID | None = None
        self.refusal: Exception | None = None
        self.name = LineField(theme, "Namn")
        self.safe = TextField(theme, "Kontakt")
        self.bare = QPlainTextEdit()
        self.fault = FaultLine(theme)
        self.on = DateField(theme, texts, store.clock, "Dag")
        self.other = QPushButton("annat")
        column = QVBoxLayout(self)
        for part in (self.name, self.safe, self.bare, self.fault, self.on, self.other):
            column.addWidget(part)
        self.drafts = PageDrafts(store, FORM, parent=self, texts=texts)
        self.drafts.attach("name", self.name, lambda value: self.commit("name", value))
        self.drafts.attach("safe", self.safe, lambda value: self.commit("safe", value))
        self.drafts.attach("bare", self.bare, lambda value: self.commit("bare", value), self.fault)
        self.drafts.attach("on", self.on, lambda value: self.commit("on", value))

    def commit(self, name: str, value: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        assert self.person is not None
        self.stored.setdefault(self.person, {})[name] = value

    def show_person(self, person: UUID) -> None:
        have = self.stored.get(person, {})
        self.drafts.show(person, {name: have.get(name, None if name == "on" else "") for name in self.names})
        self.person = person

    names = ("name", "safe", "bare", "on")


@pytest.fixture
def make(shown: Callable[..., QWidget], theme: Theme, texts: Texts, store: Store) -> Callable[[], Page]:
    def build() -> Page:
        page = Page(theme, texts, store)
        shown(page).resize(700, 700)
        return page

    return build


def drafts(store: Store) -> dict[UUID | None, dict[str, object]]:
    with store.read() as session:
        return {draft.mentee_id: dict(draft.content) for draft in list_drafts(session) if draft.form == FORM}


def test_a_field_is_stored_when_it_is_left_by_tab_or_enter(
    make: Callable[[], Page], store: Store, qtbot: QtBot, type_text: TypeText
) -> None:
    page, anna = make(), uuid4()
    page.show_person(anna)
    page.name.line.setFocus()
    type_text(page.name.line, "Åsa")
    assert page.stored == {}
    qtbot.keyPress(page.name.line, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    assert page.stored == {anna: {"name": "Åsa"}}
    assert QApplication.focusWidget() is page.safe.box
    type_text(page.safe.box, "sms")
    page.other.setFocus()
    assert page.stored[anna]["safe"] == "sms"
    page.bare.setFocus()
    type_text(page.bare, "bild")
    page.on.line.setFocus()
    assert page.stored[anna]["bare"] == "bild"
    type_text(page.on.line, "25/11")
    qtbot.keyPress(page.on.line, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert page.stored[anna]["on"] == date(2026, 11, 25)
    assert page.drafts.edited() == frozenset()
    assert drafts(store) == {}


def test_no_key_writes_to_the_store_and_a_second_later_there_is_a_draft(
    make: Callable[[], Page], store: Store, qtbot: QtBot, type_text: TypeText
) -> None:
    page, anna = make(), uuid4()
    page.show_person(anna)
    page.safe.box.setFocus()
    told: list[object] = []
    store.on_change(told.append)
    type_text(page.safe.box, "ring inte")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert drafts(store) == {anna: {"safe": "ring inte"}}
    page.other.setFocus()
    assert drafts(store) == {}


def test_after_a_kill_the_words_are_back_in_their_field_of_their_person_only(
    make: Callable[[], Page], store: Store, qtbot: QtBot, type_text: TypeText
) -> None:
    page, anna, birk = make(), uuid4(), uuid4()
    page.show_person(anna)
    page.safe.box.setFocus()
    type_text(page.safe.box, "ring inte")
    qtbot.waitUntil(lambda: bool(drafts(store)))
    page.safe.blockSignals(True)  # killed: what follows is another process with the same store
    after = make()
    after.show_person(birk)
    assert after.safe.text() == ""
    after.show_person(anna)
    assert after.safe.text() == "ring inte"
    assert after.drafts.edited() == {"safe"}
    assert after.name.text() == ""
    after.safe.box.setFocus()
    after.other.setFocus()
    assert after.stored == {anna: {"safe": "ring inte"}}
    assert drafts(store) == {}


def test_turning_to_another_person_stores_what_was_typed_as_the_first_ones(
    make: Callable[[], Page], type_text: TypeText
) -> None:
    page, anna, birk = make(), uuid4(), uuid4()
    page.show_person(anna)
    page.name.line.setFocus()
    type_text(page.name.line, "Åsa")
    page.show_person(birk)
    assert page.stored == {anna: {"name": "Åsa"}}
    assert page.name.text() == ""
    page.show_person(anna)
    assert page.name.text() == "Åsa"


def test_a_refusal_stands_beside_the_field_and_the_words_stay_as_a_draft(
    make: Callable[[], Page], store: Store, texts: Texts, type_text: TypeText
) -> None:
    page, anna, birk = make(), uuid4(), uuid4()
    page.show_person(anna)
    page.refusal = InputError("name", "other_needs_words")
    for field in (page.name.line, page.bare):
        field.setFocus()
        type_text(field, "x")
    page.other.setFocus()
    sentence = texts.error(page.refusal)
    assert page.name.fault() == sentence
    assert page.fault.sentence() == sentence
    assert drafts(store) == {anna: {"name": "x", "bare": "x"}}
    page.show_person(birk)
    assert (page.name.text(), page.bare.toPlainText()) == ("", "")
    page.refusal = None
    page.show_person(anna)
    assert (page.name.text(), page.bare.toPlainText()) == ("x", "x")


def test_what_the_store_tells_anew_does_not_overwrite_what_is_being_typed(
    make: Callable[[], Page], type_text: TypeText
) -> None:
    page, anna = make(), uuid4()
    page.stored[anna] = {"name": "Åsa", "safe": "mejl"}
    page.show_person(anna)
    page.name.line.setFocus()
    type_text(page.name.line, "!")
    page.stored[anna]["safe"] = "sms"
    page.show_person(anna)
    assert page.name.text() == "Åsa!"
    assert page.safe.text() == "sms"


def test_a_fault_of_the_world_leaves_the_words_to_be_tried_again(make: Callable[[], Page], type_text: TypeText) -> None:
    page, anna = make(), uuid4()
    page.show_person(anna)
    page.name.line.setFocus()
    type_text(page.name.line, "Åsa")
    page.refusal = WorldFault("disk_full")
    with pytest.raises(WorldFault):
        page.drafts.write_all()
    page.refusal = None
    page.drafts.write_all()
    assert page.stored == {anna: {"name": "Åsa"}}


def test_a_field_made_for_one_person_gets_its_draft_when_it_is_attached(
    shown: Callable[..., QWidget], theme: Theme, store: Store, qtbot: QtBot, type_text: TypeText
) -> None:
    anna, elsewhere = uuid4(), QPushButton()
    window = shown(elsewhere)
    elsewhere.setFocus()
    stored: list[str] = []

    def row() -> LineField:
        field = LineField(theme, "Roll", "handläggare", parent=window)
        PageDrafts(store, "network.role:1", anna).attach("role", field, stored.append)
        return field

    first = row()
    type_text(first.line, " på AF")
    qtbot.waitUntil(lambda: bool(stored) or bool(_of(store, "network.role:1")))
    assert _of(store, "network.role:1") == {"role": "handläggare på AF"}
    second = row()
    assert second.text() == "handläggare på AF"
    second.line.editingFinished.emit()
    assert stored == ["handläggare på AF"]
    assert _of(store, "network.role:1") == {}


def test_a_row_made_anew_while_it_is_typed_in_keeps_its_words(
    shown: Callable[..., QWidget], theme: Theme, store: Store, qtbot: QtBot, type_text: TypeText
) -> None:
    holder, anna, elsewhere = QObject(), uuid4(), QPushButton()
    page_drafts = PageDrafts(store, FORM, anna, parent=holder)
    first = LineField(theme, "Roll")
    window = shown(first, elsewhere)
    elsewhere.setFocus()
    page_drafts.attach("role", first, lambda _value: None)
    type_text(first.line, "AF")
    first.deleteLater()
    del first
    QApplication.sendPostedEvents(None, 52)
    second = LineField(theme, "Roll", parent=window)
    page_drafts.attach("role", second, lambda _value: None)
    assert second.text() == "AF"
    qtbot.waitUntil(lambda: drafts(store) == {anna: {"role": "AF"}})


def _of(store: Store, form: str) -> dict[str, object]:
    with store.read() as session:
        return next((dict(draft.content) for draft in list_drafts(session) if draft.form == form), {})
