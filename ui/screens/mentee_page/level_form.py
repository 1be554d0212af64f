"""A step of the staircase, opened: when it was entered, and the form that moves to it. Down is said as up is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import DecidedBy, LadderStep, Track
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import change_level
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .reading import Person
from .words import genitive


class LevelForm(FormSheet):
    """Moves to a step that is not the current one."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, step: LadderStep
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            _title(texts, step),
            form=f"page.level:{step.level.id}",
            mentee_id=person.mentee.id,
            label="level_changed",
            save_text=texts("mentee.level_change"),
        )
        self._person, self._step = person, step
        _describe(self, texts, person, step)
        self.on = self.add(
            "entered_on",
            DateField(theme, texts, store.clock, texts("mentee.level_from"), person.today, optional=False),
        )
        choices = [Choice(by.value, texts(f"codes.decided_by_{by.value}")) for by in DecidedBy]
        asked = texts("mentee.level_decided_by")
        self.decided_by = self.add(
            "decided_by", ChoiceChips(theme, asked, choices, DecidedBy.TOGETHER.value, ticked=True), asked
        )
        self.reason = self.add("reason", TextField(theme, texts("mentee.level_reason"), lines=2))
        own = texts("mentee.level_words", name=genitive(texts, person.name))
        self.words = self.add("mentee_words", TextField(theme, own, lines=2))
        self.view = self.add("mentor_view", TextField(theme, texts("closing.mentor_view"), lines=2))
        tracks = [Choice(one.value, texts(f"closing.track_{one.value}")) for one in Track]
        self.track = self.add(
            "track",
            ChoiceChips(theme, texts("closing.track"), tracks, Track.NONE.value, ticked=True),
            texts("closing.track"),
        )
        self.track_text = self.add("track_text", LineField(theme, texts("closing.track_text")))
        self.track_text.hide()
        self.track.chosen.connect(lambda key: self.track_text.setVisible(key != Track.NONE.value))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert self._person.enrolment is not None
        assert day is not None
        return change_level(
            session,
            self._person.enrolment.id,
            self._step.level.id,
            day,
            decided_by=DecidedBy(self.decided_by.current()),
            reason=self.reason.text(),
            mentee_words=self.words.text(),
            mentor_view=self.view.text(),
            track=Track(self.track.current()),
            track_text=self.track_text.text(),
        )


class LevelDates(Overlay):
    """The current step has no form, only its dates."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, person: Person, step: LadderStep) -> None:
        super().__init__(window, theme, _title(texts, step))
        _describe(self, texts, person, step)
        self.body.addStretch(1)
        self.leave = Button(theme, texts("mentee.close"))
        self.leave.clicked.connect(self.close_over)
        self.foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.leave


def _title(texts: Texts, step: LadderStep) -> str:
    return f"{step.level.order} {step.level.name(texts.language)}"


def _describe(sheet: Overlay, texts: Texts, person: Person, step: LadderStep) -> None:
    for line in _dates(texts, person, step):
        sheet.body.addWidget(Text(sheet.theme, line, Role.SMALL, tone="ink2", wrap=True))
    if texts.language == "sv" and step.level.description_easy_sv:
        sheet.body.addWidget(Text(sheet.theme, step.level.description_easy_sv, wrap=True))


def _dates(texts: Texts, person: Person, step: LadderStep) -> list[str]:
    """The stays on this level, oldest first; words that were said at the move stand with them."""
    said = []
    for stay in person.stays:
        if stay.level_id != step.level.id:
            continue
        start = full_date(texts, stay.entered_on)
        if stay.left_on is None:
            said.append(texts("mentee.level_stay_now", start=start))
        else:
            said.append(texts("mentee.level_stay", start=start, end=full_date(texts, stay.left_on)))
        said += [words for words in (stay.mentee_words, stay.reason) if words]
        if stay.mentor_view:
            said.append(texts("closing.mentor_sees", words=stay.mentor_view))
    return said or [texts("mentee.level_not_been")]
