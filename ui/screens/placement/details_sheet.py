"""The placement itself put right: what kind, where, when, what one does there, and who answers for it."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.lists import WordList
from mentorapp.domain.placements import FormalOwner, PlacementType, planned_end_of
from mentorapp.store.placements import change_placement, remove_placement
from mentorapp.store.word_lists import list_words
from mentorapp.store.workplaces import list_workplaces
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text_field import TextField

from .sheet import Desk, PlacementSheet
from .words import DOT


class DetailsSheet(PlacementSheet):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=desk.texts("placement.change"), thing="details", label="placement_changed")
        self._add_what()
        self._add_when()
        self._add_how()
        self._add_who()
        placement = self.placement
        self.add_removal(
            self.texts("placement.remove"), "placement_removed", lambda session: remove_placement(session, placement.id)
        )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.tasks.box

    def write(self, session: Session) -> object:
        first = self.first.day()
        assert first is not None
        owner = FormalOwner(self.owner.current())
        details: dict[str, Any] = {
            "type": PlacementType(self.kind.current()),
            "from_date": first,
            "planned_to": self.planned.day(),
            "schedule": self.schedule.text(),
            "tasks": self.tasks.text(),
            "instruction_form": self.instruction.current(),
            "choice_reason": self.reason.text(),
            "formal_owner": owner,
            "formal_owner_other": self.owner_other.text() if owner is FormalOwner.OTHER else "",
            "note": self.note.text(),
        }
        if self.view.place_shown:
            chosen = next((one for one in self._places if one.id.hex == self.place.current()), None)
            if chosen is None:
                raise InputError("workplace_id", "workplace_missing")
            details["workplace_id"] = chosen.id
        change_placement(session, self.placement.id, **details)
        return self.placement.id

    def _add_what(self) -> None:
        texts, now = self.texts, self.placement
        with self.store.read() as session:
            places = list_workplaces(session, all_=True)
            instructions = list_words(session, WordList.INSTRUCTION, all_=True)
        self._places = [one for one in places if not one.put_away or one.id == now.workplace_id]
        named = [Choice(one.id.hex, DOT.join(part for part in (one.name, one.town) if part)) for one in self._places]
        self.place = Picker(self.theme, texts("placement.where"), [("", named)], now.workplace_id.hex)
        kinds = [Choice(one.value, texts(f"codes.placement_type_{one.value}")) for one in PlacementType]
        self.kind = Picker(self.theme, texts("placement.kind"), [("", kinds)], now.type.value)
        self.add_beside(("workplace_id", self.place), ("type", self.kind))
        self.place.setVisible(self.view.place_shown)
        self.kind.chosen.connect(self._on_kind)
        words = [Choice(one.code, one.name(texts.language)) for one in instructions
                 if one.in_use or one.code == now.instruction_form]  # fmt: skip
        self.instruction = Picker(
            self.theme, texts("placement.instruction"), [("", words)], now.instruction_form,
            nothing=texts("placement.not_said"),
        )  # fmt: skip

    def _add_when(self) -> None:
        texts, now = self.texts, self.placement
        self.first = self.day_field(texts("placement.first_day"), now.from_date, optional=False, lean=Lean.NEAREST)
        self.planned = self.day_field(texts("placement.planned"), now.planned_to, lean=Lean.AHEAD)
        self.add_beside(("from_date", self.first), ("planned_to", self.planned))
        hint = texts("placement.schedule_example")
        self.schedule = LineField(self.theme, texts("placement.schedule"), now.schedule, placeholder=hint)
        self.add_beside(("schedule", self.schedule), ("instruction_form", self.instruction))

    def _add_how(self) -> None:
        texts, now = self.texts, self.placement
        self.tasks = self.add("tasks", TextField(self.theme, texts("placement.tasks"), now.tasks, lines=3))
        self.reason = self.add(
            "choice_reason", TextField(self.theme, texts("placement.reason"), now.choice_reason, lines=2)
        )

    def _add_who(self) -> None:
        texts, now = self.texts, self.placement
        owners = [Choice(one.value, texts(f"codes.formal_owner_{one.value}")) for one in FormalOwner]
        self.owner = self.add_chips("formal_owner", texts("placement.owner"), owners, now.formal_owner.value)
        self.owner_other = self.add(
            "formal_owner_other", LineField(self.theme, texts("placement.owner_other"), now.formal_owner_other)
        )
        self.owner.chosen.connect(lambda _key: self._suit())
        self.note = self.add("note", TextField(self.theme, texts("placement.note"), now.note, lines=2))
        self._suit()

    def _suit(self) -> None:
        self.owner_other.setVisible(self.owner.current() == FormalOwner.OTHER)

    def _on_kind(self, key: str) -> None:
        """Two weeks of introduction bring their end with them, where none is said."""
        first = self.first.day()
        if self.planned.day() is None and first is not None:
            self.planned.set_day(planned_end_of(PlacementType(key), first))
