"""What a generated person has measured and worked: forms at the occasions, totals over the sessions, one placement."""

import random
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import Respondent, ScaleDefinition
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.workplace_support import SupportMode
from mentorapp.store.scale_definitions import get_scale, keep_version
from mentorapp.store.tables.scales import ScaleMarkRow, ScaleResponseRow
from mentorapp.store.tables.workplaces import (
    AdaptationRow,
    HoursPeriodRow,
    PlacementRow,
    SupportIntensityRow,
    WorkplaceFollowUpRow,
    WorkplaceRow,
)

from .provkoping import read
from .register import Known
from .rows import Ids, Row, Rows
from .words import Writer

_FORMS = ("well_being", "ors", "workplace_mentee", "workplace_supervisor")
_ROUNDS = ((14, RoundKind.START, ""), (100, RoundKind.AFTER_LEVEL, "1"), (190, RoundKind.AFTER_LEVEL, "2"))
_TOTALS = 6
_NEEDS = ("En uppgift i taget", "Skriven lista varje morgon", "Lugn plats", "Rast på förmiddagen")
_NO_OCCASION = {"round": RoundKind.AD_HOC, "round_of": "", "respondent": Respondent.MENTEE, "placement_id": None,
                "follow_up_id": None}  # fmt: skip
_TYPES = (PlacementType.INTERNSHIP, PlacementType.WORK_TRAINING, PlacementType.SUBSIDISED_JOB)


def keep_forms(session: Session) -> dict[str, ScaleDefinition]:
    """The forms that generated people fill in, kept as they are now."""
    scales = {code: get_scale(session, code) for code in _FORMS}
    for one in scales.values():
        keep_version(session, one.code, one.version)
    return scales


class Worked:
    """Writes the rows of one person after another, drawing by `chance`."""

    def __init__(
        self,
        rows: Rows,
        ids: Ids,
        known: list[Known],
        scales: dict[str, ScaleDefinition],
        writer: Writer,
        chance: random.Random,
    ) -> None:
        self._rows, self._ids, self._known, self._scales = rows, ids, known, scales
        self._writer, self._chance = writer, chance
        self._bank: list[UUID] = []

    def add_bank(self, day: date, count: int) -> None:
        """The invented workplaces over again by number, each with somebody of the register."""
        places = list(read("workplaces.toml").values())
        for number in range(count):
            one, by = places[number % len(places)], self._known[number % len(self._known)]
            row = self._row(
                WorkplaceRow, day, name=f"{one['name']} {number + 1}", town=one["town"], sector=one["sector"],
                tasks=one["tasks"], good_for=one["good_for"], supervisor_id=by.contact, capacity=one.get("capacity"),
                last_contacted=day,
            )  # fmt: skip
            self._bank.append(row["id"])

    def add(self, mentee: UUID, enrolment: UUID, first: date, closed: date | None) -> None:
        """`closed` is the last day of what is over."""
        of = {"mentee_id": mentee, "enrolment_id": enrolment}
        for days, kind, number in _ROUNDS:
            self._fill_in("well_being", first + timedelta(days=days), round=kind, round_of=number, **of)
        for place in range(_TOTALS):
            self._fill_in("ors", first + timedelta(days=20 + 40 * place), **of)
        self._add_placement(of, first + timedelta(days=150), closed)

    def _add_placement(self, of: dict[str, UUID], day: date, closed: date | None) -> None:
        placement = self._row(
            PlacementRow, day, **of, workplace_id=self._chance.choice(self._bank), from_date=day, to_date=closed,
            type=self._chance.choice(_TYPES), tasks=self._writer.sentence(), supervisor_id=self._known[0].contact,
        )["id"]  # fmt: skip
        for place, hours in enumerate((8, 20)):
            on = day + timedelta(days=50 * place)
            self._row(HoursPeriodRow, on, placement_id=placement, from_date=on, hours_per_week=Decimal(hours))
        for order, need in enumerate(self._chance.sample(_NEEDS, 2)):
            self._row(AdaptationRow, day, placement_id=placement, text=need, order=order, agreed_on=day)
        self._row(SupportIntensityRow, day, placement_id=placement, from_date=day, per_week=Decimal(3),
                  mode=SupportMode.VISITS)  # fmt: skip
        on = day + timedelta(days=60)
        follow_up = self._row(WorkplaceFollowUpRow, on, placement_id=placement, event_date=on,
                              observations=self._writer.sentence())["id"]  # fmt: skip
        at = {**of, "placement_id": placement, "follow_up_id": follow_up}
        self._fill_in("workplace_mentee", on, **at)
        self._fill_in("workplace_supervisor", on, respondent=Respondent.SUPERVISOR, **at)

    def _fill_in(self, code: str, on: date, **values: Any) -> None:
        scale = self._scales[code]
        top = 10 if scale.is_external else 100
        heavy = InfoClass.HEALTH if InfoClass.HEALTH in scale.classes else InfoClass.WORK
        form = self._row(
            ScaleResponseRow, on, definition_id=scale.id, code=code, version=scale.version, event_date=on,
            info_class=heavy, **{**_NO_OCCASION, **values},
        )  # fmt: skip
        for order, item in enumerate(scale.items):
            value = Decimal(self._chance.randrange(top * 10 + 1)) / 10
            self._row(ScaleMarkRow, on, response_id=form["id"], order=order, item=item.code, value=value)

    def _row(self, table: type[Any], day: date, **values: Any) -> Row:
        row = self._ids.row(datetime.combine(day, time(12), UTC), **values)
        self._rows.setdefault(table, []).append(row)
        return row
