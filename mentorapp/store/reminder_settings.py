"""The rules of Idag as the unit has set them: whether each speaks, and how long before."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.domain.reminder_rules import SHIPPED, Rule, RuleSetting

from .tables.own import SettingRow

_PREFIX = "reminder."
_DAYS = (0, 730)
_MOST = 6


def get_rules(session: Session) -> Mapping[Rule, RuleSetting]:
    """Every rule, as shipped where nothing is stored."""
    query = select(SettingRow).where(SettingRow.name.like(f"{_PREFIX}%"))
    stored = {row.name.removeprefix(_PREFIX): json.loads(row.value) for row in session.scalars(query)}
    return {
        rule: RuleSetting(tuple(stored[rule.value]["days"]), stored[rule.value]["on"])
        if rule.value in stored
        else shipped
        for rule, shipped in SHIPPED.items()
    }


def change_rule(session: Session, rule: Rule, *, on: bool | None = None, days: tuple[int, ...] | None = None) -> None:
    """Kept with the longest first; a rule that is shipped with several lead times may have more or fewer of them.

    InputError outside the range.
    """
    now = get_rules(session)[rule]
    days = now.days if days is None else days
    _check_number(rule, days)
    lowest, highest = _DAYS
    if any(not lowest <= one <= highest for one in days):
        raise InputError("days", "number_range", lowest=lowest, highest=highest)
    value = json.dumps({"on": now.on if on is None else on, "days": sorted(set(days), reverse=True)})
    name = f"{_PREFIX}{rule.value}"
    row = session.get(SettingRow, name)
    if row is None:
        session.add(SettingRow(name=name, value=value))
    else:
        row.value = value
    session.flush()


def _check_number(rule: Rule, days: tuple[int, ...]) -> None:
    shipped = len(SHIPPED[rule].days)
    lowest, highest = (1, _MOST) if shipped > 1 else (shipped, shipped)
    if lowest == highest == 0 and days:
        raise TypeError(f"{rule} has no days")
    if not lowest <= len(days) <= highest:
        raise InputError("days", "days_one" if highest == 1 else "days_several", highest=highest)
