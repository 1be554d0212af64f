"""The page of one placement, wired: what each card asks for, and where it leads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.scales import Respondent, ScaleDefinition
from mentorapp.domain.sharing import Audience
from mentorapp.domain.workplace_support import WorkplaceFollowUp, current_support
from mentorapp.exchange.addressees import To
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from mentorapp.store.recipients import recipient_of
from mentorapp.store.store import Store
from ui.requests import PageRequest, PlacementRequest, PrintRequest
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.draft_keeper import keep_all
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.more_button import Act
from ui.widgets.screen import Screen
from ui.widgets.settle import settle
from ui.widgets.wide_columns import WideColumns
from ui.widgets.widths import page_margin, width_class

from .acts import PlacementActs
from .adaptations_card import AdaptationsCard
from .forms import PlacementForms
from .head import PlacementHead
from .log_card import LogCard
from .reading import View, read_view
from .sheet import Desk, draft_name
from .side_cards import DisclosureCard, HoursCard, PracticeCard, SupportCard
from .stages_card import StagesCard, TasksCard
from .voices_card import AgreeCard, VoicesCard
from .words import called

_SIDE = 424


class PlacementScreen(Screen):
    """`open(PlacementRequest)` shows one. Signals: `back_wanted`, `print_wanted(PrintRequest)`,
    `page_wanted(PageRequest)` for the mentee's page, `session_opened(mentee, session)` for the note of a visit."""

    back_wanted = Signal()
    print_wanted = Signal(object)
    page_wanted = Signal(object)
    session_opened = Signal(object, object)

    shows = View.tables

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._request: PlacementRequest | None = None
        self._view: View | None = None
        self._place_shown = False
        self.acts = PlacementActs(store, self._shown)
        self.forms = PlacementForms(self._desk)
        self.head = PlacementHead(theme, texts, self._more)
        self.left = Banner(theme, " ", texts("placement.supervisor_choose"), icon="people", tone="amber")
        self.work = Banner(theme, texts("placement.work_begun"), texts("placement.to_closing"), tone="ok")
        self.stages = StagesCard(theme, texts)
        self.voices = VoicesCard(theme, texts)
        self.agree = AgreeCard(theme, texts)
        self.log = LogCard(theme, texts)
        self.tasks = TasksCard(theme, texts)
        self.hours = HoursCard(theme, texts)
        self.adaptations = AdaptationsCard(theme, texts, self.acts.add_need)
        self.disclosure = DisclosureCard(theme, texts)
        self.support = SupportCard(theme, texts)
        self.practice = PracticeCard(theme, texts)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(10)
        for part in (self.left, self.work, self.stages):
            above.addWidget(part)
        left = (self.voices, self.agree, self.log, self.tasks)
        right = (self.hours, self.adaptations, self.disclosure, self.support, self.practice)
        self.columns = WideColumns(self._theme, top, left, right, side=_SIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head_line = QVBoxLayout()
        self._head_line.addWidget(self.head)
        whole.addLayout(self._head_line)
        whole.addWidget(self.columns, 1)

    def _connect(self) -> None:
        forms, acts = self.forms, self.acts
        self.head.back_wanted.connect(self.back_wanted)
        self.head.place_wanted.connect(self._show_place)
        self.head.page_wanted.connect(lambda: self._to_page("work"))
        self.head.end_wanted.connect(forms.end)
        self.left.act_wanted.connect(forms.supervisor)
        self.work.act_wanted.connect(lambda: self._to_page("closing"))
        self.stages.stage_wanted.connect(forms.stage)
        self.voices.print_wanted.connect(self.ask_print)
        self.voices.round_chosen.connect(self._show_agree)
        self.agree.fill_wanted.connect(lambda: forms.follow_up())
        self.agree.blank_wanted.connect(self._print_blank)
        self.log.opened.connect(forms.follow_up)
        self.log.fill_wanted.connect(forms.missing)
        self.log.marks_wanted.connect(lambda one, who: forms.marks(one.id, who))
        self.log.void_wanted.connect(lambda one, who: forms.void(one.id, who))
        self.log.print_wanted.connect(lambda one: self._print_filled(one))
        self.log.visit_opened.connect(lambda one: self.session_opened.emit(one.mentee_id, one.id))
        self.tasks.ticked.connect(acts.tick)
        self.hours.change_wanted.connect(forms.hours)
        self.adaptations.lit.connect(acts.light)
        self.adaptations.change_wanted.connect(forms.adaptation)
        self.disclosure.change_wanted.connect(forms.disclosure)
        self.support.change_wanted.connect(lambda: forms.support())
        self.practice.change_wanted.connect(forms.details)

    @property
    def request(self) -> PlacementRequest | None:
        """What is shown, and whose it is."""
        return self._request

    def open(self, request: PlacementRequest) -> None:
        if request != self._request:
            keep_all(self)
            self._view, self._place_shown = None, False
        self._request = request
        self._stale = True
        self._freshen()

    def refresh(self) -> None:
        if self._request is None:
            return
        another = self._view is None
        with self._store.looking(), self._store.read() as session:
            try:
                today = self._store.clock.today()
                view = read_view(session, self._request.placement_id, today, place_shown=self._place_shown)
            except NotFoundError:  # removed, or the adding undone
                self._request = self._view = None
                self.back_wanted.emit()
                return
        self._view = view
        self._show(view)
        if another:
            drafts = FormDrafts(self._store, draft_name("new_adaptation", view.placement.id), view.mentee.id)
            self.adaptations.turn_to(drafts)

    def focus_first(self) -> None:
        """The most common next act: to write down how it goes."""
        self.agree.fill.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> Sequence[QWidget]:
        return [self.head, *self.columns.sides()]

    def open_draft(self, form: str) -> None:
        self._freshen()
        if self._view is None:
            return
        if form == draft_name("new_adaptation", self._view.placement.id):
            assert self.adaptations.new is not None
            self.adaptations.new.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.forms.open_draft(form)

    def ask_print(self) -> None:
        """Ctrl+P: the round that is shown, filled in; before the first one the mentee's form, blank."""
        view, round_ = self._shown(), self.voices.shown
        if round_ is not None:
            filled = round_.own or round_.other
            about = round_.follow_up_id or (filled.id if filled else None)
            self.print_wanted.emit(PrintRequest(view.mentee.id, template="P05", about=about))
        elif view.forms:
            self._print_blank(view.forms[0].all_[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._head_line.setContentsMargins(margin, 10, margin, 0)
        self.head.arrange(width_class(self))

    def _show(self, view: View) -> None:
        self.head.show_view(view)
        self._show_banners(view)
        for card in (self.stages, self.voices, self.log, self.tasks, self.hours, self.adaptations, self.disclosure,
                     self.support, self.practice):  # fmt: skip
            card.show_view(view)
        self._show_agree()
        settle(self)

    def _show_banners(self, view: View) -> None:
        who = view.supervisor
        has_left = view.is_open and who is not None and who.has_left(view.today)
        self.left.setVisible(has_left)
        if has_left and who is not None and who.works_until is not None:
            day = day_in_full(self._texts, who.works_until, view.today)
            words = self._texts("placement.supervisor_left", name=called(self._texts, view), day=day)
            self.left.set_words(words, self._texts("placement.supervisor_choose"))
        self.work.setVisible(view.asks_about_work and view.is_open)

    def _show_agree(self) -> None:
        view = self._shown()
        self.agree.show_view(view, self.voices.asked if view.rounds else None)

    def _shown(self) -> View:
        assert self._view is not None
        return self._view

    def _desk(self) -> Desk:
        return Desk(self.window(), self._store, self._texts, self._theme, self._shown())

    def _more(self) -> list[Act]:
        view, texts = self._shown(), self._texts
        acts: list[Act] = [(texts("placement.change"), self.forms.details)]
        acts.append((texts("placement.supervisor_change"), self.forms.supervisor))
        level = current_support(view.support, view.today)
        if level is not None:
            acts.append((texts("placement.support_put_right"), lambda: self.forms.support(level)))
        return acts

    def _show_place(self) -> None:
        """Somebody has asked to see where a protected person is; hidden again the next time."""
        self._place_shown = True
        self.mark_stale()

    def _to_page(self, tab: str) -> None:
        self.page_wanted.emit(PageRequest(self._shown().mentee.id, tab))

    def _print_blank(self, form: ScaleDefinition) -> None:
        """The mentee's in the reading that the mentee needs; the supervisor's for who supervises, else of nobody."""
        view = self._shown()
        mine = form.respondent is Respondent.MENTEE
        to = To() if mine else self._for_supervisor(view)
        mentee = view.mentee.id if mine or to.contact_id else None
        self.print_wanted.emit(PrintRequest(mentee, template="P04", about=form.id, to=to))

    def _for_supervisor(self, view: View) -> To:
        """By name where the register knows that they are of the workplace; who is only a name is nobody to a paper."""
        who = view.supervisor
        if who is None or who.has_left(view.today):
            return To()
        with self._store.read() as session:
            found = recipient_of(session, view.mentee.id, who.id)
        return To(contact_id=who.id) if found.audience is Audience.EMPLOYER else To()

    def _print_filled(self, one: WorkplaceFollowUp) -> None:
        self.print_wanted.emit(PrintRequest(self._shown().mentee.id, template="P05", about=one.id))
