"""How the person came, and the head of the enrolment: dates, mentor, target group, criteria."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import target_group_on
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import change_enrolment
from mentorapp.store.network import contact_from
from mentorapp.store.referrals import change_referral
from mentorapp.store.store import Store
from mentorapp.store.target_groups import set_target_group
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from .reading import Case
from .sheets import Sheet
from .tick_list import TickList

_OTHER = "other"


class ReferralSheet(Sheet):
    """One type of referrer and one named person (E2); own initiative is a type of its own."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, case: Case) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.how_came"),
            thing="referral",
            label="referral_changed",
            save=texts("closing.save"),
        )
        referral = case.referral
        self._told = InfoClass.SOCIAL not in person.hidden
        kinds = [
            Choice(code, one.name(texts.language))
            for code, one in case.referrers.items()
            if one.in_use or code == referral.referrer_type
        ]
        self.kind = self.add(
            "referrer_type",
            Picker(
                theme, texts("closing.referrer"), [("", kinds)], referral.referrer_type, nothing=texts("closing.choose")
            ),
        )
        self.other = self.add(
            "referral_source", LineField(theme, texts("closing.referrer_other"), referral.source_other)
        )
        self.other.setVisible(referral.referrer_type == _OTHER)
        self.kind.chosen.connect(lambda key: self.other.setVisible(key == _OTHER))
        self.contact = self.add(
            "contact_id",
            ContactChooser(store, texts, theme, texts("closing.referrer_name"), mentee_id=person.mentee.id),
        )
        self.contact.choose(referral.contact_id)
        self.on = self.add_day("referral_on", texts("closing.referral_on"), referral.on, optional=True)
        if self._told:
            self.reason = self.add(
                "referral_reason_text",
                TextField(theme, texts("closing.referral_reason"), referral.reason_text, lines=3),
            )
        else:
            self.body.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.CAPTION, tone="ink2", wrap=True))
        self.expectation = self.add(
            "referral_expectation", TextField(theme, texts("closing.expectation"), referral.expectation, lines=2)
        )
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        choice: ContactChoice = self.contact.value()
        contact = contact_from(session, choice)
        details: dict[str, object] = {
            "referrer_type": self.kind.current(),
            "source_other": self.other.text() if self.kind.current() == _OTHER else "",
            "contact_id": contact,
            "on": self.on.day(),
            "expectation": self.expectation.text(),
        }
        if contact is None:
            details["contact"] = ""
        if self._told:
            details["reason_text"] = self.reason.text()
        change_referral(session, self.case.enrolment.id, **details)
        return None


class EnrolmentSheet(Sheet):
    """A target group is chosen from a day on: what was true before stays true (E11)."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, case: Case) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.this_enrolment"),
            thing="enrolment",
            label="enrolment_changed",
            save=texts("closing.save"),
        )
        enrolment = case.enrolment
        self.started = self.add_day("started_on", texts("closing.started_on"), enrolment.started_on, optional=True)
        self.started.setVisible(case.is_started)
        self.mentor = self.add("mentor_name", LineField(theme, texts("closing.fact_mentor"), enrolment.mentor_name))
        self.came_from = self.add(
            "transferred_in_from", LineField(theme, texts("closing.transferred_from"), enrolment.transferred_in_from)
        )
        self._group = target_group_on(case.groups, person.today)
        offered = case.programme.target_groups
        groups = [
            Choice(code, one.name(texts.language))
            for code, one in case.target_groups.items()
            if code == self._group or (one.in_use and (not offered or code in offered))
        ]
        self.group = self.add(
            "target_group",
            Picker(theme, texts("closing.fact_group"), [("", groups)], self._group, nothing=texts("closing.choose")),
        )
        since = person.today if case.groups else enrolment.started_on or person.today
        self.group_from = self.add_day("from_date", texts("closing.group_from"), since)
        self.group_from.hide()
        self.group.chosen.connect(lambda key: self.group_from.setVisible(key not in ("", self._group)))
        self._add_criteria()
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        key = self.case.enrolment.id
        kept = tuple(code for code in self.case.enrolment.criteria if code not in self._offered)
        changes: dict[str, object] = {
            "mentor_name": self.mentor.text(),
            "transferred_in_from": self.came_from.text(),
            "criteria": (*kept, *self.criteria.value()),
        }
        if self.started.day() is not None:
            changes["started_on"] = self.started.day()
        change_enrolment(session, key, **changes)
        day = self.group_from.day()
        if self.group.current() not in ("", self._group) and day is not None:
            set_target_group(session, key, self.group.current(), day)
        return key

    def _add_criteria(self) -> None:
        """The programme's, and those already met; what must not be written is not offered."""
        case, texts = self.case, self.texts
        wanted = case.programme.criteria
        self._offered = [
            code
            for code, one in case.criteria.items()
            if one.info_class not in self.person.hidden
            and (code in case.enrolment.criteria or (one.in_use and (not wanted or code in wanted)))
        ]
        choices = [Choice(code, case.criteria[code].name(texts.language)) for code in self._offered]
        name = texts("closing.fact_criteria")
        self.criteria = self.add("criteria", TickList(self.theme, name, choices, case.enrolment.criteria), name)
