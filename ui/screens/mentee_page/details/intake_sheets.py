"""The forms of the way in: interest, information and thinking time, yes, no."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.errors import InputError
from mentorapp.domain.intake import answer_by
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Gender
from mentorapp.language.texts import Texts
from mentorapp.store.intake import accept, decline, note_interest, offer
from mentorapp.store.mentees import change_mentee, get_mentee
from mentorapp.store.programmes import list_programmes
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from ..reading import Person

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOW, LATER = "now", "later"
_OTHER = "other"


class _IntakeSheet(FormSheet):
    """`thing` names the form, the title and the words on the button."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, thing: str, label: str
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts(f"intake.{thing}_title", name=person.name),
            form=f"details.{thing}",
            mentee_id=person.mentee.id,
            label=label,
            save_text=texts(f"intake.{thing}_do"),
        )
        self._person = person

    def _programmes(self) -> list[Choice]:
        with self.store.read() as session:
            return [Choice(str(one.id), one.name) for one in list_programmes(session)]

    def _words(self, list_: WordList) -> list[Choice]:
        with self.store.read() as session:
            return [Choice(word.code, word.name(self.texts.language)) for word in list_words(session, list_)]

    def _add_route(self, chosen: str, other: str) -> None:
        """How the person came: own initiative is an answer like the others (E3)."""
        label = self.texts("intake.route")
        words = self._words(WordList.REFERRER_TYPE)
        chips = ChoiceChips(self.theme, label, words, chosen, ticked=True, gap=6)
        self.route = self.add("referrer_type", chips, label)
        self.route_other = self.add("referral_source", LineField(self.theme, self.texts("intake.route_other"), other))
        self.route_other.setVisible(chosen == _OTHER)
        self.route.chosen.connect(lambda key: self.route_other.setVisible(key == _OTHER))


