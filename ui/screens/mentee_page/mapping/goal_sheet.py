"""A need or a wish becomes a goal in the mentee's own words, with its first small steps."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.mapping import MappingAnswer, Voice
from mentorapp.domain.plans import GoalLevel, goal_class
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.goals_from_mapping import make_goal
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import ClassChip
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from ..words import genitive
from .need import Need

_PLACE = "mapping"
_FEWEST, _MOST = 3, 5


class GoalSheet(FormSheet):
    """`kept` carries the id of the goal. Empty steps are left out; a fourth and a fifth line come when needed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        answer: MappingAnswer,
        need: Need,
        name_of_area: str,
    ) -> None:
        key = need.wish_id.hex if need.wish_id else need.area
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("mapping.goal_from", area=name_of_area),
            form=f"{_PLACE}.goal:{key}",
            mentee_id=person.mentee.id,
            label="goal_from_mapping",
            save_text=texts("plan.goal_add"),
        )
        self._answer, self._need = answer, need
        own, info_class = _words(answer, need.wish_id)
        caption = texts("mapping.goal_words", name=genitive(texts, person.name))
        self.words = self.add("goal", TextField(theme, caption, own, lines=2))
        self._add_class(goal_class(need.area, info_class, answer.info_class))
        has_main = bool(person.plan and person.plan.main_goal)
        first = GoalLevel.MAIN if need.wish_id is not None and not has_main else GoalLevel.SUB
        levels = [Choice(level.value, texts(f"mapping.goal_level_{level.value}")) for level in GoalLevel]
        chips = ChoiceChips(theme, texts("mapping.goal_level"), levels, first.value, ticked=True)
        self.level = self.add("level", chips, texts("mapping.goal_level"))
        self.level.chosen.connect(lambda _key: self._show_steps())
        self._steps_label = Text(theme, texts("mapping.first_steps"), Role.SMALL, bold=True)
        self.body.addWidget(self._steps_label)
        self.steps = [self.add(f"step{n}", self._step(n)) for n in range(1, _MOST + 1)]
        self._show_steps()

    def _add_class(self, info_class: InfoClass) -> None:
        """Said before it is stored: a sensitive area makes the goal and its steps sensitive too."""
        line = QHBoxLayout()
        line.addWidget(ClassChip(self.theme, self.texts, info_class))
        if info_class is not goal_class(""):
            said = self.texts("plan.goal_class_sensitive")
            line.addWidget(Text(self.theme, said, Role.CAPTION, tone="ink2", wrap=True), 1000)
        line.addStretch(1)
        self.body.addLayout(line)

    def _step(self, number: int) -> LineField:
        field = LineField(self.theme, "", placeholder=self.texts("mapping.step_empty"))
        field.line.setAccessibleName(self.texts("mapping.step_number", number=number))
        field.edited.connect(lambda _text: self._show_steps())
        return field

    def open(self, first: QWidget | None = None) -> None:
        super().open(first)
        self._show_steps()

    def write(self, session: Session) -> object:
        level = GoalLevel(self.level.current())
        steps = [field.text() for field in self.steps] if level is GoalLevel.SUB else []
        return make_goal(
            session,
            self._answer.mapping_id,
            self._need.area,
            self.words.text(),
            wish_id=self._need.wish_id,
            level=level,
            steps=steps,
        )

    def _show_steps(self) -> None:
        """A main goal has sub-goals instead of steps."""
        has_steps = self.level.current() == GoalLevel.SUB.value
        filled = max((n for n, field in enumerate(self.steps, start=1) if field.text().strip()), default=0)
        self._steps_label.setVisible(has_steps)
        for number, field in enumerate(self.steps, start=1):
            field.setVisible(has_steps and number <= max(_FEWEST, filled + 1))


def _words(answer: MappingAnswer, wish_id: UUID | None) -> tuple[str, InfoClass]:
    """The mentee's own words to begin with; what is needed, where the mentee has said nothing."""
    wish = next((text for text in answer.texts if text.id == wish_id), None)
    text = wish or answer.text_of(Voice.MENTEE)
    return (text.text, text.info_class) if text else (answer.needs, answer.info_class)
