"""The tab Inskrivning: this enrolment and the ones before; at the right work begun, closing and what follows."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.enrolments import LadderStep, StepState
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.record_sheet import CERTIFICATE, CLOSING_SUMMARY
from mentorapp.language.texts import Texts
from mentorapp.store.closings import reopen_enrolment
from mentorapp.store.programmes import list_programmes
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.columns import ColumnsTab
from ui.widgets.empty_state import EmptyState
from ui.widgets.overlay import Overlay

from ..level_form import LevelForm
from ..papers.make_card import MakeCard
from ..reading import Person
from ..tab import Tab
from .closed_card import ChecksCard, CheckSheet, ClosedCard, ClosureSheet
from .closing_card import ClosingCard
from .enrolment_sheets import EnrolmentSheet, ReferralSheet
from .facts_card import FactsCard
from .history_cards import EarlierCard, IncomesCard
from .pauses_card import PausesCard
from .reading import Case, read_case
from .sheets import BackSheet, PauseSheet, ResumeSheet, StaySheet, WorkSheet
from .stays_card import StaysCard
from .work_card import WorkCard


class ClosingTab(Tab):
    """Where somebody is in several programmes at once, chips above choose which enrolment is in sight."""

    shows = frozenset(
        {
            "enrolment", "level_entry", "pause", "target_group_period", "closure", "closure_heading", "after_support",
            "outcome_check", "parallel_intervention", "income_period", "session", "programme", "level", "list_word",
            "contact", "organisation", "setting", "routine_item",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self._case: Case | None = None
        self._chosen: UUID | None = None
        self._programmes: dict[UUID, str] = {}
        self.none = EmptyState(
            theme, texts("mentee.programme_none"), "", texts("mentee.programme_choose"), act_icon="stairs"
        )
        self.none.act_wanted.connect(self.programme_wanted)
        self._which_box = QWidget()
        self._which_column = QVBoxLayout(self._which_box)
        self._which_column.setContentsMargins(0, 0, 0, 0)
        self.which: ChoiceChips | None = None
        self.facts = FactsCard(theme, texts)
        self.stays = StaysCard(theme, texts)
        self.pauses = PausesCard(theme, texts)
        self.incomes = IncomesCard(theme, texts)
        self.earlier = EarlierCard(theme, texts)
        self.work = WorkCard(theme, texts)
        self.closing = ClosingCard(store, texts, theme)
        self.closed = ClosedCard(theme, texts)
        self.checks = ChecksCard(theme, texts)
        self.papers = MakeCard(
            theme, texts, texts("closing.papers"), (CERTIFICATE.code, CLOSING_SUMMARY.code, HANDOVER.code)
        )
        self.papers.print_wanted.connect(self.print_wanted)
        self._cards = (self.facts, self.stays, self.pauses, self.work, self.closing, self.closed, self.checks)
        left = (self.none, self._which_box, self.facts, self.stays, self.pauses, self.incomes, self.earlier)
        self.columns = ColumnsTab(theme, left, (self.work, self.closed, self.checks, self.closing, self.papers))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect()

    def show_person(self, person: Person) -> None:
        if self._person is None or self._person.mentee.id != person.mentee.id:
            self._chosen = None
        self._person = person
        with self.store.read() as session:
            case = self._case = read_case(session, person, self._chosen)
            if case is not None and not case.is_open:
                self._programmes = {one.id: one.name for one in list_programmes(session)}
        self.none.setVisible(case is None)
        self._show_which(case)
        if case is None:
            for card in (*self._cards, self.incomes, self.earlier, self.papers):
                card.hide()
            return
        self.facts.show()
        self.stays.show()
        for card in (*self._cards, self.earlier):
            card.show_case(person, case)
        self.incomes.show_case(case)
        self.papers.show_person(person)
        self.papers.show()

    def print_request(self) -> PrintRequest | None:
        """The ladder for the wall."""
        return PrintRequest(self._person.mentee.id, template="P06") if self._person else None

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        """On the enrolment's own lines; after its end on the check whose day has come, else on the way back."""
        if self._case is None:
            if self.none.button is not None:
                self.none.button.setFocus()
        elif self._case.is_open:
            self.facts.change.setFocus()
        else:
            (self.checks.due() or self.closed.back).setFocus()

    def write_all(self) -> None:
        self.closing.write_all()

    def open_draft(self, form: str) -> None:
        """The form of that name; nothing when the thing it is about is gone."""
        thing, _, key = form.removeprefix("closing.").partition(":")
        case, about = self._case, UUID(key)
        if case is None:
            return
        if about in {other for other, _name in case.others}:
            self._choose(key)
            case = self._known
        if about == case.enrolment.id:
            self._open_about_enrolment(thing)
        elif thing == "pause" and about in {one.id for one in case.pauses}:
            self.open_pause(about)
        elif thing == "stay" and about in {one.id for one in case.stays}:
            self.open_stay(about)
        elif thing == "work" and about in {one.id for one in case.given}:
            self.open_work(about)
        elif thing == "check" and about in {one.id for one in case.checks}:
            self.open_check(about)

    def _open_about_enrolment(self, thing: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "referral": self.open_referral,
            "enrolment": self.open_enrolment,
            "resume": self.open_resume,
            "pause": lambda: self.open_pause(None),
            "work": lambda: self.open_work(None),
        }
        if self._known.is_open:
            ways["close"] = self.closing.unfold
        else:
            ways |= {"back": self.open_back, "closure": self.open_closure}
        if thing in ways:
            ways[thing]()

    def open_referral(self) -> Overlay:
        return self._open(ReferralSheet)

    def open_enrolment(self) -> Overlay:
        return self._open(EnrolmentSheet)

    def open_pause(self, pause_id: UUID | None) -> Overlay:
        pause = next((one for one in self._known.pauses if one.id == pause_id), None)
        return self._open(PauseSheet, pause)

    def open_resume(self) -> Overlay:
        return self._open(ResumeSheet)

    def open_stay(self, stay_id: UUID) -> Overlay:
        return self._open(StaySheet, next(one for one in self._known.stays if one.id == stay_id))

    def open_work(self, given_id: UUID | None) -> Overlay:
        return self._open(WorkSheet, next((one for one in self._known.given if one.id == given_id), None))

    def open_check(self, check_id: UUID) -> Overlay:
        return self._open(CheckSheet, next(one for one in self._known.checks if one.id == check_id))

    def open_closure(self) -> Overlay:
        return self._open(ClosureSheet)

    def open_back(self) -> Overlay:
        return self._open(BackSheet, self._programmes)

    def open_level(self, level_id: UUID) -> Overlay:
        """The form of the staircase, for the enrolment in sight."""
        case, person = self._known, self._person
        assert person is not None
        level = next(one for one in case.programme.levels if one.id == level_id)
        step = LadderStep(level, StepState.AHEAD, None)
        about = _standing_on(person, case)
        form = LevelForm(self.window(), self.theme, self.texts, self.store, about, step)
        form.open(form.first_field())
        return form

    def reopen(self) -> None:
        """Takes the closing back, as long as it is of today."""
        with self.store.write("enrolment_reopened") as session:
            reopen_enrolment(session, self._known.enrolment.id)

    @property
    def _known(self) -> Case:
        assert self._case is not None
        return self._case

    def _open(self, make: Callable[..., Overlay], *about: object) -> Overlay:
        sheet = make(self.window(), self.theme, self.texts, self.store, self._person, self._known, *about)
        sheet.open()
        return sheet

    def _connect(self) -> None:
        self.stays.paper_wanted.connect(lambda: self.print_wanted.emit(self.print_request()))
        self.facts.change_wanted.connect(self.open_enrolment)
        self.facts.referral_wanted.connect(self.open_referral)
        self.stays.stay_wanted.connect(self.open_stay)
        self.stays.level_wanted.connect(self.open_level)
        self.pauses.pause_wanted.connect(self.open_pause)
        self.pauses.resume_wanted.connect(self.open_resume)
        self.work.work_wanted.connect(self.open_work)
        self.closing.attempt_wanted.connect(self.note_wanted)
        self.closing.pause_wanted.connect(lambda: self.open_pause(None))
        self.closing.ended.connect(self.focus_first)
        self.closed.back_wanted.connect(self.open_back)
        self.closed.change_wanted.connect(self.open_closure)
        self.closed.reopen_wanted.connect(self.reopen)
        self.checks.check_wanted.connect(self.open_check)

    def _show_which(self, case: Case | None) -> None:
        old, self.which = self.which, None
        if old is not None:
            old.hide()
            self._which_column.removeWidget(old)
            old.deleteLater()
        several = case is not None and bool(case.others)
        self._which_box.setVisible(several)
        if case is None or not several:
            return
        mine = (case.enrolment.id, case.programme.name)
        choices = [Choice(str(key), name) for key, name in sorted((mine, *case.others), key=lambda one: one[1])]
        name = self.texts("closing.which")
        self.which = ChoiceChips(self.theme, name, choices, str(case.enrolment.id), ticked=True)
        self.which.chosen.connect(self._choose)
        self._which_column.addWidget(self.which)

    def _choose(self, key: str) -> None:
        self._chosen = UUID(key)
        if self._person is not None:
            self.show_person(self._person)
            if self.which is not None:
                self.which.focus()


def _standing_on(person: Person, case: Case) -> Person:
    """The person with the enrolment in sight as the one that the form is about."""
    from dataclasses import replace

    return replace(person, enrolment=case.enrolment, programme=case.programme, stays=case.stays)
