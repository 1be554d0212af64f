"""Step 1: when, where, which question the meeting is to answer, and who is there, each with a light."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.network import NetworkLink
from mentorapp.exchange.meeting_parties import InvitedParty
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import Chip
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.consent_light import ConsentLight
from ui.widgets.field import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.oral_sheet import OralCase, OralSheet
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.row import Row
from ui.widgets.text import Text
from ui.widgets.tile import Tile
from ui.widgets.when_field import WhenField

from .acts import WizardActs
from .column import Column
from .reading import WizardView
from .words import light_words, party_light, party_name, party_place


class MeetingStep(QWidget):
    """Made for one meeting; `show_view` shows what it has become."""

    said = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, acts: WizardActs, view: WizardView) -> None:
        super().__init__()
        self.theme, self._texts, self._acts = theme, texts, acts
        meeting = view.meeting
        self.when = WhenField(theme, texts, acts.store.clock, texts("wizard.when"), optional=False)
        self.place = LineField(theme, texts("wizard.place"))
        forms = [Choice(one.value, texts(f"wizard.form_{one.value}")) for one in MeetingForm]
        self.form = ChoiceChips(theme, texts("wizard.form"), forms)
        self.purpose = LineField(theme, texts("wizard.purpose"), hint=texts("wizard.purpose_hint"))
        self.drafts = PageDrafts(
            acts.store, f"wizard.meeting:{meeting.id.hex}", meeting.mentee_id, parent=self, texts=texts
        )
        self.drafts.attach("place", self.place, lambda text: acts.change(place=text))
        self.drafts.attach("purpose", self.purpose, lambda text: acts.change(purpose=text))
        self.drafts.attach("form", self.form, lambda key: acts.change(form=MeetingForm(key)))
        self.when.day_changed.connect(self._on_when)
        self.about = Card(theme, texts("wizard.about"), "cal")
        self._fill_about()
        self.people = Card(theme, texts("wizard.people"), "people")
        self._invited = QVBoxLayout()
        self._offered = FlowLayout(None, 8)
        self.new = AddLine(theme, texts, texts("wizard.invite_other"), lambda name: acts.invite(name=name))
        self.new.keep_drafts(FormDrafts(acts.store, f"wizard.invitee:{meeting.id.hex}", meeting.mentee_id))
        self._fill_people()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.column = Column(theme, [self.about], [self.people])
        whole.addWidget(self.column)

    def show_view(self, view: WizardView) -> None:
        self._view = view
        meeting = view.meeting
        self.when.set_when(meeting.event_date, meeting.start_time)
        values = {"place": meeting.place, "purpose": meeting.purpose, "form": meeting.form.value}
        self.drafts.show(meeting.mentee_id, values)
        self._show_invited(view)
        self._show_offered(view)

    def first_focus(self) -> QWidget | None:
        """Everything comes from the booking: what is next is the next step, unless the question is still open."""
        return None

    def regions(self) -> Sequence[QWidget]:
        return [self.about, self.people]

    def _fill_about(self) -> None:
        self.about.add(self.when, above=4, below=12)
        self.about.add(self.place, below=12)
        self.about.add(Text(self.theme, self._texts("wizard.form"), Role.SMALL, bold=True), below=5)
        self.about.add(self.form, below=14)
        self.about.add(self.purpose, below=16)

    def _fill_people(self) -> None:
        self._invited.setContentsMargins(0, 0, 0, 0)
        self._invited.setSpacing(0)
        self.people.body.addLayout(self._invited)
        self._suggest = Text(self.theme, self._texts("wizard.suggested"), Role.SMALL, tone="ink2")
        self.people.add(self._suggest, above=8, below=6)
        self.people.add(self._offered, below=4)
        self.people.body.addWidget(self.new)

    def _on_when(self, day: date | None) -> None:
        meeting = self._view.meeting
        at = self.when.at()
        if day is not None and (day, at) != (meeting.event_date, meeting.start_time):
            self._acts.move(day, at)

    def _show_invited(self, view: WizardView) -> None:
        _empty(self._invited)
        for party in view.parties:
            place = party_place(party)
            name = party.invitee.name or view.mentee.full_name
            button = None
            if not party.invitee.is_mentee:
                words = self._texts("wizard.uninvite", name=party_name(view, party))
                button = Button(self.theme, "", "x", kind=Kind.QUIET, size=Size.ROW, name=words)
                button.clicked.connect(partial(self._uninvite, party.invitee.id))
            row = Row(self.theme, name, place, tile=Tile(self.theme, letter=name[:1]), action=button)
            row.add_right(ConsentLight(self.theme, party_light(view, party), light_words(self._texts, view, party)))
            self._invited.addWidget(row)
            if party.is_red:
                self._invited.addWidget(self._shrinks(view, party))

    def _shrinks(self, view: WizardView, party: InvitedParty) -> QWidget:
        """A red light never stops a meeting; what it does is said, and the mentee can say yes there and then."""
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(SIDE + self.theme.px(34) + 12, 0, SIDE, 10)
        words = self._texts("wizard.shrinks", name=party_name(view, party))
        layout.addWidget(Text(self.theme, words, Role.SMALL, wrap=True), 1)
        said = self._texts("oral.ask", name=view.name)
        ask = Button(self.theme, said, "talk", kind=Kind.QUIET, size=Size.ROW, name=f"{said}: {party.invitee.name}")
        ask.setObjectName(f"ask {party.invitee.id}")
        ask.clicked.connect(lambda: self.ask_oral(party.invitee.id))
        layout.addWidget(ask)
        return line

    def ask_oral(self, invitee_id: UUID) -> None:
        """What the mentee says yes to about somebody who comes."""
        view = self._view
        invitee = next((one for one in view.meeting.outside if one.id == invitee_id), None)
        if invitee is not None:
            case = OralCase("wizard", view.mentee, view.meeting, invitee)
            OralSheet(self.window(), self.theme, self._texts, self._acts.store, case).open()

    def _uninvite(self, invitee_id: object, _checked: bool = False) -> None:
        self._acts.uninvite(invitee_id)  # type: ignore[arg-type]
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_offered(self, view: WizardView) -> None:
        _empty(self._offered)
        invited = {one.contact_id for one in view.meeting.invitees}
        links = [one for one in view.network if _can_come(one, view.today) and one.contact_id not in invited]
        known = {one.contact_id: one for one in reversed(links)}
        for link in reversed(known.values()):
            assert link.contact is not None
            button = Button(self.theme, link.contact.name, "plus", size=Size.ROW)
            button.setAccessibleName(self._texts("wizard.invite", name=link.contact.name))
            button.clicked.connect(partial(self._invite, link))
            self._offered.addWidget(button)
        self._suggest.setVisible(bool(known))

    def _invite(self, link: NetworkLink, _checked: bool = False) -> None:
        self._acts.invite(contact_id=link.contact_id)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)


def _can_come(link: NetworkLink, today: date) -> bool:
    goes_on = link.to_date is None or link.to_date >= today
    return goes_on and link.contact is not None and not link.contact.has_left(today)


def _empty(layout: QVBoxLayout | FlowLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def only_you(theme: Theme, texts: Texts) -> Chip:
    """Beside what is for the mentor's own eyes."""
    return Chip(theme, texts("preview.only_you"), "eye", Family.HEATHER)
