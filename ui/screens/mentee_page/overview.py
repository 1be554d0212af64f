"""The tab Översikt: everything at once and the timeline at the left; goal, next steps and good to know at the right."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from ui.requests import PlacementRequest
from ui.theme import Theme
from ui.widgets.columns import ColumnsTab
from ui.widgets.lane_values import Dot, LaneStep, MeetingSign

from .good_to_know_card import GoodToKnowCard
from .lanes_card import LanesCard
from .next_steps_card import NextStepsCard
from .own_goal_card import OwnGoalCard
from .plan_acts import step_ticker, tick_promise
from .reading import Person
from .tab import Tab
from .timeline_card import TimelineCard


class OverviewTab(Tab):
    """`opened` carries an item of the timeline."""

    shows = (
        frozenset(
            {
                "session",
                "note_segment",
                "private_note",
                "level_entry",
                "level",
                "step",
                "step_undone",
                "milestone",
                "pause",
                "workplace_follow_up",
                "study_phase",
                "scale_response",
                "scale_definition",
                "meeting",
                "meeting_invitee",
            }
        )
        | LanesCard.tables
    )

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self.lanes = LanesCard(store, texts, theme)
        self.lanes.picture.activated.connect(lambda _lane, mark: self._open_mark(mark))
        self.timeline = TimelineCard(store, texts, theme)
        self.timeline.opened.connect(self.opened)
        self.timeline.note_wanted.connect(self.note_wanted)
        self.goal = OwnGoalCard(theme, texts)
        self.goal.plan_wanted.connect(self._ask_plan)
        self.steps = NextStepsCard(
            theme, texts, step_ticker(store), lambda promise, done: tick_promise(store, promise, done)
        )
        self.steps.plan_wanted.connect(self._ask_plan)
        self.good = GoodToKnowCard(store, texts, theme, self._change)
        self.columns = ColumnsTab(theme, (self.lanes, self.timeline), (self.goal, self.steps, self.good))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _open_mark(self, mark: object) -> None:
        """Enter or a click on the lanes: the contact, the meeting, or the page of the placement."""
        key = getattr(mark, "key", None)
        if isinstance(mark, Dot):
            self.opened.emit(key)
        elif isinstance(mark, MeetingSign):
            self.opened.emit(mark)
        elif isinstance(mark, LaneStep) and key is not None and self._person is not None:
            self.placement_wanted.emit(PlacementRequest(self._person.mentee.id, key))

    def show_person(self, person: Person) -> None:
        self._person = person
        self.lanes.show_person(person)
        self.timeline.show_person(person)
        self.goal.show_person(person)
        self.steps.show_person(person)
        self.good.show_person(person)

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        """The newest row of the timeline, or the button that begins it."""
        target: QWidget = self.timeline.empty if self.timeline.view.isHidden() else self.timeline.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_all(self) -> None:
        self.good.drafts.write_all()

    def _ask_plan(self) -> None:
        self.tab_wanted.emit("plan")

    def _change(self, mentee_id: UUID, name: str, text: str) -> None:
        with self.store.write("mentee_changed") as session:
            change_mentee(session, mentee_id, **{name: text})
