"""The two consents that are not about secrecy, each on its own: registration in a system, and contact afterwards."""

from typing import TYPE_CHECKING, Any

from mentorapp.domain.consents import Consent, ConsentKind, usual_end
from mentorapp.domain.errors import InputError
from mentorapp.store.consents import add_consent, change_consent, consent_limits
from ui.widgets.field import LineField

from ..thing_sheet import Desk, ThingSheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class OtherConsentSheet(ThingSheet):
    """The form of a registration is the authority's own and is never made here: only that it is signed."""

    def __init__(self, desk: Desk, what: Consent | ConsentKind) -> None:
        one = what if isinstance(what, Consent) else None
        kind = what.kind if isinstance(what, Consent) else what
        super().__init__(
            desk,
            title=desk.texts(f"consent.{kind.value}_title"),
            thing=kind.value,
            about=one.id.hex if one else None,
            label="consent_added" if one is None else "consent_changed",
        )
        self._one, self._kind = one, kind
        texts, today = self.texts, self.person.today
        with desk.store.read() as session:
            limits = consent_limits(session)
        self.add_words(texts(f"consent.{kind.value}_about"))
        self.system: LineField | None = None
        if kind is ConsentKind.REGISTRATION:
            field = LineField(self.theme, texts("consent.system"), one.system if one else "",
                              placeholder=texts("consent.system_example"))  # fmt: skip
            self.system = self.add("system", field)
        self.first = self.day_field(texts("consent.from"), one.valid_from if one else today, optional=False, ahead=True)
        last = one.valid_to if one else usual_end(self.person.today, self.person.mentee.birth_date, limits)
        self.last = self.day_field(texts("consent.until"), last, optional=False, ahead=True)
        self.add_beside(("valid_from", self.first), ("valid_to", self.last))
        self.signed_on = self.day_field(texts("consent.signed_on"), one.signed_on if one else None)
        self.place = LineField(self.theme, texts("consent.place_of_paper"), one.place_of_paper if one else "",
                               placeholder=texts("consent.place_example"))  # fmt: skip
        self.add_beside(("signed_on", self.signed_on), ("place_of_paper", self.place))

    def write(self, session: "Session") -> object:
        details: dict[str, Any] = {
            "valid_from": self.first.day(),
            "valid_to": self.last.day(),
            "signed_on": self.signed_on.day(),
            "place_of_paper": self.place.text(),
        }
        if self.system is not None:
            if not self.system.text().strip():
                raise InputError("system", "consent_system_missing")
            details["system"] = self.system.text()
        if self._one is not None:
            change_consent(session, self._one.id, **details)
            return self._one.id
        return add_consent(session, self.person.mentee.id, kind=self._kind, **details)
