"""A follow-up in three voices: who was there, what each said, what was agreed, and when next (W1, W3, I14)."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.workplace_rounds import WorkplaceForms
from mentorapp.domain.workplace_support import (
    AnswersBy,
    FollowUpForm,
    WorkplaceFollowUp,
    sounds_like_diagnosis,
)
from mentorapp.language.names import genitive
from mentorapp.store.follow_ups import add_follow_up, change_follow_up, remove_follow_up
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from .sheet import Desk, PlacementSheet
from .words import called

_ORAL = "oral"


class FollowUpSheet(PlacementSheet):
    """New, or one that is there. Crosses are entered after it is kept: `wants` says of which forms.

    The first focus is on whose answers there are: *Muntligt* and a text are enough.
    """

    def __init__(self, desk: Desk, one: WorkplaceFollowUp | None = None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts("placement.follow_up"),
            thing="follow_up",
            label="follow_up_changed" if one else "follow_up_added",
            part=one.id if one else "",
        )
        self._one = one
        self.name = desk.view.name
        self.supervisor = called(texts, desk.view)
        self._add_when(one)
        self._add_answers(one)
        self._add_voices(one)
        self._add_agreed(one)
        if one is not None:
            self.add_removal(
                texts("placement.follow_up_remove"),
                "follow_up_removed",
                lambda session: remove_follow_up(session, one.id),
            )
        self.body.addStretch(1)
        self._suit()

    def first_field(self) -> QWidget:
        return self.answers

    @property
    def is_oral(self) -> bool:
        return self.answers.current() == _ORAL

    @property
    def forms(self) -> WorkplaceForms:
        """The forms that are chosen."""
        pairs = self.view.forms
        return pairs[int(self.pair.current() or 0)] if pairs else WorkplaceForms()

    @property
    def wants(self) -> WorkplaceForms:
        """The forms whose crosses are to be entered."""
        if self.is_oral:
            return WorkplaceForms()
        by = AnswersBy(self.answers.current())
        own = self.forms.own if by is not AnswersBy.SUPERVISOR else None
        other = self.forms.other if by is not AnswersBy.MENTEE else None
        return WorkplaceForms(own, other)

    def write(self, session: Session) -> object:
        details: dict[str, Any] = {
            "form": FollowUpForm(self.form.current()),
            "answers_by": AnswersBy.BOTH if self.is_oral else AnswersBy(self.answers.current()),
            "oral_instead": self.is_oral,
            "present": self.present.text(),
            "mentee_words": self.mentee_words.text(),
            "supervisor_words": self.supervisor_words.text(),
            "observations": self.observations.text(),
            "agreed_changes": self.agreed.text(),
            "keep_from_employer": self.keep_away.isChecked(),
            "next_on": self.next_on.day(),
        }
        day = self.day.day()
        assert day is not None
        if self._one is not None:
            change_follow_up(session, self._one.id, event_date=day, **details)
            return self._one.id
        needs = [one.strip() for one in self.agreed.text().splitlines() if one.strip()]
        adaptations = needs if self.as_adaptations.isChecked() else ()
        return add_follow_up(session, self.placement.id, day, adaptations=adaptations, **details)

    def _add_when(self, one: WorkplaceFollowUp | None) -> None:
        texts = self.texts
        self.day = self.day_field(texts("placement.when"), one.event_date if one else self.view.today, optional=False)
        self.day.set_limits(self.placement.from_date, self.view.today)
        self.present = LineField(
            self.theme,
            texts("placement.present"),
            one.present if one else "",
            placeholder=texts("placement.present_example", name=self.name, supervisor=self.supervisor),
        )
        self.add_beside(("event_date", self.day), ("present", self.present))
        forms = [Choice(form.value, texts(f"codes.follow_up_form_{form.value}")) for form in FollowUpForm]
        chosen = one.form if one else FollowUpForm.VISIT
        self.form = self.add_chips("form", texts("placement.how"), forms, chosen.value)

    def _add_answers(self, one: WorkplaceFollowUp | None) -> None:
        texts, pairs = self.texts, self.view.forms
        words = [" / ".join(form.title(texts.language) for form in pair.all_) for pair in pairs]
        choices = [Choice(str(place), said) for place, said in enumerate(words)]
        self.pair = self.add("pair", Picker(self.theme, texts("placement.which_form"), [("", choices)], "0"))
        self.pair.setVisible(len(pairs) > 1)
        answers = [
            Choice(AnswersBy.BOTH.value, texts("placement.answers_both")),
            Choice(AnswersBy.MENTEE.value, self.name),
            Choice(AnswersBy.SUPERVISOR.value, self.supervisor),
            Choice(_ORAL, texts("placement.answers_oral")),
        ]
        chosen = _ORAL if one is not None and one.oral_instead else (one.answers_by if one else AnswersBy.BOTH).value
        self.answers = self.add_chips("answers_by", texts("placement.answers"), answers, chosen)
        self.answers.chosen.connect(lambda _key: self._suit())
        self.pair.chosen.connect(lambda _key: self._suit())

    def _add_voices(self, one: WorkplaceFollowUp | None) -> None:
        texts, theme = self.texts, self.theme
        own = texts("placement.voice_own", whose=genitive(texts, self.name))
        other = texts("placement.voice_other", whose=genitive(texts, self.supervisor))
        self.mentee_words = self.add("mentee_words", TextField(theme, own, one.mentee_words if one else "", lines=2))
        self.supervisor_words = self.add(
            "supervisor_words", TextField(theme, other, one.supervisor_words if one else "", lines=2)
        )
        seen = texts("placement.voice_seen")
        self.observations = self.add("observations", TextField(theme, seen, one.observations if one else "", lines=2))

    def _add_agreed(self, one: WorkplaceFollowUp | None) -> None:
        texts, theme = self.texts, self.theme
        self.agreed = self.add(
            "agreed_changes",
            TextField(
                theme, texts("placement.agreed"), one.agreed_changes if one else "",
                hint=texts("placement.agreed_hint"), lines=2,
            ),
        )  # fmt: skip
        self.agreed.edited.connect(self._hint)
        self.as_adaptations = self.add(
            "as_adaptations", TickBox(theme, texts("placement.agreed_adaptations"), fades=False)
        )
        self.as_adaptations.setChecked(one is None)
        self.as_adaptations.setVisible(one is None)
        self.keep_away = self.add(
            "keep_from_employer",
            TickBox(
                theme,
                texts("placement.keep_away", whose=genitive(texts, self.name)),
                texts("placement.keep_away_more"),
                fades=False,
            ),
        )
        self.keep_away.setChecked(one.keep_from_employer if one else True)
        self.next_on = self.add(
            "next_on",
            self.day_field(texts("placement.next"), one.next_on if one else None, lean=Lean.AHEAD),
        )

    def _suit(self) -> None:
        """Only the answers that there are forms for can be chosen; the button says what comes next."""
        forms, texts = self.forms, self.texts
        reason = texts("placement.no_form")
        needs = {AnswersBy.MENTEE: forms.own, AnswersBy.SUPERVISOR: forms.other}
        for by, form in needs.items():
            self.answers.set_blocked(by.value, None if form is not None else reason)
        both = forms.own is not None and forms.other is not None
        self.answers.set_blocked(AnswersBy.BOTH.value, None if both else reason)
        if not self.is_oral and not self._is_open(self.answers.current()):
            self.answers.choose(next((by.value for by, form in needs.items() if form is not None), _ORAL))
        go_on = self._one is None and not self.is_oral
        self.ready.set_text(texts("placement.save_and_fill" if go_on else "placement.save"))

    def _is_open(self, key: str) -> bool:
        return self.answers.pill(key).isEnabled()

    def _hint(self) -> None:
        careful = any(sounds_like_diagnosis(need) for need in self.agreed.text().splitlines())
        self.agreed.hint.setText(self.texts("placement.diagnosis" if careful else "placement.agreed_hint"))
