"""What is around somebody who is handed over (P11): people, obstacles, support, work and studies, money, consents."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, ConsentKind
from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import TELLS_WHERE, NetworkLink, NetworkRole, OrganisationKind, is_current
from mentorapp.domain.obstacles import Obstacle
from mentorapp.domain.plans import Who
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, PartBlock, RowBlock
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.domain.support import IncomePeriod, IncomeSource, ParallelIntervention
from mentorapp.language import Texts, full_date
from mentorapp.language.consent_words import recipient_name

from .adaptations import list_adaptations
from .address_book import get_contact
from .closing_summaries import activities
from .consents import list_consents
from .education_supports import list_education_supports
from .incomes import list_incomes
from .interventions import list_interventions
from .network import list_links
from .obstacles import list_obstacles
from .placements import list_placements
from .safety_questions import list_questions

_C = InfoClass
_NO = frozenset[InfoClass]()
_BY_AUDIENCE = {
    Audience.CARE: _C.HEALTH,
    Audience.EMPLOYER: _C.WORK,
    Audience.SCHOOL: _C.EDU,
    Audience.OTHER: _C.SOCIAL,
}
_AT_WORK = frozenset({OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_ENTERPRISE})
_TELLS_WHERE = frozenset({NetworkRole.TEACHER, NetworkRole.WORKPLACE_SUPERVISOR, NetworkRole.HOUSING_SUPPORTER})


def fact(info_class: InfoClass, item: str, label: str, value: str, also: frozenset[InfoClass] = _NO) -> FactBlock:
    return FactBlock(info_class=info_class, also=also, item=item, label=label, value=value)


def shown_part(about: UUID | None, heading: str, **content: Any) -> PartBlock:
    """A part says no more than its heading: what it holds passes, or does not, line by line."""
    return PartBlock(info_class=_C.PRESENCE, about=about, invitation=True, heading=heading, **content)


class Around:
    """For one person and one recipient; every line is chosen by itself."""

    def __init__(self, session: Session, mentee: Mentee, about: UUID | None, texts: Texts) -> None:
        self._session, self._mentee, self._about, self._texts = session, mentee, about, texts
        self._today = session.info["clock"].today()
        self._where = frozenset({_C.LOCATION}) if mentee.is_protected else _NO

    def people(self) -> PartBlock:
        """Those around the person now, but not whoever gets the paper."""
        age = self._mentee.age(self._today)
        rows = [
            self._link(one)
            for one in reversed(list_links(self._session, self._mentee.id))
            if is_current(one, age, self._today) and one.contact and one.contact_id != self._about
        ]
        columns = ("print.column_who", "handover.column_role", "handover.column_answers", "handover.column_phone")
        return self._table("handover.people", columns, (0.3, 0.23, 0.26, 0.21), rows)

    def _link(self, one: NetworkLink) -> RowBlock:
        assert one.contact is not None
        place = one.contact.organisation or one.organisation
        who = "\n".join(part for part in (one.contact.name, place.name if place else "") if part)
        role = one.role_other or self._texts(f"codes.network_role_{one.role.value}")
        tells = self._where if one.role in _TELLS_WHERE or (place and place.kind in TELLS_WHERE) else _NO
        if place and place.kind in _AT_WORK:
            tells |= {_C.WORK}
        return RowBlock(
            info_class=one.info_class,
            also=frozenset({_C.PLAN}) | tells,
            item=f"link:{one.id}",
            cells=(who, role, one.responsible_for, one.contact.phone),
        )

    def obstacles(self) -> PartBlock:
        """What is in the way, and who has taken it on."""
        rows = [
            RowBlock(info_class=one.info_class, item=f"obstacle:{one.id}", cells=(one.text, self._owner(one)))
            for one in list_obstacles(self._session, self._mentee.id)
            if one.is_open
        ]
        return self._table(
            "handover.obstacles", ("handover.column_obstacle", "handover.column_owner"), (0.7, 0.3), rows
        )

    def _owner(self, one: Obstacle) -> str:
        if one.owner is None or (one.owner is Who.CONTACT and not one.owner_name):
            return self._texts("handover.who_nobody")
        return one.owner_name if one.owner is Who.CONTACT else self._texts(f"handover.who_{one.owner.value}")

    def support(self) -> PartBlock:
        """What others do, where it stands, and who follows it from now on."""
        found = list_interventions(self._session, self._mentee.id)
        rows = [self._measure(one) for one in found if one.is_open]
        columns = (
            "handover.column_support", "handover.column_state", "handover.column_next", "handover.column_follows",
        )  # fmt: skip
        return self._table("handover.support", columns, (0.3, 0.16, 0.32, 0.22), rows)

    def _measure(self, one: ParallelIntervention) -> RowBlock:
        kind = one.kind_other or self._texts(f"codes.intervention_kind_{one.kind.value}")
        follows = one.receiver_name
        if not follows and one.receiver_contact_id:
            follows = get_contact(self._session, one.receiver_contact_id).name
        return RowBlock(
            info_class=one.info_class,
            also=frozenset({_C.PLAN}),
            item=f"support:{one.id}",
            cells=(
                "\n".join(part for part in (kind, one.actor) if part),
                self._texts(f"codes.intervention_state_{one.state.value}"),
                "\n".join(part for part in (one.next_step, self._task(one.mentor_task)) if part),
                follows,
            ),
        )

    def _task(self, what: str) -> str:
        return self._texts("handover.task", what=what) if what else ""

    def done(self, enrolment: Enrolment | None) -> PartBlock:
        """Placements, studies and milestones: what goes on and what is behind."""
        found = activities(self._session, self._mentee, enrolment, self._texts) if enrolment else ()
        entries = tuple(_as_one(block) for _day, block in sorted(found, key=lambda one: one[0]))
        return shown_part(self._about, self._texts("handover.done"), entries=entries)

    def adaptations(self) -> PartBlock:
        """What has been agreed so that it works, at work and in studies."""
        at_work = [
            _row(_C.WORK, f"adaptation:{one.id}", self._texts("handover.at_work"), one.text)
            for placement in list_placements(self._session, self._mentee.id)
            if placement.is_open(self._today)
            for one in list_adaptations(self._session, placement.id)
            if one.ended_on is None
        ]
        in_studies = [
            _row(_C.EDU, f"accommodation:{one.id}", self._texts("handover.in_studies"), one.accommodations)
            for one in list_education_supports(self._session, self._mentee.id)
            if one.to_date is None and one.accommodations
        ]
        columns = ("handover.column_where", "print.column_what")
        return self._table("handover.adaptations", columns, (0.25, 0.75), (*at_work, *in_studies))

    def incomes(self) -> PartBlock:
        rows = [
            self._income(one)
            for one in list_incomes(self._session, self._mentee.id)
            if one.source is not IncomeSource.NONE and (one.to_date is None or one.to_date >= self._today)
        ]
        columns = ("handover.column_income", "handover.column_state", "handover.column_decision")
        return self._table("handover.incomes", columns, (0.5, 0.22, 0.28), rows)

    def _income(self, one: IncomePeriod) -> RowBlock:
        texts = self._texts
        name = one.source_other or texts(f"codes.income_source_{one.source.value}")
        if one.extent:
            name = f"{name}, {texts('print.percent', percent=one.extent)}"
        until = full_date(texts, one.last_known) if one.last_known else ""
        return RowBlock(
            info_class=_C.INCOME,
            item=f"income:{one.id}",
            cells=(name, texts(f"codes.income_state_{one.state.value}"), until),
        )

    def consents(self) -> PartBlock:
        """What the person has agreed to and still does: to be gone through anew with the new mentor."""
        rows = [
            self._consent(one)
            for one in list_consents(self._session, self._mentee.id)
            if one.is_valid(self._today) and one.recipient_contact_id != self._about
        ]
        columns = ("handover.column_to", "handover.column_classes", "handover.column_until")
        return self._table("handover.consents", columns, (0.34, 0.4, 0.26), rows)

    def _consent(self, one: Consent) -> RowBlock:
        texts = self._texts
        scope = ", ".join(texts(f"classes.{each.value}") for each in one.scope) or one.purpose
        tells = self._where if one.audience in (Audience.EMPLOYER, Audience.SCHOOL) else _NO
        return RowBlock(
            info_class=_BY_AUDIENCE.get(one.audience, _C.PLAN) if one.recipient_contact_id else _C.PLAN,
            also=frozenset({_C.PLAN}) | tells,
            item=f"consent:{one.id}",
            cells=(_to_whom(texts, one), scope, full_date(texts, one.valid_to)),
        )

    def safety(self) -> PartBlock:
        """That somebody is to be asked again must not be lost between two mentors."""
        texts = self._texts
        entries = tuple(
            _as_one(
                EntryBlock(
                    info_class=_C.VIOLENCE,
                    item=f"safety:{one.id}",
                    when=full_date(texts, one.follow_up_on),
                    facts=(fact(_C.VIOLENCE, "", "", texts("handover.safety_follow_up")),),
                )
            )
            for one in list_questions(self._session, self._mentee.id)
            if one.follow_up_on and one.followed_up_on is None
        )
        return shown_part(self._about, texts("handover.safety"), entries=entries)

    def _table(
        self, heading: str, columns: Iterable[str], shares: tuple[float, ...], rows: Iterable[RowBlock]
    ) -> PartBlock:
        named = tuple(self._texts(one) for one in columns)
        return shown_part(self._about, self._texts(heading), columns=named, shares=shares, rows=tuple(rows))


def _to_whom(texts: Texts, one: Consent) -> str:
    """The two kinds that are not about secrecy say what they are about."""
    if one.kind is ConsentKind.CONTACT_AFTER_CLOSURE:
        return texts("consent.contact_after")
    if one.kind is ConsentKind.REGISTRATION:
        return texts("consent.registration", system=one.system)
    return recipient_name(texts, one)


def _as_one(block: EntryBlock) -> EntryBlock:
    """A line is chosen as a whole: all that it says goes by the same tick."""
    return replace(block, facts=tuple(replace(one, item=block.item) for one in block.facts))


def _row(info_class: InfoClass, item: str, *cells: str) -> RowBlock:
    return RowBlock(info_class=info_class, item=item, cells=cells)
