"""A contact that is read: its facts in words, its boxes, what the mentee says about it, and how it was before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session as StoreSession

from mentorapp.domain.lists import WordList
from mentorapp.domain.private_notes import PrivateKind, PrivateNote
from mentorapp.domain.sessions import NoteSegment, NoteVersion, Session
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.dates import full_date, long_date, time_of_day
from mentorapp.language.relative import capital
from mentorapp.language.texts import Texts
from mentorapp.store.group_names import group_of
from mentorapp.store.network import get_contact
from mentorapp.store.word_lists import get_word
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.class_chip import ClassChip
from ui.widgets.contact_chooser import about
from ui.widgets.text import Text

from .words import DOT, own_words

_MARKS = ("came_late", "unplanned", "with_interpreter")
_LISTS = (("support_kinds", WordList.SUPPORT_KIND), ("methods", WordList.METHOD), ("topics", WordList.TOPIC))


def fact_lines(session: StoreSession, texts: Texts, contact: Session) -> list[tuple[str, str]]:
    """(what it is, its words) of all that was written besides the boxes; the first one has no name."""
    found = [("", _when(texts, contact))]
    group = group_of(session, contact.group_meeting_id)
    if group is not None:
        found.append((texts("contacts.fact_group"), DOT.join(part for part in group if part)))
    if contact.attempt_way is not None:
        found.append((texts("note.attempt_way"), texts(f"codes.session_kind_{contact.attempt_way.value}")))
    if contact.contact_id is not None:
        other = get_contact(session, contact.contact_id)
        found.append((texts("contacts.fact_with"), ", ".join(part for part in (other.name, about(other)) if part)))
    for name, list_ in _LISTS:
        words = [get_word(session, list_, code).name(texts.language) for code in getattr(contact, name)]
        found.append((texts(f"note.{name}"), ", ".join(words)))
    for name in ("consent_reference", "exercise", "fact_values", "fact_obstacle", "fact_step", "next_step"):
        found.append((texts(f"note.{name}"), getattr(contact, name)))
    found.append((texts("contacts.fact_mood"), _felt(texts, contact)))
    return [(name, words) for name, words in found if words]


def _when(texts: Texts, contact: Session) -> str:
    parts = [capital(long_date(texts, contact.event_date)) + f" {contact.event_date.year}"]
    if contact.start_time is not None:
        parts.append(time_of_day(texts, contact.start_time))
    if contact.place:
        parts.append(contact.place)
    if contact.distance_km is not None:
        parts.append(texts("contacts.fact_distance", km=f"{contact.distance_km}".replace(".", texts("contacts.point"))))
    parts += [
        texts(f"note.{name}") for name in ("came_late", "unplanned", "with_interpreter") if getattr(contact, name)
    ]
    if contact.written_late_days:
        parts.append(texts("mentee.written_late", count=contact.written_late_days))
    if contact.moved_on is not None:
        parts.append(texts("contacts.moved_here", day=full_date(texts, contact.moved_on)))
    if contact.version > 1:
        parts.append(texts("mentee.note_version", version=contact.version))
    return DOT.join(parts)


def _felt(texts: Texts, contact: Session) -> str:
    numbers = [str(mood) for mood in (contact.mood_in, contact.mood_out) if mood is not None]
    words = own_words(texts, contact.mood_word) if contact.mood_word else ""
    return DOT.join(part for part in (" → ".join(numbers), words) if part)


class NoteFacts(QWidget):
    """Everything about one contact, to be read and copied."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        contact: Session,
        facts: Sequence[tuple[str, str]],
        private: Sequence[PrivateNote],
        versions: Sequence[NoteVersion],
    ) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Text(theme, facts[0][1], Role.SMALL, tone="ink2", wrap=True))
        self._boxes(contact.segments)
        for note in private:
            self._column.addWidget(self._private_chip(note), 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(readable(theme, note.text))
        if not contact.segments and not private:
            self._column.addWidget(Text(theme, texts("mentee.note_without_text"), tone="ink2", wrap=True))
        for name, words in facts[1:]:
            self._named(name, words)
        if contact.mentee_comment:
            day = full_date(texts, contact.commented_on) if contact.commented_on else ""
            self._named(texts("contacts.comment_from", day=day), own_words(texts, contact.mentee_comment))
        self.earlier = QWidget()
        self.show_earlier = Button(
            theme,
            texts("contacts.earlier", count=len(versions)),
            "history",
            kind=Kind.QUIET,
            size=Size.ROW,
            checkable=True,
        )
        self.show_earlier.toggled.connect(self.earlier.setVisible)
        self._column.addWidget(self.show_earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_earlier.setVisible(bool(versions))
        self._column.addWidget(self.earlier)
        self._fill_earlier(versions)
        self.earlier.hide()

    def _boxes(self, segments: Sequence[NoteSegment]) -> None:
        for segment in segments:
            chip = ClassChip(self._theme, self._texts, segment.info_class)
            self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(readable(self._theme, segment.text))

    def _named(self, name: str, words: str) -> None:
        self._column.addWidget(Text(self._theme, name, Role.SMALL, bold=True))
        self._column.addWidget(readable(self._theme, words))

    def _fill_earlier(self, versions: Sequence[NoteVersion]) -> None:
        column = QVBoxLayout(self.earlier)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        for version in versions:
            written = full_date(self._texts, version.written_at.astimezone().date())
            said = self._texts("contacts.earlier_written", day=written, version=version.number)
            column.addWidget(Text(self._theme, said, Role.SMALL, bold=True))
            for segment in version.segments:
                chip = ClassChip(self._theme, self._texts, segment.info_class)
                column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
                column.addWidget(readable(self._theme, segment.text))

    def _private_chip(self, note: PrivateNote) -> ClassChip:
        if note.kind is PrivateKind.SAFETY:
            return ClassChip(self._theme, self._texts, InfoClass.PRIVATE, self._texts("contacts.safety_private"))
        return private_chip(self._theme, self._texts)


def private_chip(theme: Theme, texts: Texts) -> ClassChip:
    return ClassChip(theme, texts, InfoClass.PRIVATE, texts("mentee.private_never_printed"))


def readable(theme: Theme, words: str) -> Text:
    """Text that can be marked and copied, also from the keyboard."""
    text = Text(theme, words, wrap=True)
    by_both = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    text.setTextInteractionFlags(by_both)
    text.setAccessibleName(words)
    return text
