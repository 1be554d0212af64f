"""Whom to invite: the people around the mentee to tick, each with the light of the day, and anybody else by name."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.network import ContactChoice
from mentorapp.language.texts import Texts
from mentorapp.store.meeting_state import Suggested
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.consent_light import LIGHT_OF, ConsentLight
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .tab_order import in_tab_order
from .words import light_words


class InviteesField(QWidget):
    """`chosen()` are contacts of the register, `other()` is whoever was typed below. As a field of a form it keeps its
    own draft; whom it is about must be put back before it. `before` is the last stop of Tab ahead of it."""

    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: Store, before: QWidget) -> None:
        super().__init__()
        self.theme, self.texts, self._before = theme, texts, before
        self.setAccessibleName(texts("meeting.invitees"))
        self._boxes: dict[UUID, TickBox] = {}
        self._lights: dict[UUID, ConsentLight] = {}
        self._wanted: frozenset[UUID] = frozenset()
        self._lines: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(theme, texts("meeting.invitees"), Role.SMALL, bold=True))
        self._quiet = Text(theme, texts("meeting.invitees_whose"), Role.SMALL, tone="ink2", wrap=True)
        column.addWidget(self._quiet)
        self._place = QWidget()
        self._list = QVBoxLayout(self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        column.addWidget(self._place)
        self.more = ContactChooser(store, texts, theme, texts("meeting.invite_other"))
        self.more.edited.connect(self.edited)
        column.addWidget(self.more)

    def show_people(self, people: Sequence[Suggested], mentee_id: UUID | None, ticked: frozenset[UUID]) -> None:
        """Those of the network; what was ticked already stays so."""
        self._wanted |= self.chosen() | ticked
        self.more.set_mentee(mentee_id)
        if tuple(one.contact_id for one in people) != tuple(self._boxes):
            self._make(people)
        for one in people:
            said = light_words(self.texts, one.light)
            box = self._boxes[one.contact_id]
            box.setAccessibleDescription(f"{self._second(one)}. {said}")
            box.setChecked(one.contact_id in self._wanted)
            self._lights[one.contact_id].set_light(LIGHT_OF[one.standing], said)
        self._quiet.setText(self.texts("meeting.invitees_none" if mentee_id else "meeting.invitees_whose"))
        self._quiet.setVisible(not people)

    def chosen(self) -> frozenset[UUID]:
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def shown(self) -> frozenset[UUID]:
        return frozenset(self._boxes)

    def in_order(self, keys: frozenset[UUID]) -> tuple[UUID, ...]:
        """As they stand in the list."""
        return tuple(key for key in self._boxes if key in keys)

    def boxes(self) -> tuple[TickBox, ...]:
        return tuple(self._boxes.values())

    def other(self) -> ContactChoice:
        return self.more.value()

    def check(self) -> bool:
        return self.more.check()

    def draft(self) -> dict[str, Any]:
        return {"chosen": sorted(key.hex for key in self.chosen()), "other": self.more.draft()}

    def set_draft(self, value: Any) -> None:
        wanted = {UUID(hex=key) for key in value["chosen"]}
        self._wanted = frozenset(wanted)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)
        self.more.set_draft(value["other"])
        self.edited.emit()

    def _make(self, people: Sequence[Suggested]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._boxes, self._lights = {}, {}
        self._lines = [self._line(one) for one in people]
        for line in self._lines:
            self._list.addWidget(line)
        in_tab_order(self._before, [*self._boxes.values(), self.more.line])

    def _line(self, one: Suggested) -> QWidget:
        whole = QWidget(self._place)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        box = TickBox(self.theme, one.name, self._second(one), fades=False)
        box.toggled.connect(partial(self._on_toggled, one.contact_id))
        light = ConsentLight(self.theme, LIGHT_OF[one.standing], light_words(self.texts, one.light))
        self._boxes[one.contact_id], self._lights[one.contact_id] = box, light
        line.addWidget(box, 1)
        line.addWidget(light)
        return whole

    def _second(self, one: Suggested) -> str:
        role = self.texts(f"codes.network_role_{one.role}")
        return ", ".join(part for part in (role, one.place) if part)

    def _on_toggled(self, key: UUID, on: bool) -> None:
        self._wanted = self._wanted | {key} if on else self._wanted - {key}
        self.edited.emit()
