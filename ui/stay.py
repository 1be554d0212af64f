"""What is open in the window: one's own store, and in front of it the sample people while one looks around."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.demo import Demo, make_demo, remove_demo
from ui.kit import Kit
from ui.launch import Launch
from ui.lock import IdleWatch
from ui.start import DEMO_FOLDER
from ui.widgets.empty_state import EmptyState
from ui.window import Message

if TYPE_CHECKING:
    from mentorapp.store.opening import OpenStore
    from ui.rooms import Rooms

# While nothing is open there is nothing to lock.
_NEVER_MINUTES = 24 * 60


class Stay(QObject):
    """`begin_wanted` carries a store that has no programme yet: it is still to be asked how to begin."""

    begin_wanted = Signal(object)
    lock_wanted = Signal()
    idle = Signal()
    language_chosen = Signal(str)

    def __init__(self, kit: Kit, launch: Launch) -> None:
        super().__init__(kit.window)
        self._kit = kit
        self._launch = launch
        self._own: OpenStore | None = None
        self._demo: Demo | None = None
        self.rooms: Rooms | None = None
        self.watch: IdleWatch | None = None

    def enter(self, opened: "OpenStore", look_around: bool) -> None:
        """One's own store is open; the first time one may want to look around instead."""
        self._own = opened
        self._kit.window.untell()
        if look_around:
            self.look_around()
        else:
            self._show(opened)

    def look_around(self) -> None:
        """The sample people in the window; one's own store waits behind, untouched."""
        making = self._kit.texts("window.demo_making")
        self._leave_rooms()
        self._kit.window.show_page(EmptyState(self._kit.theme, making, large=True))
        self._kit.tasks.run(partial(make_demo, self._kit.parts.clock), self._on_demo_made)

    def stop_looking_around(self) -> None:
        """Back to one's own store; the sample people go."""
        if self._demo is not None and self._own is not None:
            self._leave_rooms()
            self._demo.close()
            self._demo = None
            self._show(self._own)

    def build_anew(self) -> None:
        """The same screens in another language."""
        open_ = self._demo.opened if self._demo is not None else self._own
        if self.rooms is not None and open_ is not None:
            here = self.rooms.frame.here
            self._leave_rooms()
            self._show(open_, at=here.key if here is not None else "today")

    def keep_drafts(self) -> None:
        """WorldFault when the world does not take them."""
        if self.rooms is not None:
            self.rooms.keeping.keep()

    def arguments_after_lock(self) -> tuple[str, ...]:
        """As it was started; sample people that are all there is are found again."""
        if self._own is None and self._demo is not None:
            return (DEMO_FOLDER, str(self._demo.folder))
        return self._kit.parts.arguments

    def close(self, *, keep_demo: bool) -> None:
        """Closes what is open. Sample people are taken away unless the next process is to show them."""
        if self.watch is not None:
            self.watch.stop()
        if self.rooms is not None:
            self.rooms.close()
            self.rooms = None
        for opened in (self._demo.opened if self._demo is not None else None, self._own):
            if opened is not None:
                opened.close()
        folder = self._demo.folder if self._demo is not None else self._launch.demo_folder
        if folder is not None and not keep_demo:
            remove_demo(folder)
        self._demo = self._own = None

    def _show(self, opened: "OpenStore", at: str = "today") -> None:
        from ui.rooms import Rooms, has_programme

        self._note_demo()
        if not has_programme(opened):
            self.begin_wanted.emit(opened)
            return
        self.rooms = Rooms(self._kit, opened, looking=self._demo is not None)
        self.rooms.lock_wanted.connect(self.lock_wanted)
        self.rooms.language_chosen.connect(self.language_chosen)
        self.rooms.sample_wanted.connect(self._on_sample_wanted)
        self.rooms.show(at)
        self._watch_idleness()

    def _watch_idleness(self) -> None:
        if self.watch is None:
            self.watch = IdleWatch(self._kit.window, self._kit.parts.clock, self._lock_minutes)
            self.watch.idle.connect(self.idle)
        self.watch.start()

    def _lock_minutes(self) -> int:
        return self.rooms.lock_minutes() if self.rooms is not None else _NEVER_MINUTES

    def _leave_rooms(self) -> None:
        if self.rooms is not None:
            self.rooms.keeping.keep()
            self.rooms.close()
            self.rooms = None

    def _on_demo_made(self, demo: Demo) -> None:
        self._demo = demo
        self._show(demo.opened)

    def _on_sample_wanted(self) -> None:
        if self._demo is None:
            self.look_around()
        else:
            self.stop_looking_around()

    def _note_demo(self) -> None:
        """As long as the people are invented, a line says so."""
        if self._demo is None and self._launch.demo_folder is None:
            self._kit.window.note(None)
            return
        texts = self._kit.texts
        leave = texts("window.demo_leave") if self._own is not None and self._demo is not None else ""
        self._kit.window.note(Message(texts("window.demo"), leave, self.stop_looking_around))
