"""The one window: a page at a time, a strip for the world's faults above it, the focus ring over it.

Its title is always "Mentor".
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from ui.widgets.banner import Banner, FaultStrip
    from ui.widgets.button import Button
    from ui.widgets.focus_ring import FocusRing

TITLE = "Mentor"
_USUAL = QSize(1366, 768)
_LEAST = QSize(420, 340)


class Message:
    """A sentence and one act. Without `do` the act only takes the message away."""

    __slots__ = ("act", "do", "sentence")

    def __init__(self, sentence: str, act: str, do: Callable[[], None] | None = None) -> None:
        self.sentence, self.act, self.do = sentence, act, do


class MainWindow(QMainWindow):
    """`painted` is emitted once, after the first paint: what was not needed for it may be loaded then."""

    painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._painted = False
        self._do: Callable[[], None] | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(_LEAST)
        theme.dress(self)
        # A window that is not polished yet keeps the first style sheet for what comes into it, whatever is set later.
        self.ensurePolished()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bars = QWidget()
        self._bar_column = QVBoxLayout(self._bars)
        self._bar_column.setContentsMargins(12, 8, 12, 4)
        self._bars.hide()
        column.addWidget(self._bars)
        self._note: Banner | None = None
        self._pages = QStackedWidget()
        column.addWidget(self._pages, 1)
        self.setCentralWidget(body)
        self._strip: FaultStrip | None = None
        self.ring: FocusRing | None = None

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """In place of the page before, which is let go."""
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    @property
    def strip(self) -> "FaultStrip":
        """Made when there is first something to say."""
        if self._strip is None:
            from ui.widgets.banner import FaultStrip

            self._strip = FaultStrip(self.theme)
            self._strip.act_wanted.connect(self._on_act)
            self._bar_column.insertWidget(0, self._strip)
        return self._strip

    def tell(self, message: Message) -> None:
        """Shows the strip; a later message takes the place of an earlier one."""
        self._do = message.do
        self.strip.show_fault(message.sentence, message.act)
        self._show_bars()

    def untell(self) -> None:
        self._do = None
        if self._strip is not None:
            self._strip.clear()
            self._show_bars()

    @property
    def notice(self) -> str:
        """The sentence that holds as long as it stands there, or an empty text."""
        return "" if self._note is None else self._note.sentence()

    @property
    def notice_button(self) -> "Button":
        assert self._note is not None
        return self._note.button

    def note(self, message: Message | None) -> None:
        """What holds as long as it stands there, such as that the people are invented; None takes it away."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if message is not None:
            from ui.widgets.banner import Banner

            self._note = Banner(self.theme, message.sentence, message.act)
            if message.do is not None:
                self._note.act_wanted.connect(message.do)
            self._bar_column.addWidget(self._note)
        self._show_bars()

    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place(self, kept: str) -> None:
        """As it stood last time; the first time as large as usual, or filling a screen that is no larger than that."""
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            return
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size() if screen else _USUAL
        self.resize(_USUAL.boundedTo(room))
        if room.width() <= _USUAL.width() or room.height() <= _USUAL.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def placed(self) -> str:
        """What `place` understands."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if not self._painted and event.type() == QEvent.Type.Paint:
            self._painted = True
            QTimer.singleShot(0, self, self._on_painted)
        return handled

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along the window. What hands its focus on is no stop: made anew it is last in the order, and Qt
        would be led back by it to where it stands, round and round."""
        from ui.widgets.focus_chain import chain_from, is_stop

        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        for one in chain_from(self.focusWidget() or self, forward=forward):
            if is_stop(one):
                one.setFocus(reason)
                return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()

    def _on_painted(self) -> None:
        from ui.widgets.focus_ring import FocusRing

        self.ring = FocusRing(self, self.theme)
        self.painted.emit()

    def _show_bars(self) -> None:
        told = self._strip is not None and not self._strip.isHidden()
        self._bars.setVisible(self._note is not None or told)

    def _on_act(self) -> None:
        do = self._do
        self.untell()
        if do is not None:
            do()
