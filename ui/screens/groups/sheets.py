"""The two forms of the screen: a group, and one of its meetings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.groups import GroupActivity, GroupKind, GroupMeeting
from mentorapp.domain.lists import WordList
from mentorapp.domain.numbers_typed import whole
from mentorapp.language.texts import Texts
from mentorapp.store.groups import (
    add_activity,
    add_meeting,
    change_activity,
    change_meeting,
    remove_activity,
    remove_meeting,
)
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox
from ui.widgets.when_field import WhenField


class ActivitySheet(RemovableSheet):
    """New, or one that is there."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, activity: GroupActivity | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("groups.activity"),
            form=f"groups.activity:{activity.id}" if activity else "groups.activity",
            mentee_id=None,
            label="group_changed" if activity else "group_added",
            save_text=texts("groups.save"),
        )
        self._activity = activity
        now = activity or GroupActivity(id=None, title="", kind=GroupKind.HEALTH_SCHOOL)  # type: ignore[arg-type]
        self.title = self.add("title", LineField(theme, texts("groups.title_of"), now.title))
        self.kind = QComboBox()
        for kind in GroupKind:
            self.kind.addItem(texts(f"codes.group_kind_{kind.value}"), kind)
        self.kind.setCurrentIndex(self.kind.findData(now.kind))
        self.organiser = LineField(theme, texts("groups.organiser"), now.organiser)
        kind_field = Field(theme, texts("groups.kind"), self.kind)
        self.add_beside(("kind", kind_field), ("organiser", self.organiser))
        self.other = self.add("kind_other", LineField(theme, texts("groups.kind_other"), now.kind_other))
        self.first = DateField(theme, texts, store.clock, texts("groups.first_day"), now.from_date)
        self.last = DateField(theme, texts, store.clock, texts("groups.last_day"), now.to_date)
        self.add_beside(("from_date", self.first), ("to_date", self.last))
        self.online = self.add("online", TickBox(theme, texts("groups.is_online")))
        self.online.setChecked(now.online)
        hint = texts("groups.topics_hint")
        self.topics = TextField(theme, texts("groups.topics"), "\n".join(now.topics), hint=hint, lines=4)
        self.shipped = Button(theme, texts("groups.topics_health"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.shipped.clicked.connect(self.add_health_topics)
        self.topics.add_right_of_label(self.shipped)
        self.add("topics", self.topics)
        if activity is not None:
            key = activity.id
            self.removal = self.add_removal(
                texts("groups.remove"), "group_removed", lambda session: remove_activity(session, key)
            )
        self.body.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _at: self._suit())
        self._suit()

    def add_health_topics(self) -> None:
        """The topics of the health school below what is written, each once (H1)."""
        with self.store.read() as session:
            names = [w.name(self.texts.language) for w in list_words(session, WordList.HEALTH_TOPIC)]
        written = [line.strip() for line in self.topics.text().splitlines() if line.strip()]
        self.topics.box.setPlainText("\n".join([*written, *(name for name in names if name not in written)]))

    def write(self, session: Session) -> object:
        details = {
            "kind_other": self.other.text(),
            "organiser": self.organiser.text(),
            "online": self.online.isChecked(),
            "from_date": self.first.day(),
            "to_date": self.last.day(),
            "topics": tuple(self.topics.text().splitlines()),
        }
        title, kind = self.title.text(), GroupKind(self.kind.currentData())
        if self._activity is None:
            return add_activity(session, title, kind, **details)
        change_activity(session, self._activity.id, title, kind, **details)
        return self._activity.id

    def _suit(self) -> None:
        kind = GroupKind(self.kind.currentData())
        self.other.setVisible(kind is GroupKind.OTHER)
        self.shipped.setVisible(kind is GroupKind.HEALTH_SCHOOL)


class MeetingSheet(RemovableSheet):
    """New in a group, or one that is there; the topics of the group finish what is typed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        activity: GroupActivity,
        meeting: GroupMeeting | None,
        done: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("groups.meeting_of", title=activity.title),
            form=f"groups.meeting_change:{meeting.id}" if meeting else f"groups.meeting:{activity.id}",
            mentee_id=None,
            label="group_meeting_changed" if meeting else "group_meeting_added",
            save_text=texts("groups.save"),
        )
        self._activity, self._meeting = activity, meeting
        left = [topic for topic in activity.topics if topic not in done]
        next_topic = "" if meeting or not left else left[0]
        self.topic = LineField(theme, texts("groups.topic"), meeting.topic if meeting else next_topic)
        finishing = QCompleter(list(activity.topics), self.topic.line)
        finishing.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finishing.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.topic.line.setCompleter(finishing)
        self.add("topic", self.topic)
        self.when = WhenField(theme, texts, store.clock, texts("groups.when"), optional=False)
        self.when.set_when(
            meeting.event_date if meeting else store.clock.today(), meeting.start_time if meeting else None
        )
        minutes = str(meeting.duration_min) if meeting and meeting.duration_min is not None else ""
        self.minutes = LineField(theme, texts("groups.minutes"), minutes)
        self.add_beside(("event_date", self.when), ("duration_min", self.minutes))
        self.place = self.add("place", LineField(theme, texts("groups.place"), meeting.place if meeting else ""))
        if meeting is not None:
            key = meeting.id
            self.removal = self.add_removal(
                texts("groups.remove_meeting"), "group_meeting_removed", lambda session: remove_meeting(session, key)
            )
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        day = self.when.day()
        assert day is not None
        minutes = whole("duration_min", self.minutes.text())
        place, topic, at = self.place.text(), self.topic.text(), self.when.at()
        if self._meeting is None:
            return add_meeting(
                session, self._activity.id, day, start_time=at, duration_min=minutes, place=place, topic=topic
            )
        change_meeting(session, self._meeting.id, day, start_time=at, duration_min=minutes, place=place, topic=topic)
        return self._meeting.id
