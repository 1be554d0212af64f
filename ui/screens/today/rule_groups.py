"""The groups of Idag that come from rules: follow-ups, what asks for care, and dates that come near.

Each row's button leads to where the matter is dealt with.
"""

from functools import partial
from uuid import UUID

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.reminders import Person, PhaseEnding, ReviewDue
from mentorapp.domain.sessions import SessionKind
from mentorapp.domain.watch import Watch
from mentorapp.language import short_date
from mentorapp.language.reminder_words import date_words, watch_words
from ui.requests import DraftRequest
from ui.theme import Family
from ui.widgets.tile import Tile

from . import words
from .group import Entry, Group, Pending
from .meetings import meetings_due
from .row_maker import Act, RowMaker

_TABS = {
    Rule.AFTER_SUPPORT_END: "closing",
    Rule.OUTCOME_CHECK: "closing",
    Rule.THINKING: "details",
    Rule.SAFETY_FOLLOW_UP: "contacts",
    Rule.INCOME_GAP: "around",
    Rule.NOBODY_RESPONSIBLE: "around",
    Rule.MOVED: "plan",
    Rule.CONTACT_LEFT: "network",
    Rule.TURNS_ADULT: "network",
    Rule.CONSENT_END: "network",
    Rule.SIGNATURE: "network",
    Rule.LEAVES_YOUTH_DUTY: "details",
    Rule.PROGRAMME_AGE: "closing",
    Rule.BENEFIT_DECISION: "around",
    Rule.BENEFIT_AGE: "around",
    Rule.ERASE: "details",
    Rule.ORS: "scales",
    Rule.SRS: "scales",
    Rule.STUDY_TALK: "work",
    Rule.STUDY_TALK_NEXT: "work",
    Rule.STUDY_DATE: "work",
}
_ICONS = {
    Rule.AFTER_SUPPORT_END: "work",
    Rule.OUTCOME_CHECK: "clock",
    Rule.REFERRER_CHECKIN: "talk",
    Rule.THINKING: "talk",
    Rule.SAFETY_FOLLOW_UP: "talk",
    Rule.SIGNATURE: "pencil",
    Rule.NO_SHOWS: "cal",
    Rule.INCOME_GAP: "coins",
    Rule.NOBODY_RESPONSIBLE: "people",
    Rule.MOVED: "hand",
    Rule.CONTACT_LEFT: "people",
    Rule.WORKPLACE_FOLLOW_UP: "work",
    Rule.ROUND_MISSING: "chart",
    Rule.STUDY_TALK: "talk",
    Rule.STUDY_TALK_NEXT: "talk",
    Rule.ORS: "chart",
    Rule.SRS: "talk",
}
_KEYS = {Rule.STUDY_TALK_NEXT: "book_it", Rule.WORKPLACE_FOLLOW_UP: "review_it"}
"""What the button of a rule says where it is not to open or to look."""
_ASKED = frozenset({Rule.OUTCOME_CHECK, Rule.THINKING})


class RuleGroups(RowMaker):
    """Rows in the order of the rules: the nearest day first."""

    def follow_ups(self) -> Group | None:
        day = self._day
        rows = [Pending(partial(self._phase, phase)) for phase in day.phases_ending()]
        rows += [Pending(partial(self._review, review)) for review in day.reviews_due()]
        rows += meetings_due(self, self._reading.due_again)
        rows += [Pending(partial(self._follow_up, one)) for one in day.follow_ups]
        return self._group("follow_ups", "flag", rows)

    def watch(self) -> Group | None:
        rows = [Pending(partial(self._watch, one)) for one in self._day.watches]
        return self._group("watch", "eye", rows)

    def dates(self) -> Group | None:
        rows = [Pending(partial(self._date, one)) for one in self._day.dates]
        return self._group("dates", "clock", rows)

    def _phase(self, phase: PhaseEnding) -> Entry:
        who = self._naming.of(phase.person)
        return self._entry(
            f"phase:{phase.person.mentee_id}",
            phase.person,
            (words.phase_words(self._texts, phase, who), self._texts("today.phase_why")),
            self._at_tab(phase.person, "overview", "plan_it", "stairs"),
            why=self._why(Rule.PHASE),
            tile=Tile(self._theme, "stairs", Family.RUST),
            later=self._later(phase.person, Rule.PHASE, phase.subject),
        )

    def _review(self, review: ReviewDue) -> Entry:
        return self._entry(
            f"review:{review.person.mentee_id}",
            review.person,
            (self._naming.of(review.person), words.review_words(self._texts, review, self._day.today)),
            self._at_tab(review.person, "plan", "review_it", "tree"),
            why=self._why(Rule.REVIEW),
            tile=Tile(self._theme, "tree", Family.OK),
            later=self._later(review.person, Rule.REVIEW, review.subject),
        )

    def _follow_up(self, one: DateAhead) -> Entry:
        return self._entry(
            f"{one.rule}:{one.person.mentee_id}:{one.subject}",
            one.person,
            date_words(self._texts, one, self._naming.of(one.person), self._day.today),
            self._filling(one) if one.form else self._act(one.rule, one.person, placement_id=one.placement_id),
            why=self._why(one.rule),
            tile=Tile(self._theme, _ICONS[one.rule]),
            later=self._later(one.person, one.rule, one.subject),
        )

    def _watch(self, one: Watch) -> Entry:
        return self._entry(
            f"{one.rule}:{one.person.mentee_id}:{one.subject}",
            one.person,
            (self._naming.of(one.person), watch_words(self._texts, one, self._day.today)),
            self._act(one.rule, one.person, "look", one.placement_id),
            why=self._why(one.rule),
            tile=Tile(self._theme, _ICONS[one.rule], Family.AMBER),
            later=self._later(one.person, one.rule, one.subject),
        )

    def _date(self, one: DateAhead) -> Entry:
        """The day stands first, so the button is its icon alone."""
        return self._entry(
            f"{one.rule}:{one.person.mentee_id}:{one.subject}",
            one.person,
            date_words(self._texts, one, self._naming.of(one.person), self._day.today),
            self._act(one.rule, one.person, placement_id=one.placement_id),
            why=self._why(one.rule),
            lead=(short_date(self._texts, one.on), ""),
            later=self._later(one.person, one.rule, one.subject),
            icon_only=True,
        )

    def _filling(self, one: DateAhead) -> Act:
        """To the form itself, ready to be filled in."""
        request = DraftRequest(one.person.mentee_id, f"scales.entry:{one.form}")
        return self._texts("today.fill_in"), "", partial(self._acts.open_draft, request)

    def _act(self, rule: Rule, person: Person, key: str = "open", placement_id: UUID | None = None) -> Act:
        if rule is Rule.REFERRER_CHECKIN:
            return self._calling(person, SessionKind.OTHER_ACTOR, "write_it", "pencil")
        if rule is Rule.NO_SHOWS:
            return self._calling(person, SessionKind.PHONE, "call", "phone")
        if rule in _ASKED:
            return self._at_tab(person, _TABS[rule], "ask_it", "talk")
        key = _KEYS.get(rule, key)
        icon = "right" if key == "open" else ""
        if placement_id is not None:
            return self._at_placement(person, placement_id, key, icon)
        return self._at_tab(person, _TABS[rule], key, icon)
