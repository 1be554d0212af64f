"""The choices of the note: kind of contact and how it went, the rare ones behind Mer; minutes and their digits."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips, Pill
from ui.widgets.kind_icons import kind_icon
from ui.widgets.line import Line

MINUTES = ("15", "30", "45", "60", "90")
_MORE = "more"
_GAP = 6
_FORGETS_AFTER_MS = 900
_K, _A = SessionKind, Attendance
KINDS = (_K.WALK_AND_TALK, _K.PHONE, _K.HOME_VISIT, _K.SMS_CHAT, _K.WORKPLACE_VISIT, _K.ACCOMPANIMENT)
RARE_KINDS = tuple(kind for kind in SessionKind if kind not in KINDS)
OUTCOMES = (_A.HELD, _A.NO_SHOW, _A.NOT_REACHED)
RARE_OUTCOMES = (_A.CANCELLED_MENTEE, _A.CANCELLED_MENTOR, _A.MOVED)


class RareChips(ChoiceChips):
    """The pill Mer brings out the rare choices; one that is chosen from outside comes out by itself."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        name: str,
        usual: Sequence[Choice],
        rare: Sequence[Choice],
        chosen: str,
        *,
        ticked: bool = False,
    ) -> None:
        self._rare = tuple(choice.key for choice in rare)
        self._kept = ""
        self._shows_tick = ticked
        super().__init__(theme, name, [*usual, *rare, Choice(_MORE, texts("note.more"))], gap=_GAP)
        self.set_rare(False)
        self.choose(chosen)
        self.chosen.connect(self._on_chosen)

    def choose(self, key: str) -> None:
        if key in self._rare:
            self._bring_out(key)
        self._kept = key
        super().choose(key)
        self._show_tick()

    def value(self) -> str:
        return self._kept

    def set_rare(self, shown: bool) -> None:
        """All of the rare ones, or none but the chosen one."""
        for key in self._rare:
            if shown or key == self._kept:
                self._bring_out(key)
            else:
                self.set_blocked(key, "")
                self.pill(key).hide()
        self.pill(_MORE).setVisible(not shown)
        self.pill(_MORE).setEnabled(not shown)
        self.updateGeometry()

    def _show_tick(self) -> None:
        """Only the chosen pill has a tick and the room for it, so that all of them fit on one line."""
        for key, pill in self._pills.items() if self._shows_tick else ():
            pill.choice = replace(pill.choice, icon="check" if key == self._kept else None)
            pill.updateGeometry()

    def _bring_out(self, key: str) -> None:
        self.set_blocked(key, None)
        self.pill(key).show()

    def _on_chosen(self, key: str) -> None:
        if key != _MORE:
            self._kept = key
            self._show_tick()
            self.picked.emit(key)
            return
        self.set_rare(True)
        super().choose(self._kept)
        self.pill(self._rare[0]).setFocus(Qt.FocusReason.TabFocusReason)


def kind_chips(theme: Theme, texts: Texts, name: str) -> RareChips:
    def choices(kinds: Sequence[SessionKind]) -> list[Choice]:
        return [Choice(kind.value, texts(f"codes.session_kind_{kind}"), kind_icon(kind)) for kind in kinds]

    return RareChips(theme, texts, name, choices(KINDS), choices(RARE_KINDS), KINDS[0].value)


def outcome_chips(theme: Theme, texts: Texts, name: str) -> RareChips:
    def choices(outcomes: Sequence[Attendance]) -> list[Choice]:
        return [Choice(one.value, texts(f"codes.attendance_{one}")) for one in outcomes]

    return RareChips(theme, texts, name, choices(OUTCOMES), choices(RARE_OUTCOMES), OUTCOMES[0].value, ticked=True)


class MinuteChips(QWidget):
    """Pills for the usual lengths and a small field for any other; digits typed on the pills find their way."""

    picked = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._typed, self._typed_at = "", 0
        self.pills = ChoiceChips(theme, texts("note.minutes"), [Choice(m, m) for m in MINUTES], gap=_GAP)
        self.other = Line(theme, texts("note.minutes_other"), pill=True)
        self.other.setAccessibleName(texts("note.minutes_other_name"))
        self.other.setMaxLength(4)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self.pills)
        line.addWidget(self.other)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.pills.chosen.connect(self._on_pill)
        self.other.textEdited.connect(self._on_other)
        self.other.installEventFilter(self)
        for minutes in MINUTES:
            self.pills.pill(minutes).installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()
        self._one_tab_stop()

    def value(self) -> str:
        return self.pills.current() or self.other.text()

    def set_value(self, minutes: str) -> None:
        """From outside: nothing is emitted."""
        known = minutes in MINUTES
        self.pills.choose(minutes if known else "")
        self.other.setText("" if known else minutes)
        self._one_tab_stop()

    def stop(self) -> QWidget:
        """Where Tab comes in."""
        if self.other.text():
            return self.other
        proxy = self.pills.focusProxy()
        return proxy if proxy is not None else self.pills

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if isinstance(watched, Pill):
                return self._on_pill_key(event)
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and not self.other.text():
                self.pills.focus()
                return True
        if watched is self.other and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._one_tab_stop()
        return False

    def _on_pill_key(self, event: QKeyEvent) -> bool:
        """4 is on its way to 45; 40 is none of the pills and goes on in the field."""
        digit = event.text()
        if not (digit.isascii() and digit.isdigit()):
            return False
        soon = event.timestamp() - self._typed_at < _FORGETS_AFTER_MS
        self._typed = self._typed + digit if soon else digit
        self._typed_at = event.timestamp()
        if any(minutes.startswith(self._typed) for minutes in MINUTES):
            return False
        typed, self._typed = self._typed, ""
        self.pills.choose("")
        self.other.setText(typed)
        self.other.setFocus(Qt.FocusReason.TabFocusReason)
        self.other.deselect()
        self.other.end(False)
        self._on_other(typed)
        return True

    def _on_pill(self, _key: str) -> None:
        self.other.clear()
        self._one_tab_stop()
        self.picked.emit()

    def _on_other(self, typed: str) -> None:
        if typed:
            self.pills.choose("")
        self.picked.emit()

    def _one_tab_stop(self) -> None:
        """Pills and field together are one stop on the way of Tab."""
        holds = bool(self.other.text())
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if holds else Qt.FocusPolicy.ClickFocus)

    def _fit(self) -> None:
        self.other.setFixedWidth(self._theme.metrics(Role.BODY).horizontalAdvance(self.other.placeholderText()) + 38)
        height = self.pills.pill(MINUTES[0]).sizeHint().height()
        self.other.setFixedHeight(height)
        self.other.setStyleSheet(f"QLineEdit {{ border-radius: {height // 2}px; padding: 0 12px; }}")
