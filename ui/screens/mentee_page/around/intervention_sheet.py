"""What another actor does: added, or changed. Who answers for it, what comes next, what the mentor does in it."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.domain.support import INTERVENTION_CLASS, InterventionKind, InterventionState, ParallelIntervention
from mentorapp.store.interventions import add_intervention, change_intervention, remove_intervention
from mentorapp.store.network import contact_from
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField

from ..support_words import intervention_title
from ..thing_sheet import Desk, ThingSheet
from .state_sheet import intervention_states

_OTHER, _NPF = InterventionKind.OTHER.value, InterventionKind.NPF_ASSESSMENT.value


class InterventionSheet(ThingSheet):
    """A new one begins in a state on a day; later states have a form of their own."""

    def __init__(self, desk: Desk, one: ParallelIntervention | None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=intervention_title(texts, one) if one else texts("around.intervention_new"),
            thing="intervention",
            about=one.id if one else None,
            label="intervention_changed" if one else "intervention_added",
        )
        self._one = one
        self._add_what(one)
        self.state: ChoiceChips | None = None
        if one is None:
            self._add_state()
        self.from_day = self.day_field(texts("around.from"), one.from_date if one else None)
        self.to_day = self.day_field(texts("around.to"), one.to_date if one else None, ahead=True)
        self.add_beside(("from_date", self.from_day), ("to_date", self.to_day))
        self.next_step = self._line("next_step")
        self.mentor_task = self._line("mentor_task")
        self.receiver = self.add("receiver_contact_id", self._chooser(texts("around.receiver_who")))
        if one is not None:
            _show(self.owner, one.contact_id, one.owner_name)
            _show(self.receiver, one.receiver_contact_id, one.receiver_name)
            self.add_removal(
                texts("around.intervention_remove"),
                "intervention_removed",
                lambda session: remove_intervention(session, one.id),
            )
        self.kind.chosen.connect(self._on_kind)
        self._on_kind(self.kind.current())
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.kind if self._one is None else self.next_step.line

    def write(self, session: Session) -> object:
        if not self.kind.current():
            raise InputError("kind", "kind_missing")
        receiver = contact_from(session, self.receiver.value())
        values: dict[str, Any] = {
            "actor": self.actor.text(),
            "kind": InterventionKind(self.kind.current()),
            "kind_other": self.kind_other.text(),
            "contact_id": contact_from(session, self.owner.value()),
            "owner_name": "",
            "from_date": self.from_day.day(),
            "to_date": self.to_day.day(),
            "next_step": self.next_step.text(),
            "mentor_task": self.mentor_task.text(),
            "receiver_contact_id": receiver,
            "receiver_name": "",
        }
        if self._one is not None:
            change_intervention(session, self._one.id, **values)
            return self._one.id
        assert self.state is not None
        values |= {"state": InterventionState(self.state.current()), "since": self.since.day()}
        return add_intervention(session, self.person.mentee.id, **values)

    def _add_what(self, one: ParallelIntervention | None) -> None:
        texts = self.texts
        kinds = [kind for kind in InterventionKind if INTERVENTION_CLASS[kind] not in self.person.hidden]
        choices = [Choice(kind.value, texts(f"codes.intervention_kind_{kind.value}")) for kind in kinds]
        chosen = one.kind.value if one else ""
        self.kind = self.add_chips("kind", texts("around.kind"), choices, chosen)
        if self.person.hidden:
            self.add_words(texts("around.hidden_kinds"))
        self.kind_other = self.add(
            "kind_other", LineField(self.theme, texts("around.kind_other"), one.kind_other if one else "")
        )
        self.npf = self.add_words(texts("around.npf_no_result"))
        self.actor = LineField(
            self.theme, texts("around.actor"), one.actor if one else "", placeholder=texts("around.actor_example")
        )
        self.owner = self._chooser(texts("around.owner_who"))
        self.add_beside(("actor", self.actor), ("contact_id", self.owner))

    def _add_state(self) -> None:
        words = intervention_states(self.texts, InterventionKind.CARE_CONTACT)
        choices = [Choice(code, word) for code, word in words.items()]
        self.state = self.add_chips("state", self.texts("around.state"), choices, InterventionState.NEEDED.value)
        self.since = self.add_day("since", self.texts("around.state_since"), self.person.today, optional=False)

    def _line(self, name: str) -> LineField:
        text = getattr(self._one, name) if self._one else ""
        return self.add(name, LineField(self.theme, self.texts(f"around.{name}_label"), text))

    def _chooser(self, label: str) -> ContactChooser:
        return ContactChooser(self.store, self.texts, self.theme, label, mentee_id=self.person.mentee.id)

    def _on_kind(self, code: str) -> None:
        """Other needs its words; an assessment has its own words for how far it has come."""
        self.kind_other.setVisible(code == _OTHER)
        self.npf.setVisible(code == _NPF)
        if self.state is not None and code:
            for state, word in intervention_states(self.texts, InterventionKind(code)).items():
                pill = self.state.pill(state)
                pill.setText(word)
                pill.setAccessibleName(word)
                pill.updateGeometry()
        self._fit()


def _show(chooser: ContactChooser, contact_id: Any, name: str) -> None:
    """Somebody of the register, or a name that nobody has entered there yet."""
    if contact_id is not None or not name:
        chooser.choose(contact_id)
    else:
        chooser.set_draft({"key": "", "name": name, "sure": False})
