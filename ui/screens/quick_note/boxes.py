"""What happened, in boxes: one text has one class. The first box is PLAN; a chip adds a box for its class."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.programmes import KAA_HIDDEN
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, shades
from ui.widgets.chip import ChipButton
from ui.widgets.class_chip import ClassChip, class_icon, class_label, class_look
from ui.widgets.flow import FlowLayout
from ui.widgets.painted import Painted, rounded, smooth
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .content import BOX_CLASSES

_FIRST_LINES, _MORE_LINES = 4, 2
_EDGE, _EDGE_GAP = 4, 10


class ClassBox(Painted):
    """A further box with the edge of its class at the left and the class as its label."""

    def __init__(self, theme: Theme, texts: Texts, info_class: InfoClass) -> None:
        super().__init__(theme)
        self.info_class = info_class
        self.field = TextField(theme, "", lines=_MORE_LINES)
        self.field.box.setAccessibleName(class_label(texts, info_class))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE + _EDGE_GAP, 0, 0, 0)
        column.setSpacing(5)
        chip = ClassChip(theme, texts, info_class)
        column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        self.field.box.setAccessibleDescription(chip.accessibleDescription())

    def paintEvent(self, _event: QPaintEvent) -> None:
        strong = shades(self.theme.tokens, class_icon(self.info_class)[1]).strong
        rounded(smooth(self), QRectF(0, 0, _EDGE, self.height()), _EDGE / 2, strong)


class Boxes(QWidget):
    """`edited` at every change by the user."""

    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._boxes: dict[InfoClass, ClassBox] = {}
        self._hidden: frozenset[InfoClass] = frozenset()
        self.first = TextField(theme, texts("note.what_happened"), lines=_FIRST_LINES)
        self.first.add_right_of_label(ClassChip(theme, texts, InfoClass.PLAN, texts("note.plan_shared")))
        self._listen(self.first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.first, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self._make_chips())
        self._why = Text(theme, texts("note.youth_duty_only"), Role.CAPTION, tone="ink2", wrap=True)
        self._why.hide()
        column.addWidget(self._why)

    def stops(self) -> list[QWidget]:
        return [self.first.box, *(box.field.box for box in self._boxes.values()), self._chip_stop()]

    def texts(self) -> tuple[str, tuple[tuple[InfoClass, str], ...]]:
        """The text of the first box, and (class, text) of those added, empty ones left out."""
        more = ((key, box.field.text()) for key, box in self._boxes.items())
        return self.first.text(), tuple((key, text) for key, text in more if text.strip())

    def fill(self, first: str, more: Sequence[tuple[InfoClass, str]]) -> None:
        """From outside: nothing is emitted."""
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes.clear()
        self.first.set_text(first)
        for info_class, text in more:
            self._make_box(info_class).field.set_text(text)

    def hide_sensitive(self, hidden: bool) -> None:
        """Where only the youth-duty basis holds, health, economy and home are not written down, and a line says so."""
        self._hidden = KAA_HIDDEN if hidden else frozenset()
        for info_class, chip in self._chips.items():
            chip.setVisible(info_class not in self._hidden)
        self._why.setVisible(hidden)
        self._one_tab_stop(self._chip_stop())

    def forbidden(self) -> tuple[ClassBox, ...]:
        """Boxes that hold something that may not be written about this person."""
        return tuple(b for b in self._boxes.values() if b.info_class in self._hidden and b.field.text().strip())

    def add(self, info_class: InfoClass) -> None:
        """A box for the class, or the focus in the one there is; an empty one goes away again."""
        if info_class in self._hidden:
            return
        box = self._boxes.get(info_class)
        if box is not None and not box.field.text().strip() and not box.field.box.hasFocus():
            self._remove(info_class)
            return
        box = box or self._make_box(info_class)
        box.field.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def field_of(self, info_class: InfoClass) -> TextField:
        return self.first if info_class is InfoClass.PLAN else self._boxes[info_class].field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The chips are one stop: arrows walk over them, the digits of their shortcut choose."""
        if not (isinstance(watched, ChipButton) and isinstance(event, QKeyEvent)):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            shown = [chip for chip in self._chips.values() if not chip.isHidden()]
            chip = shown[(shown.index(watched) + step) % len(shown)]
            self._one_tab_stop(chip)
            chip.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            watched.click()
            return True
        return False

    def _make_chips(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gap=6, line_gap=6)
        flow.addWidget(Text(self._theme, self._texts("note.add_box"), Role.SMALL, tone="ink2"))
        self._chips: dict[InfoClass, ChipButton] = {}
        for number, info_class in enumerate(BOX_CLASSES, start=1):
            chip = ChipButton(self._theme, class_look(self._texts, info_class))
            named = self._texts("note.add_box_named", box=class_label(self._texts, info_class))
            chip.setAccessibleName(named)
            chip.setToolTip(self._texts("note.add_box_tip", box=named, number=number))
            chip.clicked.connect(lambda _checked=False, key=info_class: self.add(key))
            chip.installEventFilter(self)
            flow.addWidget(chip)
            self._chips[info_class] = chip
        policy = line.sizePolicy()
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        self._one_tab_stop(self._chip_stop())
        return line

    def _make_box(self, info_class: InfoClass) -> ClassBox:
        """Boxes stand in the order of their chips, whenever they were added."""
        box = ClassBox(self._theme, self._texts, info_class)
        self._boxes[info_class] = box
        self._boxes = {key: self._boxes[key] for key in BOX_CLASSES if key in self._boxes}
        self._column.insertWidget(list(self._boxes).index(info_class), box)
        box.show()
        self._listen(box.field)
        return box

    def _remove(self, info_class: InfoClass) -> None:
        box = self._boxes.pop(info_class)
        self._column.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _listen(self, field: TextField) -> None:
        field.edited.connect(self.edited)

    def _chip_stop(self) -> ChipButton:
        shown = [chip for chip in self._chips.values() if not chip.isHidden()]
        return next((chip for chip in shown if chip.focusPolicy() is Qt.FocusPolicy.StrongFocus), shown[0])

    def _one_tab_stop(self, stop: ChipButton) -> None:
        for chip in self._chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
