"""A question among those of its form: moved by Alt+Up and Alt+Down or by hand, opened and removed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.scales import ScaleItem
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.dragging import Dragging, mime
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

QUESTION = "application/x-mentor-question"


class QuestionRow(QWidget):
    """`at` is its place from 0. `moved(int)` by one place, -1 up the page; `open_wanted`; `remove_wanted`."""

    moved = Signal(int)
    open_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, item: ScaleItem, at: int, *, last: bool) -> None:
        super().__init__()
        self._theme, self._texts, self.at = theme, texts, at
        self._name, self._opened = "", False
        self._dragging = Dragging(self, lambda: mime(QUESTION, str(self.at)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(6)
        number = Text(theme, str(at + 1), Role.SECTION, tone="ink2", bold=True)
        number.setMinimumWidth(theme.px(22))
        self._words = Text(theme, "", bold=True, wrap=True)
        self._facts = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._facts)
        line.addWidget(IconView(theme, "grip"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.up, self.down = self._icon("up"), self._icon("down")
        self.up.setEnabled(at > 0)
        self.down.setEnabled(not last)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.open = Button(theme, texts("settings.change"), size=Size.ROW)
        self.open.clicked.connect(self.open_wanted)
        self.remove = self._icon("x")
        self.remove.clicked.connect(self.remove_wanted)
        for button in (self.up, self.down, self.open, self.remove):
            line.addWidget(button)
        for keys, way in (("Alt+Up", -1), ("Alt+Down", 1)):
            # A shortcut, since a button takes the arrows for itself.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_key, way))
        self.show_item(item)

    def show_item(self, item: ScaleItem) -> None:
        """Its words have changed; the row stays."""
        texts = self._texts
        words = item.text(texts.language) or texts("forms.question_empty")
        left, right = item.ends(texts.language)
        about = texts(f"codes.dimension_{item.dimension.value}")
        good = texts(f"forms.good_end_{item.favourable.value}")
        self._words.setText(words)
        self._facts.setText(" · ".join((f"{left} – {right}", good, about)))
        name = f"{self.at + 1}. {words}"
        for button, key in ((self.up, "question_up"), (self.down, "question_down"), (self.remove, "question_remove")):
            button.setAccessibleName(texts(f"forms.{key}", name=name))
            button.setToolTip(button.accessibleName())
        self._name = name
        self.show_opened(self._opened)

    def show_opened(self, opened: bool) -> None:
        self._opened = opened
        self.open.set_text(self._texts("forms.question_close" if opened else "settings.change"))
        key = "forms.question_close_named" if opened else "settings.change_named"
        self.open.setAccessibleName(self._texts(key, name=self._name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._dragging.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragging.release()

    def _icon(self, icon: str) -> Button:
        return Button(self._theme, "", icon, kind=Kind.QUIET, size=Size.ROW)

    def _on_key(self, way: int) -> None:
        if (self.up if way < 0 else self.down).isEnabled():
            self.moved.emit(way)
