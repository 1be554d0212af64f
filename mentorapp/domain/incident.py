"""What P23 says when a laptop or a file is lost: how many persons, what kinds of data, how it is protected (F 38).

Figures only: nobody is in it, so that it may lie in a binder and go with a report.
"""

from dataclasses import dataclass
from datetime import date

from .sharing import InfoClass


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFacts:
    """`classes` are the kinds of data with how many of the `persons` have some of it, none left out that anybody has.

    `protected` have a protected identity; `contacts` are other persons in the register. `newest_change` None is a store
    in which nothing was written. `keyring` says that the computer's own key may open the store.
    """

    persons: int
    protected: int
    contacts: int
    classes: tuple[tuple[InfoClass, int], ...]
    newest_change: date | None
    keyring: bool
    sheet_proved: bool
