"""What every part of the window is built with, in one value: the window, the preferences, the worker and the parts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentorapp.language.texts import Texts
from ui.parts import Parts
from ui.preferences import PreferenceFile
from ui.theme import Theme
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.tasks import Tasks


class Kit:
    """Made once by `ui.app` and handed down. `on_error` gets what nobody took of the worker's errors."""

    def __init__(
        self,
        window: MainWindow,
        preferences: PreferenceFile,
        on_error: Callable[[BaseException], None],
        parts: Parts,
    ) -> None:
        self.window, self.preferences, self.parts = window, preferences, parts
        self._on_error = on_error
        self._tasks: Tasks | None = None

    @property
    def tasks(self) -> "Tasks":
        """The one worker, made when there is work for it."""
        if self._tasks is None:
            from ui.tasks import Tasks

            self._tasks = Tasks(self._on_error, self.window)
        return self._tasks

    def close(self) -> None:
        if self._tasks is not None:
            self._tasks.close()

    @property
    def theme(self) -> Theme:
        return self.window.theme

    @property
    def texts(self) -> Texts:
        """In the language as it is chosen now."""
        return Texts(self.preferences.now.language)