class InterestSheet(_IntakeSheet):
    """Route and day of the first interest (E4)."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts, store, person, "interest", "interest_noted")
        enrolment = person.enrolment
        referral = enrolment.referral if enrolment else None
        self._add_route(referral.referrer_type if referral else "", referral.source_other if referral else "")
        begun = enrolment.interest_on if enrolment else None
        self.day = self.add(
            "interest_on",
            DateField(
                theme, texts, store.clock, texts("intake.interest_on"), begun or person.today, lean=Lean.BACK,
                optional=False,
            ),
        )  # fmt: skip
        self.programme: ChoiceChips | None = None
        if enrolment is None:
            choices = self._programmes()
            label = texts("intake.programme")
            chosen = choices[0].key if choices else ""
            self.programme = self.add("programme", ChoiceChips(theme, label, choices, chosen, ticked=True), label)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.route

    def write(self, session: "Session") -> object:
        return note_interest(
            session,
            self._person.mentee.id,
            self._programme(),
            on=self.day.day(),
            referrer_type=self.route.current(),
            referrer_other=self.route_other.text(),
        )

    def _programme(self) -> UUID:
        enrolment = self._person.enrolment
        if enrolment is not None:
            return enrolment.programme_id
        if self.programme is None or not self.programme.current():
            raise InputError("programme", "programme_not_chosen")
        return UUID(self.programme.current())


class OfferSheet(_IntakeSheet):
    """Informed, and the day to ask again (E8). Another day of information moves the day to ask, until it is set."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts, store, person, "offer", "offered")
        enrolment = self._enrolment()
        with store.read() as session:
            self._days = get_settings(session).thinking_days
        on = enrolment.offered_on or person.today
        clock = store.clock
        self.on = DateField(theme, texts, clock, texts("intake.informed_on"), on, lean=Lean.BACK, optional=False)
        again = enrolment.answer_by or answer_by(on, self._days)
        self.again = DateField(theme, texts, clock, texts("intake.answer_by"), again, lean=Lean.AHEAD, optional=False)
        self.add_beside(("offered_on", self.on), ("answer_by", self.again))
        self._followed = enrolment.answer_by is None
        self.again.line.textEdited.connect(lambda _text: self._set_apart())
        self.on.day_changed.connect(self._on_day)
        self.body.addWidget(Text(theme, texts("intake.offer_more"), Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.on.line

    def write(self, session: "Session") -> object:
        on = self.on.day()
        if on is None:
            raise InputError("offered_on", "date_empty")
        offer(session, self._enrolment().id, on, self.again.day())
        return self._enrolment().id

    def _enrolment(self) -> Enrolment:
        assert self._person.enrolment is not None
        return self._person.enrolment

    def _set_apart(self) -> None:
        self._followed = False

    def _on_day(self, day: Any) -> None:
        if self._followed and day is not None:
            self.again.set_day(answer_by(day, self._days))


class AcceptSheet(_IntakeSheet):
    """A yes: programme, first day and level; how the person came is asked when nobody has said it yet."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts, store, person, "accept", "accepted")
        enrolment = self._enrolment()
        label = texts("intake.programme")
        choices = self._programmes()
        self.programme = self.add(
            "programme", ChoiceChips(theme, label, choices, str(enrolment.programme_id), ticked=True), label
        )
        self.day = self.add(
            "started_on",
            DateField(theme, texts, store.clock, texts("intake.starts"), person.today, lean=Lean.BACK, optional=False),
        )
        self._levels: dict[str, ChoiceChips] = {}
        self._add_levels()
        referral = enrolment.referral
        self._asks_route = not referral.referrer_type and referral.source is None
        if self._asks_route:
            self._add_route("", "")
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.day.line

    def write(self, session: "Session") -> object:
        day = self.day.day()
        if day is None:
            raise InputError("started_on", "date_empty")
        chosen = self.programme.current()
        levels = self._levels.get(chosen)
        accept(
            session,
            self._enrolment().id,
            day,
            level_id=UUID(levels.current()) if levels is not None and levels.current() else None,
            programme_id=UUID(chosen),
            referrer_type=self.route.current() if self._asks_route else "",
            referrer_other=self.route_other.text() if self._asks_route else "",
        )
        return self._enrolment().id

    def _add_levels(self) -> None:
        """The levels of each programme; those of the chosen one are in sight."""
        label = self.texts("intake.level")
        self.body.addWidget(Text(self.theme, label, Role.SMALL, bold=True))
        with self.store.read() as session:
            programmes = list_programmes(session)
        for programme in programmes:
            if programme.levels:
                choices = [
                    Choice(str(level.id), f"{level.order} {level.name(self.texts.language)}")
                    for level in programme.levels
                ]
                chips = ChoiceChips(self.theme, label, choices, choices[0].key, ticked=True)
                self._levels[str(programme.id)] = self.add(f"level:{programme.id.hex}", chips)
        self.programme.chosen.connect(self._show_levels)
        self._show_levels(self.programme.current())

    def _show_levels(self, programme: str) -> None:
        for key, chips in self._levels.items():
            chips.setVisible(key == programme)

    def _enrolment(self) -> Enrolment:
        assert self._person.enrolment is not None
        return self._person.enrolment


class DeclineSheet(_IntakeSheet):
    """A no is counted, with reason, way and gender; the person is to be erased, later or at once (E8, E26)."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts, store, person, "decline", "declined")
        label = texts("intake.why")
        self.why = self.add(
            "reason", ChoiceChips(theme, label, self._words(WordList.DECLINE_REASON), ticked=True, gap=6), label
        )
        label = texts("intake.gender")
        genders = [Choice(one.value, texts(f"codes.gender_{one.value}")) for one in Gender if one is not Gender.OTHER]
        self.gender = self.add(
            "gender", ChoiceChips(theme, label, genders, person.mentee.gender.value, ticked=True, gap=6), label
        )
        with store.read() as session:
            days = get_settings(session).decline_erase_days
        label = texts("intake.erase_when")
        choices = [Choice(LATER, texts("intake.erase_later", count=days)), Choice(NOW, texts("intake.erase_at_once"))]
        self.when = self.add("erase", ChoiceChips(theme, label, choices, LATER, ticked=True), label)
        self.body.addWidget(Text(theme, texts("intake.decline_more"), Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.why

    def write(self, session: "Session") -> object:
        """Whether to erase at once: then the passphrase is asked next. Never somebody with a case before."""
        gender = Gender(self.gender.current() or self._person.mentee.gender.value)
        if gender is not self._person.mentee.gender:
            change_mentee(session, self._person.mentee.id, gender=gender)
        at_once = self.when.current() == NOW
        today = self._person.today if at_once else None
        decline(session, self._person.mentee.id, self.why.current(), erase_on=today)
        return at_once and get_mentee(session, self._person.mentee.id).erase_on is not None
