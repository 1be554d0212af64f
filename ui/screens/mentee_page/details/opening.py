"""What opens over the tab: the forms of lines with days, of the number, and of the way in."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.record_sheet import DISPOSAL
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.erase_sheet import ErasedSheet, EraseSheet
from ui.widgets.overlay import Overlay

from ..tab import Tab
from .death_card import DeathSheet
from .duty_sheet import DutySheet
from .intake_sheets import AcceptSheet, DeclineSheet, InterestSheet, OfferSheet
from .number_sheet import NumberSheet
from .occupation_card import OccupationSheet
from .place_sheets import AddressSheet, FormerNameSheet, MunicipalitySheet
from .reading import Details


class Opening:
    """`details` is what the tab shows; `before` stores what is typed in its fields first."""

    def __init__(self, tab: Tab, theme: Theme, texts: Texts, store: Store, before: Callable[[], None]) -> None:
        self._tab, self._theme, self._texts, self._store, self._before = tab, theme, texts, store, before
        self.details: Details | None = None

    def open_draft(self, form: str) -> None:
        """A form of this tab by its name; what it was about may be gone."""
        thing, _, key = form.removeprefix("details.").partition(":")
        opening: dict[str, Callable[[str], object]] = {
            "address": self.open_address,
            "municipality": self.open_municipality,
            "former_name": self.open_former_name,
            "occupation": self.open_occupation,
            "duty": self.open_duty,
        }
        plain: dict[str, Callable[[], object]] = {
            "number": self.open_number,
            "death": self.open_death,
            "interest": self.open_interest,
            "offer": self.open_offer,
            "accept": self.open_yes,
            "decline": self.open_no,
        }
        if thing in opening and (not key or self._line(thing, key) is not None):
            opening[thing](key)
        elif thing in plain:
            plain[thing]()

    def open_address(self, key: str = "") -> Overlay:
        return self._open(AddressSheet, self._mentee.id, self._line("address", key))

    def open_municipality(self, key: str = "") -> Overlay:
        first = not self._mentee.municipalities
        return self._open(MunicipalitySheet, self._mentee.id, self._line("municipality", key), first)

    def open_former_name(self, key: str = "") -> Overlay:
        return self._open(FormerNameSheet, self._mentee.id, self._line("former_name", key))

    def open_occupation(self, key: str = "") -> Overlay:
        return self._open(OccupationSheet, self._mentee.id, self._line("occupation", key))

    def open_duty(self, key: str = "") -> Overlay:
        home = "" if self._mentee.is_protected else self._mentee.municipality_on(self._known.person.today)
        return self._open(DutySheet, self._mentee.id, self._line("duty", key), home)

    def open_number(self) -> Overlay:
        return self._open(NumberSheet, self._mentee)

    def open_death(self) -> Overlay:
        return self._open(DeathSheet, self._mentee)

    def open_interest(self) -> Overlay:
        return self._open(InterestSheet, self._known.person)

    def open_offer(self) -> Overlay:
        return self._open(OfferSheet, self._known.person)

    def open_yes(self) -> Overlay:
        return self._open(AcceptSheet, self._known.person)

    def open_no(self) -> Overlay:
        sheet = self._open(DeclineSheet, self._known.person)
        assert isinstance(sheet, DeclineSheet)
        sheet.kept.connect(lambda at_once: self.open_erase() if at_once else None)
        return sheet

    def open_erase(self) -> Overlay:
        sheet = EraseSheet(
            self._tab.window(), self._theme, self._texts, self._store, self._mentee.id, self._mentee.full_name
        )
        sheet.erased.connect(lambda: self._show_erased(sheet.disposal))
        sheet.open()
        return sheet

    def _show_erased(self, disposal: UUID | None) -> None:
        """That it is done, and the way to its record."""
        done = ErasedSheet(self._tab.window(), self._theme, self._texts)
        request = PrintRequest(template=DISPOSAL.code, about=disposal)
        done.paper_wanted.connect(lambda: self._tab.print_wanted.emit(request))
        done.open()

    @property
    def _known(self) -> Details:
        assert self.details is not None
        return self.details

    @property
    def _mentee(self) -> Mentee:
        return self._known.person.mentee

    def _line(self, thing: str, key: str) -> Any:
        """The line of a history by its key; None for a new one or one that is gone."""
        lines: dict[str, tuple[Any, ...]] = {
            "address": self._mentee.addresses,
            "municipality": self._mentee.municipalities,
            "former_name": self._mentee.former_names,
            "occupation": self._known.occupations,
            "duty": self._known.duties,
        }
        return next((one for one in lines[thing] if one.id is not None and one.id.hex == key), None)

    def _open(self, make: Callable[..., Overlay], *about: object) -> Overlay:
        self._before()
        sheet: Overlay = make(self._tab.window(), self._theme, self._texts, self._store, *about)
        sheet.open()
        return sheet
