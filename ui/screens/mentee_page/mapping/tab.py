"""The tab Kartläggning: dreams and the life areas at the left, goals, the first meetings and work at the right."""

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.mapping import WISHES
from mentorapp.domain.mapping_sheet import MAPPING
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import get_draft
from mentorapp.store.store import Store
from mentorapp.store.word_lists import get_word
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.columns import ColumnsTab
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text

from ..reading import Person
from ..tab import Tab
from ..words import genitive
from .acts import MappingActs
from .area_list import AreaList, areas_in
from .goal_sheet import GoalSheet
from .goals_card import GoalsCard
from .head_card import HeadCard
from .need import Need
from .onboarding_card import OnboardingCard
from .profile_card import ProfileCard
from .profile_versions import ProfileVersions
from .reading import Known, read_known
from .version_sheet import VersionSheet
from .versions import Versions
from .wishes_card import WishesCard

_PLACE = "mapping"
_AREA_FORM = f"{_PLACE}.area"
_PLAN, _CONTACTS = "plan", "contacts"
_ROW = 60  # what stands above an open part: its row


class MappingTab(Tab):
    """What is written goes to the store when a field is left, and comes back as a new person."""

    shows = frozenset(
        {
            "mapping", "mapping_answer", "mapping_text", "vocational_profile", "plan", "goal", "step", "list_word",
            "safety_question", "routine_item", "session", "enrolment",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self._known: Known | None = None
        acts = MappingActs(store, self._enrolment, self._mentee)
        self.drafts = PageDrafts(store, _AREA_FORM, parent=self, texts=texts)
        self.head = HeadCard(theme, texts)
        self.wishes = WishesCard(store, theme, texts, acts)
        self.areas = AreaList(theme, texts, acts, self.drafts)
        self._hint = Text(theme, texts("mapping.keys"), Role.SMALL, tone="ink2", wrap=True)
        self._hidden = Text(theme, texts("mentee.youth_duty_only"), Role.SMALL, tone="ink2", wrap=True)
        self.profile = ProfileCard(store, theme, texts, acts.change_profile)
        self.goals = GoalsCard(theme, texts)
        self.onboarding = OnboardingCard(theme, texts, acts.tick_routine)
        self.no_programme = EmptyState(
            theme, texts("mentee.programme_none"), "", texts("mentee.programme_choose"), act_icon="stairs"
        )
        self._connect(acts)
        left = (self.no_programme, self.wishes, self.head, self.areas, self._hint, self._hidden, self.profile)
        self.columns = ColumnsTab(theme, left, (self.goals, self.onboarding))
        self.columns.verticalScrollBar().valueChanged.connect(self._follow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _connect(self, acts: MappingActs) -> None:
        self.no_programme.act_wanted.connect(self.programme_wanted)
        self.head.version_wanted.connect(self.open_version)
        self.head.versions_wanted.connect(self.open_versions)
        self.head.print_wanted.connect(lambda: self.print_wanted.emit(self.print_request()))
        self.head.done_wanted.connect(lambda: self._complete(acts))
        self.areas.goal_wanted.connect(self.open_goal)
        self.areas.unfolded.connect(self._bring_in_sight)
        self.areas.safety_wanted.connect(lambda: self.tab_wanted.emit(_CONTACTS))
        self.wishes.goal_wanted.connect(self.open_goal)
        self.goals.dropped.connect(self.open_goal)
        self.goals.plan_wanted.connect(lambda: self.tab_wanted.emit(_PLAN))
        self.profile.versions_wanted.connect(self.open_profile_versions)

    def show_person(self, person: Person) -> None:
        with self.store.read() as session:
            known = read_known(session, person)
        if self._person is None or self._person.mentee.id != person.mentee.id:
            self._turn_to(person.mentee.id)
        self._person, self._known = person, known
        enrolled = person.enrolment is not None
        self.no_programme.setVisible(not enrolled)
        for part in (self.head, self.areas, self._hint, self.wishes, self.goals):
            part.setVisible(enrolled)
        self._hidden.setVisible(enrolled and bool(person.hidden))
        if enrolled:
            self.wishes.show_person(person, known)
            self.head.show_known(known)
            self.areas.show_person(person, known)
        self.onboarding.show_steps(known.onboarding)
        self.goals.show_person(person)
        self.profile.show_person(person, known)

    def _turn_to(self, mentee_id: UUID) -> None:
        """What is still open is stored, or kept as a draft, as theirs whom it is about."""
        self.areas.close_area(False)
        self.profile.close_form(False)
        for drafts in (self.drafts, self.profile.drafts):
            drafts.show(mentee_id, {})

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        if self._person is not None and self._person.enrolment is None:
            self.no_programme.setFocus()
        else:
            self.areas.focus_first()

    def write_all(self) -> None:
        self.drafts.write_all()
        self.profile.drafts.write_all()

    def print_request(self) -> PrintRequest | None:
        """The mapping as it is now, once there is one; till then the plan."""
        has_one = self._known is not None and self._known.mapping is not None
        return PrintRequest(self._mentee(), template=MAPPING.code) if has_one else None

    def open_draft(self, form: str) -> None:
        """What was being typed about an area, in the profile, or in a form over the window."""
        thing, _, key = form.removeprefix(f"{_PLACE}.").partition(":")
        if form == _AREA_FORM:
            self._open_areas_of_draft()
        elif thing == "profile":
            self.profile.edit()
        elif thing == "version":
            self.open_version()
        elif thing == "new_wish":
            self.wishes.adding.setFocus()
        elif thing == "wish" and any(str(row.wish.id) == key for row in self.wishes.wish_rows()):
            self.wishes.edit(UUID(key))
        elif thing == "goal":
            self.open_goal(self._need_named(key))

    def open_goal(self, need: Need) -> GoalSheet | None:
        """The form that makes a goal of a need; None when there is nothing there any more."""
        known, person = self._known, self._person
        answer = known.answer(need.area) if known else None
        if person is None or answer is None:
            return None
        with self.store.read() as session:
            area = get_word(session, WordList.LIFE_AREA, need.area)
        name = area.name(self.texts.language)
        sheet = GoalSheet(self.window(), self.theme, self.texts, self.store, person, answer, need, name)
        sheet.open()
        return sheet

    def open_version(self) -> VersionSheet:
        assert self._known is not None
        sheet = VersionSheet(
            self.window(), self.theme, self.texts, self.store, self._mentee(), self._enrolment(), self._known.mapping
        )
        sheet.open()
        return sheet

    def open_versions(self) -> Versions:
        assert self._known is not None
        assert self._person is not None
        name = genitive(self.texts, self._person.name)
        versions = Versions(
            self.window(), self.theme, self.texts, self._known.mappings, self._every_area(self._known), name
        )
        versions.open(versions.choice)
        return versions

    def open_profile_versions(self) -> ProfileVersions:
        assert self._known is not None
        versions = ProfileVersions(self.window(), self.theme, self.texts, self._known.profiles)
        versions.open(versions.leave)
        return versions

    def _follow(self, scrolled: int) -> None:
        """The goals stay in sight, so that a row far down can be dragged to them."""
        left, right = self.columns.sides()
        layout = right.layout()
        if layout is not None:
            room = left.height() - layout.sizeHint().height() + layout.contentsMargins().top()
            layout.setContentsMargins(0, max(0, min(scrolled, room)), 0, 0)

    def _bring_in_sight(self, part: QWidget) -> None:
        """Its end first, then its beginning, which matters more where both do not fit."""
        inside = self.columns.widget()
        assert inside is not None
        around: QWidget | None = part
        while around is not None and around is not inside.parentWidget():
            layout = around.layout()
            if layout is not None:
                layout.activate()
            around = around.parentWidget()
        QApplication.sendEvent(self.columns, QEvent(QEvent.Type.LayoutRequest))
        for y in (part.height(), -self.theme.px(_ROW)):
            at = part.mapTo(inside, QPoint(0, y))
            self.columns.ensureVisible(at.x(), at.y(), 0, 8)

    def _complete(self, acts: MappingActs) -> None:
        self.write_all()
        acts.complete()
        self.head.next.setFocus()

    def _every_area(self, known: Known) -> tuple[Word, ...]:
        with self.store.read() as session:
            return (get_word(session, WordList.LIFE_AREA, WISHES), *known.areas)

    def _open_areas_of_draft(self) -> None:
        with self.store.read() as session:
            draft = get_draft(session, _AREA_FORM, self._mentee())
        waiting = areas_in(dict(draft.content)) if draft else []
        there = [row.look.area for row in self.areas.areas()]
        first = next((area for area in waiting if area in there), None)
        if first is not None:
            self.areas.open_area(first)

    def _need_named(self, key: str) -> Need:
        """A wish by its id, an area by its code."""
        wishes = self._known.wishes.wishes if self._known and self._known.wishes else ()
        wish = next((one.id for one in wishes if one.id.hex == key), None)
        return Need(WISHES, wish) if wish else Need(key)

    def _enrolment(self) -> UUID:
        assert self._person is not None
        assert self._person.enrolment is not None
        return self._person.enrolment.id

    def _mentee(self) -> UUID:
        assert self._person is not None
        return self._person.mentee.id
