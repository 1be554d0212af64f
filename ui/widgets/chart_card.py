"""A card that holds a chart and its twin: a head, the picture, and the link *Visa som tabell / Visa som bild*.

`ChartCard(theme, texts, title, picture)`; the picture is any `Chart`, and the table follows when its values change.
`below=True` puts the link under the picture, where the head has other words at the right; what else is done with it
goes first in `foot`.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme

from .button import Button, Kind, Size
from .card import SIDE, Card
from .chart import Chart
from .chart_table import ChartTable


class ChartCard(Card):
    """`picture`, `legend`, `as_table` (the link) and `table` may be asked for."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        title: str,
        picture: Chart,
        *,
        right: str = "",
        below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, right=right, parent=parent)
        self._texts = texts
        self.picture = picture
        self.as_table = Button(
            theme, texts("charts.show_as_table"), "link", kind=Kind.QUIET, size=Size.ROW, checkable=True
        )
        self.as_table.toggled.connect(self._on_toggled)
        self.table = ChartTable(theme, title)
        self.table.hide()
        self.legend: QWidget | None = None
        self.foot = QHBoxLayout()
        if not below:
            self.head.addWidget(self.as_table)
            self.head.setContentsMargins(SIDE, 6, 6, 0)
        either = QVBoxLayout()
        either.setSpacing(0)
        either.addWidget(picture)
        either.addWidget(self.table)
        self.add(either, above=6, below=4 if below else 12)
        if below or picture.legend() is not None:
            self._add_foot(below)
        picture.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the head is narrow, the words of the link give way to its icon; name and tooltip remain."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.head.indexOf(self.as_table) >= 0:
            self.as_table.set_icon_only(False)
            self.head.invalidate()  # Else it answers with the width that it had before.
            needed = self.head.sizeHint().width()
            self.as_table.set_icon_only(needed > self.width())

    def _add_foot(self, with_link: bool) -> None:
        """The legend of the picture at the left, the link at the right."""
        self.foot.setContentsMargins(SIDE, 0, 6, 8)
        self.legend = self.picture.legend()
        if self.legend is None:
            self.foot.addStretch(1)
        else:
            policy = self.legend.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.legend.setSizePolicy(policy)
            self.foot.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        if with_link:
            self.foot.addWidget(self.as_table)
        self.body.addLayout(self.foot)

    def _on_toggled(self, as_table: bool) -> None:
        """The focus stays on the link; the table is the next stop."""
        if as_table:
            self.table.show_table(self.picture.table())
        self.picture.setVisible(not as_table)
        self.table.setVisible(as_table)
        if self.legend is not None:
            self.legend.setVisible(not as_table)
        self.as_table.set_text(self._texts("charts.show_as_picture" if as_table else "charts.show_as_table"))
        self._fit()

    def _on_changed(self) -> None:
        if self.as_table.isChecked():
            self.table.show_table(self.picture.table())
