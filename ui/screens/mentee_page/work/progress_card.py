"""The way from praktik over arbetsträning to a job or studies, with dates, and how many moves went which way (P20)."""

from mentorapp.domain.placements import STEP_ORDER, Progress, progress_moves
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT, day_in_full
from .reading import Work


class ProgressCard(Card):
    """Hidden until there is a first step."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("work.progress"))
        self._texts = texts
        self._shown: object = None

    def show_work(self, person: Person, work: Work) -> None:
        steps = work.steps(person.today)
        if (steps, person.today) == self._shown:
            return
        self._shown = steps, person.today
        self.clear()
        self.setVisible(bool(steps))
        for place, one in enumerate(steps):
            said = DOT.join((self._step(one), day_in_full(self._texts, one.on, person.today)))
            before = steps[place - 1] if place else None
            last = place == len(steps) - 1
            self.add(Text(self.theme, self._move(before, one, said), wrap=True), below=12 if last else 2)
        if len(steps) < 2:
            return
        moves = progress_moves(steps)
        said = self._texts("work.moves", forward=moves.forward, still=moves.still, back=moves.back)
        self.add(Text(self.theme, said, Role.SMALL, tone="ink2", wrap=True))

    def _step(self, one: Progress) -> str:
        return self._texts(f"codes.progress_step_{one.step.value}")

    def _move(self, before: Progress | None, one: Progress, said: str) -> str:
        """Forward, the same again, or back: a word, for an arrow alone says nothing aloud."""
        if before is None:
            return said
        gap = STEP_ORDER.index(one.step) - STEP_ORDER.index(before.step)
        way = "forward" if gap > 0 else "back" if gap < 0 else "still"
        return self._texts(f"work.move_{way}", step=said)
