"""Unlock: a greeting and one field. It knows no store; it says what was typed and shows what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.language.texts import LANGUAGES, Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.icon_view import IconView
from ui.widgets.mark import Mark
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text
from ui.widgets.unlock_picture import UnlockPicture, greeting
from ui.widgets.widths import Width, page_margin, width_class

if TYPE_CHECKING:
    from ui.widgets.banner import FaultStrip

_PICTURE, _FORM = 47, 53
_COLUMN = 400
# Seconds to wait after the third, fourth, ... passphrase that did not fit. Never a wipe, never a count of tries left.
_PAUSES = (4, 8, 16, 30, 60)
_FREE_TRIES = 2


def pause_after(failures: int) -> int:
    """How many seconds the next try has to wait."""
    late = failures - _FREE_TRIES
    return 0 if late <= 0 else _PAUSES[min(late, len(_PAUSES)) - 1]


class UnlockScreen(QWidget):
    """`note` is a line of its own above the field, such as the passphrase of the sample people."""

    passphrase_given = Signal(str)
    keyring_wanted = Signal()
    sheet_wanted = Signal()
    new_wanted = Signal()
    act_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, texts: Texts, theme: Theme, hour: int, note: str = "") -> None:
        super().__init__()
        self.texts, self.theme = texts, theme
        self._failures = 0
        self._wait = 0
        self._busy = False
        self._strip: FaultStrip | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.tick)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.picture = UnlockPicture(theme, hour)
        whole.addWidget(self.picture, _PICTURE)
        whole.addLayout(self._right(hour, note), _FORM)
        self.setFocusProxy(self.field)
        theme.changed.connect(self._fit)

    @property
    def failures(self) -> int:
        return self._failures

    @property
    def busy(self) -> bool:
        return self._busy

    @property
    def strip(self) -> "FaultStrip":
        """Made when there is first something wrong with the file."""
        if self._strip is None:
            from ui.widgets.banner import FaultStrip

            self._strip = FaultStrip(self.theme)
            self._strip.act_wanted.connect(self.act_wanted)
            self._strip_place.addWidget(self._strip)
        return self._strip

    def text(self) -> str:
        return self.field.text()

    def take_over(self, other: "UnlockScreen") -> None:
        """The same page in another language goes on where this one was."""
        self.field.line.setText(other.field.text())
        self._failures, self._wait = other._failures, other._wait
        self._show_wait()

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the key is derived the button says so; typing stays possible."""
        self._busy = busy
        self.unlock.set_text(self.texts("unlock.unlocking" if busy else "unlock.unlock"))
        self._show_wait()

    def show_wrong(self, sentence: str) -> None:
        """The passphrase did not fit: selected, not emptied; from the third time on with a pause."""
        self._failures += 1
        self._wait = pause_after(self._failures)
        self.field.set_fault(sentence)
        self.field.select_all()
        self._show_wait()

    def show_fault(self, sentence: str, act: str = "") -> None:
        """What is wrong with the file, and the one act that fits."""
        self.strip.show_fault(sentence, act)
        self._strip_place.setContentsMargins(0, 0, 0, 18)

    def clear_fault(self) -> None:
        if self._strip is not None:
            self._strip.clear()
            self._strip_place.setContentsMargins(0, 0, 0, 0)

    def show_missing(self, missing: bool) -> None:
        """Without a store there is nothing to unlock, but one may look for it or start anew."""
        self.field.setVisible(not missing)
        self.unlock.setVisible(not missing)
        self.sheet.setVisible(not missing)
        self.subtitle.setVisible(not missing)
        self.new.setVisible(missing)
        if missing:
            self.keyring.hide()
            self.strip.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_keyring(self) -> None:
        self.keyring.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _right(self, hour: int, note: str) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.addStretch(1)
        self._column = QWidget()
        self._fill(QVBoxLayout(self._column), hour, note)
        across.addWidget(self._column, 100)
        across.addStretch(1)
        area.setWidget(holder)
        right.addWidget(area, 1)
        right.addLayout(self._foot())
        self._across, self._area = across, area
        return right

    def _fill(self, column: QVBoxLayout, hour: int, note: str) -> None:
        texts, theme = self.texts, self.theme
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        column.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(theme, 40))
        head.addWidget(Text(theme, texts("window.name"), Role.WORDS))
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(34)
        column.addWidget(Text(theme, greeting(texts, hour), Role.DISPLAY))
        self.subtitle = Text(theme, texts("unlock.subtitle"), Role.SECTION, tone="ink2", bold=False, wrap=True)
        column.addWidget(self.subtitle)
        column.addSpacing(22)
        self._strip_place = QVBoxLayout()
        column.addLayout(self._strip_place)
        if note:
            column.addWidget(Text(theme, note, tone="ink", wrap=True))
            column.addSpacing(12)
        self.field = PassphraseField(theme, texts, texts("unlock.passphrase"), texts("unlock.hint"))
        self.field.entered.connect(self._on_entered)
        column.addWidget(self.field)
        column.addSpacing(20)
        self._add_buttons(column)
        column.addStretch(1)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        texts, theme = self.texts, self.theme
        self.unlock = Button(theme, texts("unlock.unlock"), kind=Kind.PRIMARY, size=Size.LARGE)
        self.unlock.clicked.connect(self._on_entered)
        self.keyring = Button(theme, texts("unlock.keyring"), "key")
        self.keyring.clicked.connect(self.keyring_wanted)
        self.keyring.hide()
        self.sheet = Button(theme, texts("unlock.forgot"), "key", kind=Kind.QUIET)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.new = Button(theme, texts("unlock.start_new"), kind=Kind.QUIET)
        self.new.clicked.connect(self.new_wanted)
        self.new.hide()
        column.addWidget(self.unlock)
        column.addSpacing(12)
        column.addWidget(self.keyring)
        column.addWidget(self.sheet)
        column.addWidget(self.new)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 14)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(IconView(self.theme, "lock", side=16))
        foot.addWidget(Text(self.theme, self.texts("unlock.encrypted"), Role.CAPTION, tone="ink2"))
        foot.addSpacing(8)
        self.languages: dict[str, Button] = {}
        for code in LANGUAGES:
            button = Button(self.theme, self.texts(f"unlock.language_{code}"), kind=Kind.QUIET, size=Size.ROW)
            button.clicked.connect(self._choosing(code))
            foot.addWidget(button)
            self.languages[code] = button
        foot.addStretch(1)
        return foot

    def _choosing(self, code: str) -> Callable[[], None]:
        return lambda: self.language_chosen.emit(code)

    def _on_entered(self) -> None:
        if not self._busy and not self._wait and not self.field.isHidden():
            self.passphrase_given.emit(self.field.text())

    def tick(self) -> None:
        """A second of the pause has passed."""
        self._wait = max(0, self._wait - 1)
        self._show_wait()

    def _show_wait(self) -> None:
        if self._wait:
            self.unlock.set_text(self.texts("unlock.wait", count=self._wait))
            self._tick.start()
        elif self._tick.isActive():
            self._tick.stop()
            self.unlock.set_text(self.texts("unlock.unlock"))
        reason = self.unlock.text() if self._wait or self._busy else None
        self.unlock.set_blocked(reason)

    def _fit(self) -> None:
        wide = width_class(self) is Width.WIDE
        self.picture.set_wanted(wide)
        margin = page_margin(self)
        self._across.setContentsMargins(margin, 0, margin, 0)
        self._column.setMaximumWidth(self.theme.px(_COLUMN))
