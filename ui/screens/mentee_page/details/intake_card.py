"""The way in, calmly: interest, information and thinking time, the answer. Gone once somebody has begun."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.intake import IntakeStage
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.icon_view import IconView
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .reading import Details

_S = IntakeStage


class _Stage(QWidget):
    """A mark, what it is, what is known of it, and one act."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self._mark = IconView(theme, "check", tone="ink2", side=18)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(theme, title, bold=True))
        self.said = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        words.addWidget(self.said)
        line.addLayout(words, 1000)
        line.addStretch(1)  # beside words that stop at their longest line
        self.right = QHBoxLayout()
        self.right.setSpacing(6)
        line.addLayout(self.right)

    def show_words(self, words: str, done: bool) -> None:
        self._mark.set_icon("check" if done else "clock", "ok" if done else "ink2")
        self.said.setText(words)


class IntakeCard(Card):
    """Signals: `interest_wanted`, `offer_wanted`, `yes_wanted`, `no_wanted`, `again_wanted`, `erase_wanted`."""

    interest_wanted = Signal()
    offer_wanted = Signal()
    yes_wanted = Signal()
    no_wanted = Signal()
    again_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("intake.title"), "flag")
        self._texts = texts
        self._informed = False
        self.interest_stage = _Stage(theme, texts("intake.interest"))
        self.offer_stage = _Stage(theme, texts("intake.offer"))
        self.answer_stage = _Stage(theme, texts("intake.answer"))
        self.interest = self._act("intake.interest_note", self.interest_stage)
        self.interest.clicked.connect(self.interest_wanted)
        self.offer = self._act("intake.offer_note", self.offer_stage)
        self.offer.clicked.connect(self.offer_wanted)
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for stage in (self.interest_stage, self.offer_stage, self.answer_stage):
            column.addWidget(stage)
        self.yes = Button(theme, texts("intake.yes"), "check", size=Size.ROW)
        self.yes.clicked.connect(self.yes_wanted)
        self.no = Button(theme, texts("intake.no"), size=Size.ROW)
        self.no.clicked.connect(self.no_wanted)
        column.addWidget(_flow(self.yes, self.no))
        self._closed = QWidget()
        self._lay_out_closed()
        self._open_box = inset(self, self._open)
        self._closed_box = inset(self, self._closed)

    def show_details(self, details: Details) -> None:
        self.setVisible(details.stage is not None)
        declined = details.stage is _S.DECLINED or details.person.mentee.erase_on is not None
        self._open_box.setVisible(not declined)
        self._closed_box.setVisible(declined)
        if declined:
            day = details.person.mentee.erase_on
            said = self._texts("intake.declined_kept")
            if day is not None:
                said = self._texts("intake.declined", day=full_date(self._texts, day))
            self.declined.setText(said)
            self.erase.setVisible(day is not None)
        elif details.stage is not None:
            self._show_open(details)

    def next_act(self) -> Button | None:
        """The act that most often comes now: first they are informed, then they answer."""
        if not self.yes.isVisible():
            return None
        return self.yes if self._informed else self.offer

    def _show_open(self, details: Details) -> None:
        texts, enrolment = self._texts, details.person.enrolment
        route = self._route(details)
        since = full_date(texts, enrolment.interest_on) if enrolment and enrolment.interest_on else ""
        said = " · ".join(part for part in (route, since) if part)
        before = texts("intake.contacts", count=details.contacts_before) if details.contacts_before else ""
        self.interest_stage.show_words("\n".join(part for part in (said, before) if part), bool(since))
        self.interest.set_text(texts("intake.change" if since else "intake.interest_note"))
        offered = enrolment.offered_on if enrolment else None
        self._informed = offered is not None
        again = enrolment.answer_by if enrolment else None
        words = texts("intake.offer_not_yet")
        if offered is not None:
            words = texts("intake.offered_on", day=full_date(texts, offered))
            if again is not None:
                words += " " + texts("intake.ask_again", day=full_date(texts, again))
        self.offer_stage.show_words(words, offered is not None)
        self.offer.set_text(texts("intake.change" if offered else "intake.offer_note"))
        self.offer.setVisible(enrolment is not None)
        self.yes.setVisible(enrolment is not None)
        self.answer_stage.show_words(texts("intake.answer_waits"), done=False)

    def _route(self, details: Details) -> str:
        enrolment = details.person.enrolment
        if enrolment is None:
            return ""
        referral = enrolment.referral
        word = details.words.get(referral.referrer_type)
        if word is not None:
            return word.name(self._texts.language)
        return self._texts(f"codes.referral_source_{referral.source.value}") if referral.source else ""

    def _lay_out_closed(self) -> None:
        column = QVBoxLayout(self._closed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.declined = Text(self.theme, "", wrap=True)
        column.addWidget(self.declined)
        self.again = Button(self.theme, self._texts("intake.changed_mind"), size=Size.ROW)
        self.again.clicked.connect(self.again_wanted)
        self.erase = Button(self.theme, self._texts("intake.erase_now"), kind=Kind.QUIET, size=Size.ROW)
        self.erase.clicked.connect(self.erase_wanted)
        column.addWidget(_flow(self.again, self.erase))

    def _act(self, key: str, stage: _Stage) -> Button:
        button = Button(self.theme, self._texts(key), size=Size.ROW)
        stage.right.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button


def _flow(*buttons: Button) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, 8)
    for button in buttons:
        flow.addWidget(button)
    return box
