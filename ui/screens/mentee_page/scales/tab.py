"""The tab Skattningar: one kind of form at a time, being filled in at the left, what has become of it at the right."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.measurements import ExternalMeasurement
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scale_rounds import DueRound
from mentorapp.domain.session_ratings import SRS
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.settle import settle

from ..reading import Person
from ..tab import Tab
from .acts import ScalesActs
from .answer_sheet import AnswerSheet, form_of
from .choosing import fill_chips, fill_versions, fill_voices
from .groups import OTHER, SESSION, WORKPLACE, Group
from .hand import Hand, group_in, newest_of, offers_both, placement_with, subject_in
from .left_side import LeftSide, other_form
from .measurements import MeasurementSheet
from .pages import Pages
from .reading import ENTRY, Ratings, begun_forms, read_ratings
from .right_side import RightSide, unsaved_in
from .subject import Subject, subject_named

_ANSWERS, _MEASUREMENT = "scales.answers", "scales.measurement"


class ScalesTab(Tab):
    """What is in hand is kept for each person as long as the page lives."""

    shows = frozenset(
        {
            "scale_definition", "scale_item", "scale_response", "scale_mark", "external_measurement", "attachment",
            "setting", "placement", "contact", "enrolment", "level_entry", "outcome_check",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self._ratings: Ratings | None = None
        self._hands: dict[UUID, Hand] = {}
        self.acts = ScalesActs(store)
        self.pages = Pages(store, theme, texts, self.acts)
        self._left = LeftSide(texts, self.pages)
        self._right = RightSide(texts, self.pages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self._connect()

    def _connect(self) -> None:
        pages = self.pages
        pages.chips.chosen.connect(lambda key: self._change(lambda hand: hand.turn(key)))
        pages.voices.chosen.connect(self._choose_voice)
        pages.places.chosen.connect(self._choose_place)
        pages.shown_version.chosen.connect(lambda number: self._change(lambda hand: hand.look_at(int(number))))
        for card in (pages.licence, pages.versions, pages.start):
            card.acted.connect(self._on_asked)
        pages.panel.kept.connect(self._on_kept)
        pages.panel.edited.connect(self._show_right)
        pages.panel.print_wanted.connect(self._print_blank)
        pages.other_form.acted.connect(self._on_other_form)
        pages.measurements.wanted.connect(self.open_measurement)
        pages.missing.fill_wanted.connect(self.open_form)
        pages.missing.print_wanted.connect(self._print_blank)
        pages.earlier.opened.connect(self.open_answers)

    def show_person(self, person: Person) -> None:
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self.pages.panel.close_form()
        self._person = person
        with self.store.read() as session:
            self._ratings = read_ratings(session, person)
        self._show()

    def sides(self) -> list[QWidget]:
        return self.pages.columns.sides()

    def focus_first(self) -> None:
        """The first line without a mark, or the button that leads there."""
        pages = self.pages
        if pages.panel.entry is not None:
            pages.panel.focus_first()
            return
        cards = (pages.licence, pages.start)
        card = next((one for one in cards if not one.isHidden()), None)
        if card is not None:
            card.focus_first()
        elif not pages.measurements.isHidden():
            pages.measurements.new.setFocus()

    def print_request(self) -> PrintRequest | None:
        """The form in hand, blank; of what belongs to others the newest that was filled in."""
        found = self._in_hand()
        if found is None or found[1] is None or self._person is None or self._ratings is None:
            return None
        subject = found[1]
        if subject.scale.is_external:
            return newest_form(self._person, self._ratings, subject)
        return blank_form(self._person, subject)

    def open_draft(self, form: str) -> None:
        """What it was about may be gone; then nothing opens."""
        assert self._ratings is not None
        thing, _, key = form.partition(":")
        if thing == ENTRY and (subject := subject_named(self._ratings, key)) is not None:
            self.open_subject(subject)
        elif thing == _ANSWERS and (one := self._ratings.response(key)) is not None:
            self.open_answers(one)
        elif thing == _MEASUREMENT:
            found = next((one for one in self._ratings.measurements if str(one.id) == key), None)
            if found is not None or not key:
                self._change(lambda hand: hand.turn(OTHER))
                self.open_measurement(found)

    def open_subject(self, subject: Subject, due: DueRound | None = None) -> None:
        """The form, ready to be filled in."""
        assert self._ratings is not None
        group = next((g for g in self._ratings.groups if subject.scale.code in {s.code for s in g.scales}), None)
        if group is not None:
            self._hand.turn(group.key)
            self._hand.open(subject, due)
            self._show()
            self.focus_first()

    def open_form(self, due: DueRound | None = None) -> None:
        """The form in hand; for an occasion that has passed where `due` says so."""
        self.open_subject(self._subject(), due)

    def open_answers(self, response: ScaleResponse) -> AnswerSheet:
        """A filled form to be put right, printed or voided."""
        assert self._person is not None
        assert self._ratings is not None
        sheet = AnswerSheet(
            self.window(),
            self.theme,
            self.texts,
            self.store,
            form_of(self.texts, self._person, self._ratings, response),
            self._ratings,
        )
        request = filled_form(self._person, response)
        sheet.print_wanted.connect(lambda: self.print_wanted.emit(request))
        sheet.open()
        return sheet

    def open_measurement(self, one: ExternalMeasurement | None) -> MeasurementSheet:
        assert self._person is not None
        assert self._ratings is not None
        sheet = MeasurementSheet(self.window(), self.theme, self.texts, self.store, self._person, self._ratings, one)
        sheet.open(sheet.first_field())
        return sheet

    @property
    def _hand(self) -> Hand:
        assert self._person is not None
        return self._hands.setdefault(self._person.mentee.id, Hand())

    def _in_hand(self) -> tuple[Group, Subject | None] | None:
        if self._ratings is None:
            return None
        group = group_in(self._ratings, self._hand)
        return None if group is None else (group, subject_in(self._ratings, group, self._hand))

    def _subject(self) -> Subject:
        """What is acted on: there is a form wherever there is something to act with."""
        found = self._in_hand()
        assert found is not None
        assert found[1] is not None
        return found[1]

    def _show(self) -> None:
        assert self._person is not None
        assert self._ratings is not None
        person, ratings, found = self._person, self._ratings, self._in_hand()
        group, subject = found or (None, None)
        bar = self.pages.columns.verticalScrollBar()
        scrolled = bar.value()
        fill_chips(self.texts, self.pages, ratings, group)
        if group is None or subject is None:
            self._show_measurements(ratings, group)
            return
        if self.pages.panel.subject not in (None, subject):
            self.pages.panel.close_form()  # its draft is to be among those that have been begun
        begun = begun_forms(self.store, person.mentee.id)
        shown = self._left.show(person, ratings, group, subject, self._hand, begun)
        if group.key == WORKPLACE:
            fill_voices(self.texts, self.pages, person, ratings, group, subject)
        fill_versions(self.texts, self.pages, ratings, subject, self._hand)
        shown += self._right.show(
            person, ratings, group, subject, self._hand.version, unsaved_in(self.pages.panel.entry)
        )
        self.pages.show_only(*shown)
        settle(self)
        bar.setValue(scrolled)  # what was hidden may have handed the focus to something far down

    def _show_measurements(self, ratings: Ratings, group: Group | None) -> None:
        self.pages.panel.close_form()
        if group is not None:
            self.pages.measurements.show_ratings(ratings)
            self.pages.measurements.show()
        self.pages.show_only(*((self.pages.measurements,) if group is not None else ()))

    def _show_right(self) -> None:
        """While the form is filled in its total is in the chart already."""
        found = self._in_hand()
        if found is not None and found[0].key == SESSION and self._person and self._ratings:
            unsaved = unsaved_in(self.pages.panel.entry)
            self._right.show(self._person, self._ratings, found[0], self._subject(), self._hand.version, unsaved)

    def _change(self, act: Callable[[Hand], None]) -> None:
        """Something else is in hand."""
        act(self._hand)
        self._show()

    def _choose_voice(self, code: str) -> None:
        found = self._in_hand()
        assert found is not None
        scale = next(one for one in found[0].scales if one.code == code)
        subject = Subject(scale, self._subject().placement)
        self._change(lambda hand: hand.take(subject))

    def _choose_place(self, key: str) -> None:
        assert self._ratings is not None
        subject = Subject(self._subject().scale, placement_with(self._ratings, UUID(key)))
        self._change(lambda hand: hand.take(subject))

    def _on_asked(self, answer: str) -> None:
        """The answer to one of the questions that stand before a form."""
        assert self._ratings is not None
        subject = self._subject()
        if answer == "yes":
            self.acts.answer_licence()
            self.open_form()
        elif answer == "no":
            self.pages.licence.show_words(self.texts("scales.licence"), self.texts("scales.licence_later"))
        elif answer == "both":
            self.open_subject(offers_both(self._ratings, subject, self._hand) or subject)
        elif answer == "new":
            self._hand.asked |= {subject.scale.code}
            self.open_subject(newest_of(self._ratings, subject))
        elif answer == "print":
            self._print_blank()
        elif answer == "correct":
            self.open_answers(self._ratings.of(subject.scale.code, placement=subject.placement_id)[-1])
        else:
            self.open_form()

    def _on_other_form(self) -> None:
        """From ORS to SRS, or back."""
        found = self._in_hand()
        other = other_form(found[0], self._subject()) if found else None
        assert other is not None
        if other.code == SRS:
            self.open_subject(Subject(other))
        else:
            self._change(lambda hand: hand.take(Subject(other)))
            self.focus_first()

    def _on_kept(self, subject: Subject) -> None:
        """The old questions are followed by the new ones; else the form is laid down."""
        assert self._ratings is not None
        newest = newest_of(self._ratings, subject)
        if offers_both(self._ratings, subject, self._hand) is not None and newest != subject:
            self._hand.open(newest)
        else:
            self._hand.lay_down()
        self._show()
        self.focus_first()

    def _print_blank(self) -> None:
        request = self.print_request()
        if request is not None:
            self.print_wanted.emit(request)


def filled_form(person: Person, response: ScaleResponse) -> PrintRequest:
    return PrintRequest(person.mentee.id, template="P05", about=response.id)


def newest_form(person: Person, ratings: Ratings, subject: Subject) -> PrintRequest | None:
    """None before the first, and of what is on the screen only."""
    on_paper = [
        one for one in ratings.of(subject.scale.code) if not ratings.versions[one.code, one.version].is_for_the_screen
    ]
    return filled_form(person, on_paper[-1]) if on_paper else None


def blank_form(person: Person, subject: Subject) -> PrintRequest:
    """Of nobody, and only of forms of our own."""
    easy = person.mentee.needs_easy_read and not subject.is_supervisors
    return PrintRequest(None, easy=easy, template="P04", about=subject.scale.id)
