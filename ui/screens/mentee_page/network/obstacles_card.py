"""What is in the way: ticked when it is gone, and said when nobody has taken it on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.obstacles import Obstacle
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import ClassChip
from ui.widgets.field import FaultLine
from ui.widgets.inset import inset
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .acts import NetworkActs
from .reading import Network
from .snug import snug
from .words import obstacle_facts

_BOX = 32  # the tick box with the gap beside it
Open = Callable[[Obstacle | None], object]


class ObstaclesCard(Card):
    """`open_form` opens the form for a new one (None) or for one that is."""

    def __init__(self, theme: Theme, texts: Texts, acts: NetworkActs, open_form: Open) -> None:
        super().__init__(theme, texts("network.obstacles"))
        self._texts, self._acts, self._open = texts, acts, open_form
        self.boxes: dict[str, TickBox] = {}
        self._there = QVBoxLayout()
        self._gone = QVBoxLayout()
        for column in (self._there, self._gone):
            column.setSpacing(1)
        self.body.addLayout(self._there)
        self._none = inset(self, Text(theme, texts("network.obstacles_none"), Role.SMALL, tone="ink2", wrap=True))
        self.adding = Button(theme, texts("network.obstacle_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.adding.clicked.connect(lambda: self._open(None))
        inset(self, self.adding, left=SIDE - 12, above=5, below=8)
        self.fold = Button(theme, texts("network.gone_fold", count=0), "right", kind=Kind.QUIET, checkable=True)
        self.fold.toggled.connect(lambda _on: self._fold())
        self._fold_box = inset(self, self.fold, left=SIDE - 12, below=4)
        self._gone_box = QWidget()
        self._gone_box.setLayout(self._gone)
        self._gone.setContentsMargins(0, 0, 0, 6)
        self.body.addWidget(self._gone_box)

    def show_network(self, network: Network) -> None:
        had = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        self.boxes = {}
        _clear(self._there)
        _clear(self._gone)
        for obstacle in network.obstacles:
            (self._there if obstacle.is_open else self._gone).addWidget(self._row(network, obstacle))
        gone = sum(not one.is_open for one in network.obstacles)
        self._none.setVisible(gone == len(network.obstacles))
        self.fold.set_text(self._texts("network.gone_fold", count=gone))
        self._fold_box.setVisible(gone > 0)
        self._fold()
        if had in self.boxes:
            self.boxes[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, network: Network, obstacle: Obstacle) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(SIDE - 7, 4, SIDE - 8, 4)
        words = QVBoxLayout()
        words.setSpacing(3)
        facts = obstacle_facts(self._texts, network.person, obstacle)
        box = TickBox(self.theme, obstacle.text, facts, strike=True)
        box.setChecked(not obstacle.is_open)
        box.clicked.connect(lambda on: self._acts.clear(obstacle.id, on))
        self.boxes[obstacle.id.hex] = box
        words.addWidget(box)
        if obstacle.is_nobodys:
            flag = FaultLine(self.theme, row)
            flag.show_sentence(self._texts("network.obstacle_nobodys"))
            words.addLayout(self._indented(flag))
        if obstacle.info_class is not InfoClass.PLAN:
            words.addLayout(self._indented(snug(ClassChip(self.theme, self._texts, obstacle.info_class))))
        line.addLayout(words, 1)
        name = self._texts("network.more_about", name=obstacle.text)
        more = MoreButton(self.theme, name, lambda: self._menu(obstacle))
        line.addWidget(snug(more), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _indented(self, widget: QWidget) -> QHBoxLayout:
        """Under the words of the box, not under the box."""
        line = QHBoxLayout()
        line.setContentsMargins(self.theme.px(_BOX), 0, 0, 4)
        line.addWidget(widget, 1000)
        line.addStretch(1)
        return line

    def _menu(self, obstacle: Obstacle) -> Sequence[Act]:
        texts = self._texts
        return (
            (texts("network.change"), lambda: self._open(obstacle)),
            (texts("network.remove"), lambda: self._acts.remove_obstacle(obstacle.id)),
        )

    def _fold(self) -> None:
        opened = self.fold.isChecked()
        self.fold.set_icon("down" if opened else "right")
        self._gone_box.setVisible(opened and not self._fold_box.isHidden())


def _clear(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
