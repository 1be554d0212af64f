"""Where the person goes: several, with how much of full time each is, the first the most important."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.closing import Destination, Heading
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.choice_chips import Choice
from ui.widgets.field import FaultLine, LineField
from ui.widgets.picker import Picker
from ui.widgets.text import Text

_EXTENTS = (25, 50, 75, 100)


class _Chosen(QWidget):
    """One destination: its name, extent, the mark of the most important, and the way out."""

    def __init__(self, theme: Theme, texts: Texts, heading: Heading) -> None:
        super().__init__()
        self.destination = heading.destination
        name = texts(f"codes.destination_{heading.destination.value}")
        extents = [Choice(str(one), texts("closing.percent", percent=one)) for one in _EXTENTS]
        self.extent = Picker(
            theme,
            "",
            [("", extents)],
            str(heading.extent_percent or ""),
            nothing=texts("closing.extent_short"),
            name=f"{name}: {texts('closing.extent')}",
        )
        self.extent.box.setMinimumContentsLength(6)
        self.primary = Button(
            theme, "", "star", kind=Kind.QUIET, size=Size.ROW, name=f"{texts('closing.primary')}: {name}"
        )
        self.remove = Button(theme, "", "x", kind=Kind.QUIET, size=Size.ROW, name=f"{texts('closing.remove')}: {name}")
        self.other = LineField(theme, texts("closing.destination_other"), heading.other)
        self.other.setVisible(heading.destination is Destination.OTHER)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(theme, name, Role.SMALL, bold=True, wrap=True, parent=self))
        self.most = Text(theme, texts("closing.primary"), Role.CAPTION, tone="ink2", parent=self)
        words.addWidget(self.most)
        line.addLayout(words, 1)
        line.addWidget(self.extent)
        line.addWidget(self.primary)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.other)

    def heading(self, primary: bool) -> Heading:
        extent = self.extent.current()
        return Heading(
            destination=self.destination,
            primary=primary,
            extent_percent=int(extent) if extent else None,
            other=self.other.text(),
        )


class Destinations(QWidget):
    """A field of the closing. `value()` gives the headings; `offer` fills it where nobody has chosen yet."""

    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._rows: list[_Chosen] = []
        self._primary: Destination | None = None
        self._by_hand = False
        self.setAccessibleName(texts("closing.destinations"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        choices = [Choice(one.value, texts(f"codes.destination_{one.value}")) for one in Destination]
        self.adding = Picker(
            theme, "", [("", choices)], nothing=texts("closing.destination_add"), name=texts("closing.destination_add")
        )
        self.adding.chosen.connect(self._on_added)
        column.addWidget(self.adding)
        self.fault = FaultLine(theme)
        column.addWidget(self.fault)

    def value(self) -> tuple[Heading, ...]:
        return tuple(row.heading(row.destination is self._primary) for row in self._rows)

    def rows(self) -> tuple[_Chosen, ...]:
        return tuple(self._rows)

    def offer(self, destinations: Sequence[Destination]) -> None:
        """What the reason suggests, until somebody has chosen otherwise."""
        if self._by_hand:
            return
        self._show([Heading(destination=one, primary=place == 0) for place, one in enumerate(destinations)])
        self.edited.emit()

    def draft(self) -> Any:
        return [[one.destination.value, one.primary, one.extent_percent, one.other] for one in self.value()]

    def set_draft(self, value: Any) -> None:
        headings = [
            Heading(destination=Destination(code), primary=bool(primary), extent_percent=extent, other=str(other))
            for code, primary, extent, other in value
        ]
        self._by_hand = bool(headings)
        self._show(headings)
        self.edited.emit()

    def _show(self, headings: Sequence[Heading]) -> None:
        for row in self._rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = []
        self._primary = next((one.destination for one in headings if one.primary), None)
        for heading in headings:
            self._add(heading)
        self._mark()

    def _add(self, heading: Heading) -> None:
        row = _Chosen(self._theme, self._texts, heading)
        row.primary.clicked.connect(lambda _on=False: self._on_primary(row))
        row.remove.clicked.connect(lambda _on=False: self._on_removed(row))
        row.extent.edited.connect(self._on_edited)
        row.other.edited.connect(lambda _text: self._on_edited())
        self._rows.append(row)
        self._list.addWidget(row)

    def _on_added(self, code: str) -> None:
        if code and all(row.destination.value != code for row in self._rows):
            destination = Destination(code)
            self._primary = self._primary or destination
            self._add(Heading(destination=destination))
            self._mark()
            self._on_edited()
        self.adding.choose("")

    def _on_primary(self, row: _Chosen) -> None:
        self._primary = row.destination
        row.extent.box.setFocus()
        self._mark()
        self._on_edited()

    def _on_removed(self, row: _Chosen) -> None:
        self._rows.remove(row)
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()
        if self._primary is row.destination:
            self._primary = self._rows[0].destination if self._rows else None
        self._mark()
        self._on_edited()
        self.adding.box.setFocus()

    def _on_edited(self) -> None:
        self._by_hand = True
        self.edited.emit()

    def _mark(self) -> None:
        """Among several one is said to be the most important; the others can become it."""
        self.fault.show_sentence(None)
        for row in self._rows:
            first = row.destination is self._primary
            kept = row.primary.sizePolicy()
            kept.setRetainSizeWhenHidden(len(self._rows) > 1)  # so that the fields stay below one another
            row.primary.setSizePolicy(kept)
            row.primary.setVisible(len(self._rows) > 1 and not first)
            row.most.setVisible(len(self._rows) > 1 and first)
