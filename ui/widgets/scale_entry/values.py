"""What the entry of a form is given, and what it gives back: frozen values without widgets."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mentorapp.domain.scale_marks import FilledHow, Mark, ScaleResponse, bounds
from mentorapp.domain.scales import LINE_MM, ScaleDefinition, ScaleKind
from mentorapp.domain.sharing import InfoClass

from .line_geometry import Measure

if TYPE_CHECKING:
    from mentorapp.store.scale_responses import NewResponse

TENTH = Decimal("0.1")
_STEPS = {
    ScaleKind.VAS_FORM: (Decimal(1), Decimal(10)),
    ScaleKind.EXTERNAL_LINES: (TENTH, Decimal(1)),
    ScaleKind.LIKERT: (Decimal(1), Decimal(1)),
    ScaleKind.EXTERNAL_TOTAL: (Decimal(1), Decimal(10)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is filled in, for whom. `name` is whose form it is, in sentences such as *Vilket menade Cleo?*.

    `before` is the form of the time before, of the same version, whose marks are drawn small; `hidden` are classes that
    are not asked about (`hidden_classes`); `response` is a form that is being put right.
    """

    definition: ScaleDefinition
    name: str
    before: ScaleResponse | None = None
    response: ScaleResponse | None = None
    hidden: frozenset[InfoClass] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose a new form is and what it is about; the fields of `NewResponse` that are not on the paper."""

    mentee_id: UUID
    enrolment_id: UUID | None = None
    placement_id: UUID | None = None
    follow_up_id: UUID | None = None
    contact_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What stands in the entry, under the names of `NewResponse` and of `change_response`."""

    event_date: date
    marks: tuple[Mark, ...]
    filled_how: FilledHow
    line_length_mm: Decimal
    comment: str
    oral_note: str

    def details(self) -> dict[str, Any]:
        """By the names that the verbs know them by."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def new_response(form: Form, about: About, answers: Answers, **more: Any) -> "NewResponse":
    """What `add_response` takes; `more` is what the page knows beside it, such as the round."""
    from mentorapp.store.scale_responses import NewResponse

    scale = form.definition
    whose = {one.name: getattr(about, one.name) for one in fields(about)}
    return NewResponse(code=scale.code, version=scale.version, **whose, **answers.details(), **more)


def measure_of(definition: ScaleDefinition, line_length_mm: Decimal = LINE_MM) -> Measure:
    """In the unit of the form."""
    low, high = bounds(definition, line_length_mm)
    step, leap = _STEPS[definition.kind]
    return Measure(low, high, step, leap)
