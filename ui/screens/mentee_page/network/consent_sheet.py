"""A consent, one screen for each recipient: to whom, what in plain words, why, until when, how and by whom given."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from mentorapp.domain.consents import Consent, ConsentForm, ConsentKind, Direction, GivenBy, usual_end
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import Meeting
from mentorapp.store.attachments import list_attachments
from mentorapp.store.consents import add_consent, change_consent, consent_limits
from ui.theme import Role
from ui.widgets.button import Button
from ui.widgets.choice_chips import Choice
from ui.widgets.field import Field, LineField
from ui.widgets.scope_choice import ScopeChoice
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox
from ui.widgets.widths import Width, width_class

from ..thing_sheet import Desk, ThingSheet
from .consent_words import givers, missed_words
from .reading import Network
from .recipients import Offered, offered, offered_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ConsentSheet(ThingSheet):
    """Signal `paper_wanted(UUID)`: written, and its paper is to be printed for the signatures."""

    paper_wanted = Signal(object)

    def __init__(self, desk: Desk, network: Network, one: Consent | None = None) -> None:
        super().__init__(
            desk,
            title=desk.texts("consent.new" if one is None else "consent.change_title"),
            thing="consent",
            about=one.id.hex if one else None,
            label="consent_added" if one is None else "consent_changed",
        )
        self._one, self._network, self._print = one, network, False
        with desk.store.read() as session:
            self._limits = consent_limits(session)
            self._files = list_attachments(session, self.person.mentee.id)
        self._offered = (offered_of(network, one),) if one else offered(network)
        self._add_recipient()
        self._add_about()
        self._add_days()
        self._add_form()
        self._add_paper()
        self._suit()

    def _add_recipient(self) -> None:
        texts = self.texts
        self.add_words(texts("consent.read_aloud", name=self.person.name))
        self.recipient = QComboBox()
        if self._one is None:
            self.recipient.addItem(texts("consent.choose_recipient"), "")
        for one in self._offered:
            key = "consent.whole_unit" if one.contact_id is None else "consent.one_person"
            self.recipient.addItem(texts(key, name=one.name), one.key)
        self.recipient.setEnabled(self._one is None)
        self.recipient.currentIndexChanged.connect(lambda _at: self._suit())
        self.recipient_field = self.add("recipient", Field(self.theme, texts("consent.recipient"), self.recipient))
        if not self._offered:
            self.add_words(texts("consent.nobody_around"))

    def _add_about(self) -> None:
        texts, one = self.texts, self._one
        columns = 1 if width_class(self.window()) is Width.NARROW else 2
        boxes = ScopeChoice(self.theme, texts, columns, self.person.hidden)
        self.scope = self.add("scope", boxes, texts("consent.scope_about", name=self.person.name))
        self.each_time = self.add_words(texts("consent.each_time"))
        self.purpose = self.add(
            "purpose",
            LineField(self.theme, texts("consent.purpose"), one.purpose if one else "",
                      placeholder=texts("consent.purpose_example")),
        )  # fmt: skip
        ways = [Choice(way.value, texts(f"codes.consent_direction_{way.value}")) for way in Direction]
        self.direction = self.add_chips(
            "direction", texts("consent.direction"), ways, (one.direction if one else Direction.GIVE).value
        )

    def _add_days(self) -> None:
        texts, one, today = self.texts, self._one, self.person.today
        self.first = self.day_field(texts("consent.from"), one.valid_from if one else today, optional=False, ahead=True)
        last = one.valid_to if one else usual_end(self.person.today, self.person.mentee.birth_date, self._limits)
        self.last = self.day_field(texts("consent.until"), last, optional=False, ahead=True)
        self.add_beside(("valid_from", self.first), ("valid_to", self.last))
        self.add_words(texts("consent.how_long", months=self._limits.most_months))
        self.not_that_day = Text(self.theme, "", Role.SMALL, tone="amber", wrap=True)
        self.body.addWidget(self.not_that_day)
        for day in (self.first, self.last):
            day.day_changed.connect(lambda _day: self._say_meetings())

    def _add_form(self) -> None:
        texts, one = self.texts, self._one
        forms = [Choice(form.value, texts(f"codes.consent_form_{form.value}")) for form in ConsentForm]
        self.how = self.add_chips(
            "form", texts("consent.form"), forms, (one.form if one else ConsentForm.WRITTEN).value
        )
        self.how.chosen.connect(lambda _key: self._suit())
        self.oral_hint = self.add_words(texts("consent.oral_hint"))
        self.givers = givers(self.person, self._network)
        chosen = one.given_by if one else self.givers[0]
        if chosen not in self.givers:
            self.givers = (*self.givers, chosen)
        name = self.person.name
        self.given_by = None
        if len(self.givers) > 1:
            choices = [Choice(by.value, texts(f"consent.by_{by.value}", name=name)) for by in self.givers]
            self.given_by = self.add_chips("given_by", texts("consent.given_by"), choices, chosen.value)
            self._add_giver_hint()

    def _add_giver_hint(self) -> None:
        """Under 18 the guardian is asked for; of a representative what they may decide about (F 7, F 8)."""
        if GivenBy.GUARDIAN in self.givers:
            self.add_words(self.texts("consent.under_age"))
        if GivenBy.REPRESENTATIVE in self.givers:
            what = "; ".join(self._network.appointments) or self.texts("consent.no_appointment")
            self.add_words(self.texts("consent.appointed_for", what=what))

    def _add_paper(self) -> None:
        texts, one = self.texts, self._one
        self.signed_on = self.day_field(texts("consent.signed_on"), one.signed_on if one else None)
        self.place = LineField(
            self.theme, texts("consent.place_of_paper"), one.place_of_paper if one else "",
            placeholder=texts("consent.place_example"),
        )  # fmt: skip
        self.add_beside(("signed_on", self.signed_on), ("place_of_paper", self.place))
        self.scan = QComboBox()
        self.scan.addItem(texts("consent.no_scan"), "")
        for file in self._files:
            self.scan.addItem(file.name, file.id.hex)
        if one is not None and one.scan_id is not None:
            self.scan.setCurrentIndex(max(0, self.scan.findData(one.scan_id.hex)))
        self.scan_field = self.add("scan_id", Field(self.theme, texts("consent.scan"), self.scan))
        self.scan_field.setVisible(bool(self._files))
        self.interpreter = TickBox(self.theme, texts("consent.interpreter"), fades=False)
        self.interpreter.setChecked(one.interpreter_used if one else bool(self.person.mentee.interpreter_language))
        self.interpreter.toggled.connect(lambda _on: self._suit())
        self.add("interpreter_used", self.interpreter)
        self.interpreter_name = self.add(
            "interpreter_name",
            LineField(self.theme, texts("consent.interpreter_name"), one.interpreter_name if one else ""),
        )
        self.print_too = Button(self.theme, texts("consent.save_and_print"), "print")
        self.print_too.clicked.connect(self._keep_and_print)
        self.foot_buttons.insertWidget(1, self.print_too)
        self.kept.connect(self._on_kept)

    def first_field(self) -> Any:
        return self.recipient if self._one is None else self.purpose

    def write(self, session: "Session") -> object:
        to = self._to()
        if to is None:
            raise InputError("recipient", "consent_one_recipient")
        if not self.purpose.text().strip():
            raise InputError("purpose", "consent_purpose_missing")
        used = self.interpreter.isChecked()
        details: dict[str, Any] = {
            "scope": self.scope.value(),
            "purpose": self.purpose.text(),
            "direction": Direction(self.direction.current()),
            "valid_from": self.first.day(),
            "valid_to": self.last.day(),
            "form": ConsentForm(self.how.current()),
            "given_by": GivenBy(self.given_by.current()) if self.given_by else self.givers[0],
            "signed_on": self.signed_on.day(),
            "place_of_paper": self.place.text(),
            "scan_id": UUID(hex=key) if (key := self.scan.currentData()) else None,
            "interpreter_used": used,
            "interpreter_name": self.interpreter_name.text() if used else "",
        }
        if self._one is not None:
            change_consent(session, self._one.id, **details)
            return self._one.id
        place = to.organisation.id if to.organisation and to.contact_id is None else None
        return add_consent(
            session, self.person.mentee.id, kind=ConsentKind.SECRECY, contact_id=to.contact_id, organisation_id=place,
            **details,
        )  # fmt: skip

    def _to(self) -> Offered | None:
        return next((one for one in self._offered if one.key == self.recipient.currentData()), None)

    def _suit(self) -> None:
        """The classes of that recipient, and what goes with the form."""
        if not hasattr(self, "interpreter_name"):
            return
        to = self._to()
        before = self.scope.value()
        self.scope.offer(to.audience if to else None)
        self.scope.choose(self._one.scope if self._one is not None and not before else before)
        self.each_time.setVisible(to is not None)
        self.oral_hint.setVisible(self.how.current() == ConsentForm.ORAL_DOCUMENTED.value)
        self.interpreter_name.setVisible(self.interpreter.isChecked())
        self._say_meetings()
        self._fit()

    def _say_meetings(self) -> None:
        """A booked meeting with the recipient that the consent does not reach (F 11): on its day nothing is shown."""
        to, first, last = self._to(), self.first.day(), self.last.day()
        missed: tuple[Meeting, ...] = ()
        if to is not None and first is not None and last is not None:
            unit = to.organisation.id if to.organisation and to.contact_id is None else None
            missed = self._network.meetings_outside(first, last, to.contact_id, unit)
        self.not_that_day.setVisible(bool(missed))
        if missed:
            self.not_that_day.setText(missed_words(self.texts, missed[0], self.person.today))

    def _keep_and_print(self) -> None:
        self._print = True
        self.keep()
        self._print = False

    def _on_kept(self, consent_id: object) -> None:
        if self._print:
            self.paper_wanted.emit(consent_id)
