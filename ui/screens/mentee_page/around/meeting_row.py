"""Something that falls between chairs, said calmly, with the suggestion to call everybody to one meeting (S003)."""

from collections.abc import Callable

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.row import Row

from ..reading import Person
from .reading import Around


def meeting_row(
    theme: Theme, texts: Texts, person: Person, around: Around, said: str, more: str, ask: Callable[[], None]
) -> Row:
    """The button writes the meeting down as a promise; when it stands there already the row says so."""
    promised = texts("around.meeting_promise") in around.said
    can_ask = person.enrolment is not None and not promised
    button = None
    if can_ask:
        button = Button(theme, texts("around.meeting_write"), "meeting", size=Size.ROW)
        button.setObjectName("meeting")
        button.setAccessibleDescription(said)
        button.clicked.connect(ask)
    advice = texts("around.meeting_promised" if promised else "around.meeting_advice")
    second = " ".join(part for part in (more, advice) if part)
    return Row(theme, said, second, action=button, tint="amber")
