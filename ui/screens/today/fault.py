"""A group whose rule could not be worked out says so in its place, and its neighbours stand."""

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.row import Row

from .group import Entry, Group, Pending


def fault_group(theme: Theme, texts: Texts, key: str, fault: Exception) -> Group:
    """Its button raises the fault again, so that it is shown as every other fault of the program."""

    def show_why() -> None:
        raise fault

    def entry() -> Entry:
        button = Button(theme, texts("today.not_computed_why"), size=Size.ROW)
        row = Row(theme, texts("today.not_computed"), action=button)
        button.clicked.connect(show_why)
        return Entry(f"fault:{key}", row, button, open=show_why, act=show_why, act_words=button.text())

    group = Group(theme, texts, key, texts(f"today.{key}"), "info")
    group.fill((Pending(entry),))
    return group
