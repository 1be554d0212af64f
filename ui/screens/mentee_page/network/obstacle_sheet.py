"""What is in the way, of what kind, and who takes it on; nobody yet is an answer too."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.obstacles import Obstacle, ObstacleKind, obstacle_class
from mentorapp.domain.plans import Who
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.obstacles import add_obstacle, change_obstacle
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from ..reading import Person

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NOBODY = "nobody"


class ObstacleSheet(FormSheet):
    """A new obstacle, or one to be changed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        obstacle: Obstacle | None = None,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("network.obstacle_new" if obstacle is None else "network.obstacle_change"),
            form="network.obstacle" if obstacle is None else f"network.obstacle:{obstacle.id.hex}",
            mentee_id=person.mentee.id,
            label="obstacle_added" if obstacle is None else "obstacle_changed",
            save_text=texts("network.add_do" if obstacle is None else "network.save"),
        )
        self._person, self._obstacle = person, obstacle
        self._add_what()
        self._add_owner()
        self._add_days()
        if obstacle is not None:
            self._show(obstacle)
        self._suit()

    def can_be_kept(self) -> bool:
        if not super().can_be_kept():
            return False
        if not self.kind.current():
            self.show_refusal(InputError("kind", "obstacle_kind_missing"))
            return False
        return True

    def write(self, session: "Session") -> object:
        details: dict[str, Any] = {
            "kind_other": self.kind_other.text(),
            "since": self.since.day() or self._person.today,
            **self._owner(session),
        }
        kind, text = ObstacleKind(self.kind.current()), self.what.text()
        if self._obstacle is None:
            return add_obstacle(session, self._person.mentee.id, text, kind, **details)
        change_obstacle(session, self._obstacle.id, text=text, kind=kind, cleared_on=self.cleared_on.day(), **details)
        return self._obstacle.id

    def _add_what(self) -> None:
        texts, theme = self.texts, self.theme
        self.what = self.add("obstacle", LineField(theme, texts("network.obstacle_what")))
        kinds = [kind for kind in ObstacleKind if obstacle_class(kind) not in self._person.hidden]
        choices = [Choice(kind.value, texts(f"codes.obstacle_kind_{kind.value}")) for kind in kinds]
        question = texts("network.obstacle_kind")
        self.kind = self.add("kind", ChoiceChips(theme, question, choices, ticked=True), question)
        self.kind.chosen.connect(lambda _key: self._suit())
        self.kind_other = self.add("kind_other", LineField(theme, texts("network.obstacle_other")))
        if self._person.hidden:
            self.body.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.SMALL, tone="ink2", wrap=True))

    def _add_owner(self) -> None:
        texts, theme, person = self.texts, self.theme, self._person
        choices = (
            Choice(_NOBODY, texts("network.nobody_yet")),
            Choice(Who.MENTEE.value, person.name),
            Choice(Who.MENTOR.value, person.mentor.first_name or texts("mentee.the_mentor")),
            Choice(Who.CONTACT.value, texts("plan.someone_else")),
        )
        question = texts("network.obstacle_owner")
        self.owner = self.add("owner", ChoiceChips(theme, question, choices, _NOBODY, ticked=True), question)
        self.owner.chosen.connect(lambda _key: self._suit())
        self.contact = self.add(
            "owner_name",
            ContactChooser(self.store, texts, theme, texts("network.who"), mentee_id=person.mentee.id),
        )

    def _add_days(self) -> None:
        texts, theme, clock = self.texts, self.theme, self.store.clock
        self.since = DateField(theme, texts, clock, texts("network.obstacle_since"), clock.today(), lean=Lean.BACK)
        self.cleared_on = DateField(theme, texts, clock, texts("network.obstacle_cleared_on"), lean=Lean.BACK)
        if self._obstacle is None:
            self.add("since", self.since)
        else:
            self.add_beside(("since", self.since), ("cleared_on", self.cleared_on))

    def _show(self, obstacle: Obstacle) -> None:
        self.what.set_text(obstacle.text)
        self.kind.choose(obstacle.kind.value)
        self.kind_other.set_text(obstacle.kind_other)
        self.owner.choose(obstacle.owner.value if obstacle.owner else _NOBODY)
        if obstacle.owner_contact_id is not None:
            self.contact.choose(obstacle.owner_contact_id)
        elif obstacle.owner_name:
            self.contact.set_draft({"key": "", "name": obstacle.owner_name, "sure": True})
        self.since.set_day(obstacle.since)
        self.cleared_on.set_day(obstacle.cleared_on)

    def _suit(self) -> None:
        self.kind_other.setVisible(self.kind.current() == ObstacleKind.OTHER.value)
        self.contact.setVisible(self.owner.current() == Who.CONTACT.value)

    def _owner(self, session: "Session") -> dict[str, Any]:
        key = self.owner.current()
        if key != Who.CONTACT.value:
            return {"owner": Who(key) if key and key != _NOBODY else None}
        return {"owner": Who.CONTACT, "owner_contact_id": contact_from(session, self.contact.value())}
