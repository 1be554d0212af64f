"""What every part of the window is built with, in one value: the window, the preferences, the worker and the parts."""

from mentorapp.language.texts import Texts
from ui.parts import Parts
from ui.preferences import PreferenceFile
from ui.tasks import Tasks
from ui.theme import Theme
from ui.window import MainWindow


class Kit:
    """Made once by `ui.app` and handed down; never changed."""

    __slots__ = ("parts", "preferences", "tasks", "window")

    def __init__(self, window: MainWindow, preferences: PreferenceFile, tasks: Tasks, parts: Parts) -> None:
        self.window, self.preferences, self.tasks, self.parts = window, preferences, tasks, parts

    @property
    def theme(self) -> Theme:
        return self.window.theme

    @property
    def texts(self) -> Texts:
        """In the language as it is chosen now."""
        return Texts(self.preferences.now.language)
