"""Rests in the enrolment: the one that is on, those that have been, and the way in and out of one."""

from PySide6.QtCore import Signal

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.stays import pause_on
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.inset import inset

from ..reading import Person
from .list_card import Line, ListCard
from .reading import Case
from .words import pause_line


class PausesCard(ListCard):
    """Signals `pause_wanted(UUID | None)`: one to change or a new one, and `resume_wanted`."""

    pause_wanted = Signal(object)
    resume_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts, texts("closing.pauses"), texts("closing.pauses_none"))
        self.act = Button(theme, texts("closing.pause_begin"), size=Size.ROW)
        self.act.clicked.connect(self._on_act)
        self._foot = inset(self, self.act, above=6, below=12)
        self._paused = False

    def show_case(self, person: Person, case: Case) -> None:
        now = pause_on(case.pauses, person.today) if case.is_open else None
        self._paused = case.enrolment.status is EnrolmentStatus.PAUSED
        told = InfoClass.SOCIAL not in person.hidden
        self.show_lines(
            [
                Line(
                    key=pause.id.hex,
                    title=self.texts("closing.pause_now" if pause == now else "closing.pause_been"),
                    second="\n".join(
                        part
                        for part in (pause_line(self.texts, pause, person.today), pause.reason if told else "")
                        if part
                    ),
                    act=lambda pause=pause: self.pause_wanted.emit(pause.id),  # type: ignore[misc]
                    act_name=self.texts("closing.change"),
                )
                for pause in reversed(case.pauses)
            ]
        )
        self.act.set_text(self.texts("closing.pause_end" if self._paused else "closing.pause_begin"))
        self._foot.setVisible(case.is_open and case.is_started)
        self.setVisible(bool(case.pauses) or (case.is_open and case.is_started))

    def _on_act(self) -> None:
        if self._paused:
            self.resume_wanted.emit()
        else:
            self.pause_wanted.emit(None)
