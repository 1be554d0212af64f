"""Somebody is at the meeting of whom the mentee has not been asked: asked now, and written down at once (F 23).

It looks into no register: it may be seen by whoever sits beside.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorapp.domain.consents import audience_of, usual_end
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import Meeting, MeetingInvitee
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.sharing import Audience, offered_scope
from mentorapp.language.dates import day_and_month
from mentorapp.language.texts import Texts
from mentorapp.store.consents import consent_limits
from mentorapp.store.hidden_classes import hidden_for
from mentorapp.store.on_the_spot import consent_on_the_spot, register_invitee
from mentorapp.store.recipients import recipient_of_invitee

from .choice_chips import Choice
from .date_field import DateField
from .field import LineField
from .form_sheet import FormSheet
from .picker import Picker
from .scope_choice import ScopeChoice
from .text import Text
from .widths import Width, width_class

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from mentorapp.store.store import Store
    from ui.theme import Theme

_K = OrganisationKind
_GROUPS = (
    ("authority", (_K.EMPLOYMENT_SERVICE, _K.SOCIAL_INSURANCE, _K.SOCIAL_SERVICES, _K.MUNICIPAL_LABOUR_UNIT, _K.KAA,
                   _K.EVI, _K.HOUSING_SUPPORT, _K.PROBATION, _K.CSN)),
    ("work", (_K.EMPLOYER, _K.SOCIAL_ENTERPRISE)),
    ("school", (_K.SCHOOL_GYMNASIUM, _K.ADULT_EDUCATION, _K.FOLK_HIGH_SCHOOL, _K.STUDY_ASSOCIATION, _K.GUIDANCE)),
    ("care", (_K.PRIMARY_CARE, _K.PSYCHIATRY, _K.HABILITATION)),
    ("other", (_K.PRIVATE, _K.CIVIL_SOCIETY)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OralCase:
    """Where it is asked (the first word of the draft's name), whose meeting it is, and about whom."""

    place: str
    mentee: Mentee
    meeting: Meeting
    invitee: MeetingInvitee


class OralSheet(FormSheet):
    """Without a tick it is only that the mentee knows: then time and place is all that the other one gets."""

    def __init__(self, window: "QWidget", theme: "Theme", texts: Texts, store: "Store", case: OralCase) -> None:
        mentee, invitee = case.mentee, case.invitee
        super().__init__(
            window, theme, texts, store, texts("oral.title", name=mentee.preferred_name, who=invitee.name),
            form=f"{case.place}.oral:{case.meeting.id.hex}.{invitee.id.hex}", mentee_id=mentee.id,
            label="unexpected_asked", save_text=texts("oral.save"),
        )  # fmt: skip
        self._case = case
        with store.read() as session:
            known = recipient_of_invitee(session, mentee.id, invitee).audience if invitee.contact_id else None
            limits, hidden = consent_limits(session), hidden_for(session, mentee.id)
        self._known: Audience | None = known
        self.body.addWidget(Text(theme, texts("oral.first", name=mentee.preferred_name), wrap=True))
        self.kind: Picker | None = None
        if known is None:
            self._add_who()
        columns = 1 if width_class(window) is Width.NARROW else 2
        self.scope = self.add(
            "scope", ScopeChoice(theme, texts, columns, hidden), texts("oral.scope", who=invitee.name)
        )
        self._nothing = Text(theme, texts("oral.no_tick"), tone="ink2", wrap=True)
        self.body.addWidget(self._nothing)
        day = day_and_month(texts, case.meeting.event_date)
        self.purpose = self.add("purpose", LineField(theme, texts("consent.purpose"), texts("oral.purpose", day=day)))
        last = usual_end(store.clock.today(), mentee.birth_date, limits)
        self.last = self.add(
            "valid_to", DateField(theme, texts, store.clock, texts("consent.until"), last, optional=False)
        )
        self.body.addWidget(Text(theme, texts("oral.then"), tone="ink2", wrap=True))
        self._suit()

    def write(self, session: "Session") -> object:
        case, until = self._case, self.last.day()
        if until is None:
            raise InputError("valid_to", "date_empty")
        if self.kind is not None:
            kind = self._chosen()
            if kind is None:
                raise InputError("kind", "oral_from_where")
            register_invitee(
                session, case.invitee.id, name=self.name.text(), place=self.place.text() or self._said(kind), kind=kind,
                role_words=self.texts("oral.role"),
            )  # fmt: skip
        return consent_on_the_spot(session, case.invitee.id, self.scope.value(), self.purpose.text(), until)

    def first_field(self) -> "QWidget":
        return self.kind if self.kind is not None else self.scope

    def _add_who(self) -> None:
        texts, invitee = self.texts, self._case.invitee
        self.name = self.add("name", LineField(self.theme, texts("meeting_mode.turned_up_name"), invitee.name))
        groups = [
            (texts(f"oral.group_{key}"), [Choice(kind.value, self._said(kind)) for kind in kinds])
            for key, kinds in _GROUPS
        ]
        self.kind = Picker(self.theme, texts("oral.kind"), groups, nothing=texts("oral.kind_choose"))
        self.add("kind", self.kind)
        self.kind.chosen.connect(lambda _key: self._suit())
        self.place = self.add("place", LineField(self.theme, texts("oral.place"), invitee.role))

    def _suit(self) -> None:
        """The classes of that recipient; nothing is offered to whom nothing can be shown."""
        kind = self._chosen()
        audience = self._known or (audience_of(None, kind) if kind is not None else None)
        self.scope.offer(audience)
        can = audience is not None and bool(offered_scope(audience))
        for part in (self.scope, self.purpose, self.last):
            part.setVisible(can)
        self._nothing.setText(self.texts("oral.no_tick" if can or audience is None else "oral.nothing_can"))
        self._fit()

    def _chosen(self) -> OrganisationKind | None:
        key = self.kind.current() if self.kind is not None else ""
        return OrganisationKind(key) if key else None

    def _said(self, kind: OrganisationKind) -> str:
        return self.texts(f"codes.organisation_kind_{kind.value}")
