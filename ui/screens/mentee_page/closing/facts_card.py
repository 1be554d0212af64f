"""This enrolment in lines: programme, how the person came, target group, criteria, what was expected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from mentorapp.domain.enrolments import target_group_on
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT, day_in_full
from .reading import Case
from .words import enrolment_period, referrer_line, word

_LINES = ("programme", "time", "status", "mentor", "from", "group", "criteria")
_REFERRAL = ("referrer", "reason", "expectation")


class FactsCard(Card):
    """Signals `change_wanted` and `referral_wanted`."""

    change_wanted = Signal()
    referral_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("closing.this_enrolment"))
        self._texts = texts
        self._values: dict[str, tuple[Text, Text]] = {}
        self._lines = QFormLayout()
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(5)
        self._lines.setFormAlignment(Qt.AlignmentFlag.AlignLeft)
        for key in (*_LINES, *_REFERRAL):
            self._add_line(key)
        facts = QWidget()
        facts.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add(facts, below=6)
        self.change = Button(theme, texts("closing.change"), "pencil", kind=Kind.QUIET, size=Size.ROW)
        self.change.clicked.connect(self.change_wanted)
        self.referral = Button(theme, texts("closing.how_came_change"), "people", kind=Kind.QUIET, size=Size.ROW)
        self.referral.clicked.connect(self.referral_wanted)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SIDE - 13, 0, 8, 8)
        buttons.setSpacing(0)
        buttons.addWidget(self.change)
        buttons.addWidget(self.referral)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_case(self, person: Person, case: Case) -> None:
        texts, enrolment = self._texts, case.enrolment
        group = target_group_on(case.groups, enrolment.closed_on or person.today)
        hidden = person.hidden
        criteria = [
            case.criteria[code].name(texts.language)
            for code in enrolment.criteria
            if code in case.criteria and case.criteria[code].info_class not in hidden
        ]
        self._say("programme", _programme(texts, case))
        self._say("time", enrolment_period(texts, enrolment, person.today))
        self._say("status", texts(f"codes.enrolment_status_{enrolment.status.value}"))
        self._say("mentor", enrolment.mentor_name)
        self._say("from", "" if person.mentee.is_protected else enrolment.transferred_in_from)
        self._say("group", self._group(case, group, person))
        self._say("criteria", DOT.join(criteria))
        self._say("referrer", referrer_line(texts, case, person))
        self._say("reason", "" if InfoClass.SOCIAL in hidden else case.referral.reason_text)
        self._say("expectation", case.referral.expectation)

    def _group(self, case: Case, group: str, person: Person) -> str:
        """With the day it began, when there was another before."""
        if not group:
            return ""
        name = word(self._texts, case.target_groups, group)
        if len(case.groups) < 2:
            return name
        since = max(one.from_date for one in case.groups)
        return f"{name} ({self._texts('closing.since', day=day_in_full(self._texts, since, person.today))})"

    def _add_line(self, key: str) -> None:
        label = Text(self.theme, self._texts(f"closing.fact_{key}"), Role.SMALL, tone="ink2")
        label.setMinimumWidth(self.theme.px(110))
        value = Text(self.theme, "", Role.SMALL, wrap=True)
        self._lines.addRow(label, value)
        self._values[key] = (label, value)

    def _say(self, key: str, words: str) -> None:
        label, value = self._values[key]
        value.setText(words)
        self._lines.setRowVisible(value, bool(words))
        label.setAccessibleDescription(words)


def _programme(texts: Texts, case: Case) -> str:
    ordinal = case.enrolment.ordinal
    return case.programme.name if ordinal == 1 else texts("closing.ordinal", name=case.programme.name, number=ordinal)
