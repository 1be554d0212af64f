"""Step 5: the papers of two parties side by side as they will be printed, and what each does not get."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.exchange.packs import Pack, PackPart
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolled import scrolled
from ui.widgets.text import Text
from ui.widgets.widths import Width, is_low, width_class

from .held_list import HeldList
from .party_preview import PartyPreview
from .reading import WizardView
from .words import party_light, party_name, party_place

_SIDE = 370
_PEEP = 40
"""So much of what is below a paper is seen, so that one knows that it goes on."""


class ReviewStep(QWidget):
    """`show_pack` shows what was made; the chips that choose are in `chips`, which the head of the wizard holds."""

    said = Signal(str)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.theme, self._texts = theme, texts
        self._pack: Pack | None = None
        self._view: WizardView | None = None
        self._chosen: list[str] = []
        self._zoomed: PartyPreview | None = None
        self.chips = QWidget()
        line = QHBoxLayout(self.chips)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Text(theme, texts("wizard.compare"), Role.SMALL, tone="ink2"))
        self._flow = FlowLayout(None, 8, 6)
        line.addLayout(self._flow, 1)
        self.pills: dict[str, Button] = {}
        self.again = Banner(theme, " ", icon="history", tone="amber")
        self.again.hide()
        self.previews = [PartyPreview(theme, texts) for _ in range(2)]
        for preview in self.previews:
            preview.other_wanted.connect(lambda way, one=preview: self._other(one, way))
            preview.zoom_wanted.connect(lambda one=preview: self._zoom(one))
        self.held = HeldList(theme, texts)
        self._area, inside = scrolled()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(14)
        for widget in (*self.previews, self.held):
            self._pair.addWidget(widget, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.again)
        whole.addWidget(self._area, 1)

    def show_pack(self, pack: Pack, view: WizardView) -> None:
        self._pack, self._view = pack, view
        keys = [part.key for part in pack.parts]
        self._chosen = [key for key in self._chosen if key in keys] or keys[:2]
        self._show_pills(pack, view)
        self._show()

    def say_again(self, words: str) -> None:
        """The papers were made anew, and why."""
        self.again.set_words(words)
        self.again.setVisible(bool(words))

    def let_go(self) -> None:
        """Lets go of the papers."""
        self._pack = None
        for preview in self.previews:
            preview.let_go()

    def first_focus(self) -> QWidget | None:
        return None

    def regions(self) -> Sequence[QWidget]:
        return [*(one for one in self.previews if one.isVisible()), self.held]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _room(self) -> int:
        """How many papers stand side by side."""
        narrow = width_class(self) is not Width.WIDE
        return 1 if narrow or is_low(self) or self._zoomed is not None else 2

    def _show(self) -> None:
        pack, view = self._pack, self._view
        if pack is None or view is None:
            return
        shown = self._chosen[-self._room() :]
        parts = [next(one for one in pack.parts if one.key == key) for key in shown]
        for preview, part in zip(self.previews, parts, strict=False):
            self._fill(preview, part, view)
        self.held.show_parties(view, [part.party for part in parts if part.party is not None])
        for key, pill in self.pills.items():
            pill.setChecked(key in shown)
        self._arrange()

    def _fill(self, preview: PartyPreview, part: PackPart, view: WizardView) -> None:
        if part.party is None:
            preview.show_part(part, self._texts("wizard.protocol"), self._texts("wizard.protocol_all"), None)
            return
        party = next((one for one in view.parties if one.key == part.key), part.party)
        preview.show_part(part, party_name(view, party), party_place(party), party_light(view, party))

    def _arrange(self) -> None:
        narrow = width_class(self) is Width.NARROW
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        many = min(self._room(), len(self._chosen))
        for at, preview in enumerate(self.previews):
            preview.setVisible(at < many)
        self.held.setVisible(self._zoomed is None)
        side = min(self.theme.px(_SIDE), max(1, self.width() * 2 // 5))
        self.held.setMinimumWidth(0 if narrow else side)
        self.held.setMaximumWidth(16_777_215 if narrow else side)
        self._share_height(narrow)

    def _share_height(self, narrow: bool) -> None:
        """One below the other, each is as high as one can read in, and the whole scrolls."""
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if narrow else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(policy)
        said = 0 if self.again.isHidden() else self.again.sizeHint().height()
        room = self.height() - said - _PEEP if narrow else 0
        for preview in self.previews:
            preview.setMinimumHeight(max(0, room))
        self.held.setMinimumHeight(max(0, room * 2 // 3))

    def _show_pills(self, pack: Pack, view: WizardView) -> None:
        if list(self.pills) == [part.key for part in pack.parts]:
            return
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.pills = {}
        for part in pack.parts:
            words = self._texts("wizard.protocol") if part.party is None else party_name(view, part.party)
            pill = Button(self.theme, words, kind=Kind.PILL, checkable=True)
            pill.clicked.connect(lambda _on, key=part.key: self._choose(key))
            self.pills[part.key] = pill
            self._flow.addWidget(pill)

    def _choose(self, key: str) -> None:
        """The one chosen last takes the place of the one that was chosen first."""
        if key in self._chosen and len(self._chosen) > 1:
            self._chosen.remove(key)
        elif key not in self._chosen:
            order = list(self.pills)
            self._chosen = sorted([*self._chosen, key][-2:], key=order.index)
            if self._room() == 1:
                self._chosen = [key]
        self._show()

    def _other(self, preview: PartyPreview, way: int) -> None:
        keys = list(self.pills)
        taken = {one for one in self._chosen if one != preview.key}
        free = [key for key in keys if key not in taken]
        now = free[(free.index(preview.key) + way) % len(free)]
        self._chosen = [now if one == preview.key else one for one in self._chosen]
        self._show()
        preview.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _zoom(self, preview: PartyPreview) -> None:
        """One paper as large as the window lets it be, and back."""
        key = preview.key
        if self._zoomed is None and self._room() == 1:
            preview.pages.zoom()
            return
        self._zoomed = None if self._zoomed is not None else preview
        if self._zoomed is not None:
            self._chosen = [*(one for one in self._chosen if one != key), key]
        else:
            self._chosen = sorted(self._chosen, key=list(self.pills).index)
        self._show()
        now = next(one for one in self.previews if one.key == key and one.isVisible())
        now.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
