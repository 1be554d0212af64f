"""The screen Inställningar: a list of pages at the left, the chosen page at the right; when narrow the list above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.opening import OpenStore
from mentorapp.store.store import Store
from ui.kit import Kit
from ui.theme import Theme
from ui.widgets.rail import Place
from ui.widgets.screen import Screen
from ui.widgets.widths import Width, page_margin, width_class

from .about_page import AboutPage
from .disposals_page import DisposalsPage
from .forms import FormsPage
from .limits_page import LimitsPage
from .lists_page import ListsPage
from .look_page import LookPage
from .page import Page
from .page_list import PageList
from .profile_page import ProfilePage
from .programmes_page import ProgrammesPage
from .ratings_page import RatingsPage
from .reminders_page import RemindersPage
from .sample_page import SamplePage
from .security_page import SecurityPage

_LIST, _PAGE = 230, 760


class SettingsScreen(Screen):
    """`looking` says that the store holds sample people and one's own waits behind. `print_wanted` carries a
    PrintRequest for a blank form or the record of a disposal."""

    language_chosen = Signal(str)
    sample_wanted = Signal()

    print_wanted = Signal(object)

    shows = frozenset({"setting", "mentor_profile", "programme", "programme_target", "level", "list_word", "snooze",
                       "scale_definition", "scale_item", "scale_response", "disposal"})  # fmt: skip

    def __init__(
        self,
        store: Store,
        texts: Texts,
        theme: Theme,
        opened: OpenStore,
        kit: Kit,
        *,
        looking: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.look = LookPage(theme, texts, kit.preferences)
        self.look.language_chosen.connect(self.language_chosen)
        self.profile = ProfilePage(theme, texts, store)
        self.programmes = ProgrammesPage(theme, texts, store, kit)
        self.forms = FormsPage(theme, texts, store, kit)
        self.forms.print_wanted.connect(self.print_wanted)
        self.ratings = RatingsPage(theme, texts, store)
        self.lists = ListsPage(theme, texts, store, kit)
        self.limits = LimitsPage(theme, texts, store)
        self.reminders = RemindersPage(theme, texts, store)
        self.disposals = DisposalsPage(theme, texts, store)
        self.disposals.print_wanted.connect(self.print_wanted)
        self.security = SecurityPage(theme, texts, opened, kit)
        self.sample = SamplePage(theme, texts, looking=looking)
        self.sample.wanted.connect(self.sample_wanted)
        self.about = AboutPage(theme, texts, store.path)
        self._pages: dict[str, Page] = {
            page.key: page
            for page in (
                self.look,
                self.profile,
                self.programmes,
                self.forms,
                self.ratings,
                self.lists,
                self.reminders,
                self.limits,
                self.security,
                self.disposals,
                self.sample,
                self.about,
            )
        }
        self.current = self.look.key
        self._narrow = False
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        places = tuple(Place(key, texts(f"settings.{key}"), page.icon) for key, page in self._pages.items())
        self.pages = PageList(theme, texts("window.settings"), places)
        self.pages.chosen.connect(self.show_page)
        self._whole.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignTop)
        self._area = self._make_area()
        self._whole.addWidget(self._area, 1)
        theme.changed.connect(self._fit)
        self.show_page(self.current)

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(5, 5, 12, 24)
        for page in self._pages.values():
            self._inside.addWidget(page)
            page.hide()
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def show_page(self, key: str) -> None:
        """`security` and the like; the list follows. Another page begins at its top."""
        if key != self.current:
            self._area.verticalScrollBar().setValue(0)
        self.current = key
        self.pages.set_current(key)
        page = self._pages[key]
        for one in self._pages.values():
            one.setVisible(one is page)
        page.refresh()
        self._fit()

    def open_draft(self, form: str) -> None:
        """On the page that says that the form is its own."""
        thing = form.partition(".")[2].partition(":")[0]
        for key, page in self._pages.items():
            if thing in page.forms:
                self.show_page(key)
                page.open_draft(form)

    def refresh(self) -> None:
        self._pages[self.current].refresh()

    def focus_first(self) -> None:
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> Sequence[QWidget]:
        return (self.pages, self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margin = page_margin(self)
        narrow = width_class(self) is Width.NARROW
        self._whole.setContentsMargins(margin, 12, margin, 0)
        self._whole.setSpacing(24)
        if narrow is not self._narrow:
            self._narrow = narrow
            column: QBoxLayout = self._inside if narrow else self._whole
            column.insertWidget(0, self.pages, 0, Qt.AlignmentFlag.AlignTop)
        wide = self.theme.px(_LIST)
        self.pages.setMinimumWidth(0 if narrow else wide)
        self.pages.setMaximumWidth(wide)
        for page in self._pages.values():
            page.setMaximumWidth(self.theme.px(_PAGE))
        self._pages[self.current].fit()
