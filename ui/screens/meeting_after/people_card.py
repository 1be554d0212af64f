"""Who was there: one press where all came, else one for each; whoever turned up is written up too."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.consents import Standing
from mentorapp.domain.meetings import Attended, MeetingInvitee
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.consent_light import LIGHT_OF, ConsentLight
from ui.widgets.flow import FlowLayout
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .acts import AfterActs
from .reading import AfterView

_TO_ASK = frozenset({Standing.NONE, Standing.NOT_THAT_DAY, Standing.WITHDRAWN, Standing.ENDED})


class PeopleCard(Card):
    """Signal `ask_wanted(UUID)`: the mentee is to be asked what that party may know."""

    ask_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, acts: AfterActs) -> None:
        super().__init__(theme, texts("after.people"), "people")
        self._texts, self._acts = texts, acts
        self._built: object = None
        self.marks: dict[UUID, ChoiceChips] = {}
        self.all_came = Button(theme, texts("after.all_came"), "check", size=Size.ROW)
        self.all_came.clicked.connect(acts.all_came)
        self.head.addWidget(self.all_came)
        self.list = Rows(theme)
        self.body.addWidget(self.list)
        self.new = AddLine(theme, texts, texts("meeting_mode.turned_up"), acts.turned_up)
        self.body.addWidget(self.new)

    def turn_to(self, view: AfterView) -> None:
        """To another meeting, with what was begun there."""
        drafts = FormDrafts(self._acts.store, f"after.somebody:{view.meeting.id.hex}", view.meeting.mentee_id)
        self.new.keep_drafts(drafts)

    def show_view(self, view: AfterView) -> None:
        people = [one for one in view.meeting.invitees if not one.is_mentor]
        built = [
            (one.id, one.name, view.lights.get(one.id), one.told_mentee, one.id in view.not_reading) for one in people
        ]
        if built != self._built:
            self._built = built
            self.marks = {}
            self.list.fill([self._person(view, one) for one in people])
        for one in people:
            self.marks[one.id].choose("" if one.attended is Attended.UNKNOWN else one.attended.value)
        self.all_came.setVisible(any(one.attended is Attended.UNKNOWN for one in people))

    def _person(self, view: AfterView, one: MeetingInvitee) -> QWidget:
        whole = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom, whole)
        line.setContentsMargins(SIDE, 9, SIDE, 9)
        line.setSpacing(6)
        name = one.name or view.mentee.full_name
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.theme, name, bold=True, wrap=True))
        place = one.organisation.name if one.organisation else one.role
        if place:
            words.addWidget(Text(self.theme, place, Role.SMALL, tone="ink2", wrap=True))
        line.addLayout(words)
        choices = [
            Choice(came.value, self._texts(f"after.{came.value}")) for came in (Attended.CAME, Attended.CAME_NOT)
        ]
        marks = ChoiceChips(self.theme, self._texts("after.came_question", name=name), choices, ticked=True)
        marks.chosen.connect(lambda key: self._acts.mark(one.id, Attended(key)))
        self.marks[one.id] = marks
        line.addWidget(marks)
        light = view.lights.get(one.id)
        if light is not None and (not one.ad_hoc or one.told_mentee):
            line.addWidget(self._share(view, one))
        if light in _TO_ASK:
            line.addWidget(self._to_ask(view, one, light))
        return whole

    def _share(self, view: AfterView, one: MeetingInvitee) -> TickBox:
        box = TickBox(
            self.theme, self._texts("after.reads"), name=self._texts("after.reads_who", who=one.name), fades=False
        )
        box.setObjectName(f"reads {one.id}")
        box.setChecked(one.id not in view.not_reading)
        box.clicked.connect(lambda on: self._acts.share(one.id, on))
        return box

    def _to_ask(self, view: AfterView, one: MeetingInvitee, light: Standing) -> QWidget:
        """Of whom no consent holds: the mentee is asked first, and can say yes by word of mouth."""
        whole = QWidget()
        flow = FlowLayout(whole, 10)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(ConsentLight(self.theme, LIGHT_OF[light], self._texts(f"meeting.light_{light.value}")))
        words = self._texts("oral.ask", name=view.mentee.preferred_name)
        ask = Button(self.theme, words, "talk", kind=Kind.QUIET, size=Size.ROW, name=f"{words}: {one.name}")
        ask.setObjectName(f"ask {one.id}")
        ask.clicked.connect(partial(self._on_ask, one.id))
        flow.addWidget(ask)
        return whole

    def _on_ask(self, invitee_id: UUID, _checked: bool = False) -> None:
        self.ask_wanted.emit(invitee_id)

    def focus_first(self) -> bool:
        """False when everybody is marked."""
        if self.all_came.isHidden():
            return False
        self.all_came.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
