"""Whom the note is about: two or three letters and Enter. The list lies in the note, not in a window of its own."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from mentorapp.language.names import fits, match_rank
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, paint_icon
from ui.widgets.delegates import LINES_ROLE, TwoLineDelegate, TwoLines
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.painted import smooth
from ui.widgets.tile import paint_initial

from .reading import Candidate, Facts

_SHOWN_ROWS = 5
_SIDE, _RING, _ARROW, _GAP = 12, 24, 18, 8
_Index = QModelIndex | QPersistentModelIndex


class CandidateModel(QAbstractListModel):
    """Those who fit what is typed, the best first."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[Candidate, ...] = ()

    def set_rows(self, rows: Sequence[Candidate]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Candidate | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        candidate = self.row(index.row()) if index.isValid() else None
        if candidate is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.name
        if role == LINES_ROLE:
            return TwoLines(candidate.name, described(self._texts, candidate), letter=candidate.name[:1].upper())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{candidate.name}, {described(self._texts, candidate)}"
        return None


def described(texts: Texts, candidate: Candidate) -> str:
    """YS 682 · 20 år · Exempelby."""
    age = "" if candidate.age is None else texts("note.age", count=candidate.age)
    closed = texts("codes.enrolment_status_closed") if candidate.closed else ""
    return " · ".join(part for part in (candidate.alias, age, candidate.place, closed) if part)


class _Box(Line):
    """Shows the chosen person like a value; the first letter typed begins the search."""

    clicked = Signal()
    searched = Signal(str)
    moved = Signal(int)
    taken = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__(theme, placeholder)
        self._placeholder = placeholder
        self._chosen: tuple[str, str] | None = None
        self.reserve(_ARROW + _GAP)
        self.textEdited.connect(self.searched)

    def set_chosen(self, name: str, second: str) -> None:
        self._chosen = (name, second) if name else None
        self.clear()
        self.setPlaceholderText("" if name else self._placeholder)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        ink2 = self.theme.colour("ink2")
        arrow = self.rect().adjusted(self.width() - _ARROW - _SIDE, 0, -_SIDE, 0)
        paint_icon(painter, "down", arrow, ink2)
        if self._chosen is None or self.text():
            return
        name, second = self._chosen
        side = self.theme.px(_RING)
        ring = self.rect().adjusted(_SIDE, (self.height() - side) // 2, 0, 0)
        ring.setWidth(side)
        ring.setHeight(side)
        paint_initial(painter, self.theme, ring, name[:1].upper())
        room = self.rect().adjusted(_SIDE + side + _GAP, 0, -(_ARROW + _SIDE + _GAP), 0)
        for role, bold, tone, words in ((Role.BODY, True, "ink", name), (Role.SMALL, False, "ink2", second)):
            metrics = self.theme.metrics(role, bold)
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.setFont(self.theme.font(role, bold))
            painter.setPen(self.theme.colour(tone))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            room.setLeft(room.left() + metrics.horizontalAdvance(text) + _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN_ROWS,
            Qt.Key.Key_PageUp: -_SHOWN_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.given_up.emit()


class MenteeChooser(Field):
    """`chosen` carries who was taken; `finished` says that Enter was pressed with somebody chosen."""

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, theme: Theme, texts: Texts, read: Callable[[], Sequence[Candidate]], over: QWidget) -> None:
        self.line = _Box(theme, texts("note.mentee_placeholder"))
        super().__init__(theme, texts("note.mentee"), self.line)
        self._texts = texts
        self._read = read
        self._all: tuple[Candidate, ...] | None = None
        self._mentee_id: UUID | None = None
        self._model = CandidateModel(texts, self)
        self.list = self._make_list(over)
        self.line.searched.connect(self._on_searched)
        self.line.moved.connect(self._on_moved)
        self.line.taken.connect(self._on_taken)
        self.line.given_up.connect(self._on_given_up)
        self.line.clicked.connect(self._on_clicked)
        self.list.clicked.connect(lambda _index: self._on_taken())

    @property
    def mentee_id(self) -> UUID | None:
        return self._mentee_id

    def forget(self) -> None:
        """The next search reads anew: people may have come."""
        self._all = None

    def show_person(self, facts: Facts | None) -> None:
        """From outside: nothing is emitted."""
        self._close()
        self.set_fault(None)
        self._mentee_id = None if facts is None else facts.mentee.id
        if facts is None:
            self.line.set_chosen("", "")
            self.line.setAccessibleDescription("")
            return
        age = "" if facts.age is None else self._texts("note.age", count=facts.age)
        second = " · ".join(part for part in (facts.mentee.display_alias, age) if part)
        self.line.set_chosen(facts.mentee.full_name, second)
        self.line.setAccessibleDescription(f"{facts.mentee.full_name}, {second}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list keeps its place under the field when the note scrolls or changes size."""
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if watched is self.line and moved and self.list.isVisible():
            self._place()
        return False

    def _make_list(self, over: QWidget) -> QListView:
        view = QListView(over)
        view.setProperty("card", "true")
        view.setModel(self._model)
        view.setItemDelegate(TwoLineDelegate(self.theme, view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setAccessibleName(self._texts("note.mentee_list"))
        view.hide()
        self.line.installEventFilter(self)
        return view

    def _on_searched(self, typed: str) -> None:
        self.set_fault(None)
        if not typed.strip():
            self._close()
            return
        self._open(typed)

    def _on_clicked(self) -> None:
        if self.list.isVisible():
            self._close()
        else:
            self._open("")

    def _on_moved(self, step: int) -> None:
        if not self.list.isVisible():
            self._open("")
            return
        row = max(0, min(self._model.rowCount() - 1, self.list.currentIndex().row() + step))
        self._mark(row)

    def _on_taken(self) -> None:
        candidate = self._model.row(self.list.currentIndex().row()) if self.list.isVisible() else None
        if candidate is None:
            if self.list.isVisible() or self.line.text().strip():
                self.set_fault(self._texts("note.nobody_found"))
            elif self._mentee_id is not None:
                self.finished.emit()
            return
        self._close()
        self.line.clear()
        self.chosen.emit(candidate.mentee_id)
        self.finished.emit()

    def _on_given_up(self) -> None:
        """What was typed but not taken goes; who was chosen before stays."""
        self._close()
        self.line.clear()

    def _open(self, typed: str) -> None:
        if self._all is None:
            self._all = tuple(self._read())
        fitting = (one for one in self._all if fits(typed, one.name, one.alias))
        ranked = ((match_rank(typed, (one.name, one.alias)), one) for one in fitting)
        found = sorted(((rank, one) for rank, one in ranked if rank is not None), key=lambda pair: pair[0])
        self._model.set_rows([one for _, one in found])
        if not found:
            self.list.hide()
            self.set_fault(self._texts("note.nobody_found"))
            return
        self.set_fault(None)
        self._place()
        self.list.show()
        self.list.raise_()
        self._mark(0)

    def _mark(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self.line.setAccessibleDescription(said if isinstance(said, str) else "")

    def _close(self) -> None:
        self.list.hide()

    def _place(self) -> None:
        over = self.list.parentWidget()
        if over is None:
            return
        corner = self.line.mapTo(over, QPoint(0, self.line.height() + 4))
        rows = min(_SHOWN_ROWS, self._model.rowCount())
        height = rows * max(1, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 2
        height = min(height, over.height() - corner.y() - 8)
        self.list.setGeometry(corner.x(), corner.y(), self.line.width(), max(0, height))
