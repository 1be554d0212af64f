"""The questions of a form: added, moved by key and by hand, removed and had back, in two languages, with a picture."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.scales import Dimension, FavourableEnd, ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from ui.screens.settings.forms.picture import Look, QuestionPicture
from ui.screens.settings.forms.question_list import QuestionList
from ui.screens.settings.forms.question_row import QUESTION
from ui.theme import LIGHT, Theme, ThemeChoice
from ui.widgets.dragging import key_of, mime
from ui.widgets.settle import settle

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Hand = Callable[..., None]
ITEMS = tuple(
    ScaleItem(code=code, text_sv=f"Fråga {code}", text_en=f"Question {code}", left_sv="nej", right_sv="ja")
    for code in "abc"
)


@pytest.fixture
def questions(qtbot: QtBot, theme: Theme, texts: Texts) -> QuestionList:
    made = QuestionList(theme, texts, ITEMS, Look())
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def codes(questions: QuestionList) -> str:
    return "".join(item.code or "-" for item in questions.items())


def test_alt_and_arrows_move_a_question_and_the_focus_goes_along(questions: QuestionList, hand: Hand) -> None:
    questions.rows[0].open.setFocus()
    hand(K.Key_Down, held=ALT)
    assert codes(questions) == "bac"
    assert questions.rows[1].open.hasFocus()
    hand(K.Key_Down, K.Key_Down, held=ALT)
    assert codes(questions) == "bca", "the last one stays last"
    hand(K.Key_Up, held=ALT)
    assert codes(questions) == "bac"


def test_the_buttons_move_it_too_and_the_focus_stays_where_it_can(questions: QuestionList, hand: Hand) -> None:
    questions.rows[2].up.setFocus()
    hand(K.Key_Space)
    assert codes(questions) == "acb"
    assert questions.rows[1].up.hasFocus()
    hand(K.Key_Space)
    assert codes(questions) == "cab"
    assert questions.rows[0].open.hasFocus(), "the first one cannot go up"


def drop(questions: QuestionList, key: str, y: float, kind: type[QDropEvent] = QDropEvent) -> QDropEvent:
    data = mime(QUESTION, key)
    where = QPointF(20, y) if kind is QDropEvent else QPointF(20, y).toPoint()
    event = kind(where, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(questions, event)
    return event


def test_a_question_is_dragged_to_its_place(questions: QuestionList) -> None:
    low = questions.rows[2].geometry().bottom() - 2
    entered = drop(questions, "0", low, QDragEnterEvent)
    assert entered.isAccepted()
    assert questions._drops.over == 3
    questions.grab()
    drop(questions, "0", low)
    assert codes(questions) == "bca"
    assert questions._drops.over == -1
    settle(questions)
    high = questions.rows[0].geometry().top() + 2
    drop(questions, "2", high, QDragEnterEvent)
    drop(questions, "2", high)
    assert codes(questions) == "abc"


def test_what_is_no_question_of_the_form_is_not_taken(questions: QuestionList) -> None:
    for data in (mime(QUESTION, "9"), mime(QUESTION, "x"), mime("text/plain", "0")):
        event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(questions, event)
        assert not event.isAccepted()
        assert questions._drops.over == -1


def test_leaving_with_a_drag_takes_the_mark_away(questions: QuestionList) -> None:
    drop(questions, "0", 5, QDragEnterEvent)
    QApplication.sendEvent(questions, QEvent(QEvent.Type.DragLeave))
    assert questions._drops.over == -1


def test_a_removed_question_can_be_had_back(questions: QuestionList, hand: Hand) -> None:
    assert questions.back.isHidden()
    questions.rows[1].remove.setFocus()
    hand(K.Key_Return)
    assert codes(questions) == "ac"
    assert questions.rows[1].open.hasFocus()
    questions.back.setFocus()
    hand(K.Key_Return)
    assert codes(questions) == "abc"
    assert questions.back.isHidden()


def test_the_last_question_gone_leaves_the_focus_on_a_new_one(questions: QuestionList) -> None:
    for _ in range(3):
        questions.rows[0].remove.click()
    assert codes(questions) == ""
    assert questions.new.hasFocus()


def test_a_new_question_has_the_ends_of_the_one_before(questions: QuestionList, hand: Hand) -> None:
    questions.new.setFocus()
    hand(K.Key_Space)
    hand("Ny")
    new = questions.items()[-1]
    assert (new.code, new.text_sv, new.ends("sv")) == ("", "Ny", ("nej", "ja"))
    assert questions.rows[-1]._words.text() == "Ny"


def test_the_opened_one_stays_open_when_others_move_and_closes_by_its_button(questions: QuestionList) -> None:
    questions.open(1)
    assert questions.fields is not None
    questions.move_to(2, 0)
    assert codes(questions) == "cab"
    assert questions.fields is not None
    assert questions.fields.item().code == "b"
    questions.rows[0].remove.click()
    assert questions.fields.item().code == "b"
    questions.back.click()
    assert questions.fields.item().code == "b"
    questions.rows[2].open.click()
    assert questions.fields is None
    assert questions.rows[2].open.hasFocus()


def test_the_class_follows_what_the_question_is_about_and_else_is_chosen(questions: QuestionList) -> None:
    questions.open(0)
    fields = questions.fields
    assert fields is not None
    fields.info_class.choose("WORK")
    assert questions.items()[0].info_class.value == "WORK"
    fields.dimension.choose(Dimension.BELONGING.value)
    assert questions.items()[0].info_class.value == "HEALTH"
    assert fields.info_class.current() == "HEALTH"
    assert not fields.info_class.hint.isHidden()
    fields.info_class.choose("RATING")
    assert fields.info_class.current() == "HEALTH", "never looser than what it is about"
    fields.info_class.choose("VIOLENCE")
    assert questions.items()[0].info_class.value == "VIOLENCE"
    fields.dimension.choose(Dimension.NONE.value)
    assert questions.items()[0].info_class.value == "VIOLENCE", "never lowered by itself"
    fields.info_class.choose("RATING")
    assert questions.items()[0].info_class.value == "RATING"
    fields.favourable.pill("none").click()
    assert questions.items()[0].favourable is FavourableEnd.NONE
    assert "Ingen ände är bättre" in fields.reading.text()


def test_the_words_of_one_language_are_shown_at_a_time(questions: QuestionList) -> None:
    questions.open(0)
    fields = questions.fields
    assert fields is not None
    assert fields.fields["text_en"].isHidden()
    questions.show_look(Look(language="en"))
    assert not fields.fields["text_en"].isHidden()
    assert fields.fields["text_sv"].isHidden()
    assert "Question a" in fields.picture.accessibleDescription()


def test_what_lacks_something_is_opened_with_the_sentence_beside_it(questions: QuestionList) -> None:
    asked: list[str] = []
    questions.language_wanted.connect(asked.append)
    assert questions.check()
    for name, says in (("text_sv", "saknar text"), ("right_sv", "båda ändar")):
        questions.open(2)
        assert questions.fields is not None
        kept = questions.fields.fields[name].text()
        questions.fields.fields[name].set_text("")
        questions.fields._on_edited()
        questions.open(-1)
        assert not questions.check()
        assert questions.fields is not None
        assert says in questions.fields.fields[name].fault()
        assert asked == ["sv"]
        asked.clear()
        questions.fields.fields[name].set_text(kept)
        questions.fields._on_edited()


def test_a_form_has_no_more_questions_than_can_be_answered(questions: QuestionList) -> None:
    questions.set_draft([{"code": str(number)} for number in range(30)])
    assert not questions.new.isEnabled()
    assert "högst 30" in questions.new.toolTip()


def test_a_draft_that_is_none_is_refused(questions: QuestionList) -> None:
    for bad in ([{"text_sv": "utan kod"}], ["a"]):
        with pytest.raises(ValueError, match="no questions"):
            questions.set_draft(bad)
    assert codes(questions) == "abc"


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_picture_is_light_as_paper_and_draws_line_or_steps(
    qtbot: QtBot, theme: Theme, texts: Texts, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    picture = QuestionPicture(theme, texts)
    qtbot.addWidget(picture)
    picture.resize(600, 90)
    grabbed = {}
    for look in (Look(), Look(ScaleKind.LIKERT, 5), Look(ScaleKind.LIKERT, 1), Look(ScaleKind.LIKERT)):
        picture.show_item(ITEMS[0], 1, look)
        image = picture.grab().toImage()
        assert image.pixelColor(5, 5).name().upper() == LIGHT.surface
        grabbed[look] = bytes(image.constBits())
    assert len(set(grabbed.values())) == 4
    assert picture.accessibleDescription() == "1. Fråga a nej – ja"
    assert picture.palette().color(QPalette.ColorRole.Window) is not None


def test_a_long_question_makes_the_picture_higher(qtbot: QtBot, theme: Theme, texts: Texts) -> None:
    picture = QuestionPicture(theme, texts)
    qtbot.addWidget(picture)
    picture.show_item(ITEMS[0], 1, Look())
    low = picture.heightForWidth(400)
    picture.show_item(ScaleItem(code="a", text_sv="Ett ord till. " * 20), 1, Look(), easy=True)
    assert picture.heightForWidth(400) > 2 * low


def test_a_row_that_is_pulled_with_the_mouse_is_dragged_as_its_place(
    questions: QuestionList, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The drag itself ends at once."""
    pulled: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag: pulled.append(key_of(drag.mimeData(), QUESTION)))
    row = questions.rows[1]
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    QTest.mouseMove(row, QPoint(30, 60))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(30, 60), QPointF(30, 60), Qt.MouseButton.NoButton,
                       Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(row, move)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    assert pulled == ["1"]


def test_a_question_stays_where_it_is_when_it_cannot_go_there(questions: QuestionList) -> None:
    for to in (1, -1, 3):
        questions.move_to(1, to)
        assert codes(questions) == "abc"
