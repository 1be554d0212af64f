"""What can be chosen at the top of the tab: forms that belong together, of those in use."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorapp.domain.scales import Respondent, ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.domain.sharing import InfoClass

SESSION, WORKPLACE, OTHER = "session", "workplace", "other"
_AT_WORK = (ScaleUse.WORKPLACE, ScaleUse.INTRO_WEEKS)


@dataclass(frozen=True, slots=True)
class Group:
    """`key` is SESSION, WORKPLACE, OTHER or the code of the one form in `scales` (newest versions)."""

    key: str
    scales: tuple[ScaleDefinition, ...] = ()


def groups_of(
    scales: Iterable[ScaleDefinition], hidden: frozenset[InfoClass], has_permission: bool
) -> tuple[Group, ...]:
    """In the order of the tab. A form about nothing but what is hidden is not there; nor are totals that need a
    permission without one; nor measurements, which are about health, where health is not written down."""
    offered = [one for one in scales if not one.classes <= hidden and not _needs(one, has_permission)]
    groups = []
    session = tuple(one for one in offered if one.use is ScaleUse.SESSION)
    if session:
        groups.append(Group(SESSION, session))
    own = [one for one in offered if one.use is ScaleUse.SELF]
    at_work = tuple(one for one in offered if one.use in _AT_WORK)
    groups += [Group(one.code, (one,)) for one in own[:1]]
    if at_work:
        groups.append(Group(WORKPLACE, tuple(sorted(at_work, key=_voice))))
    groups += [Group(one.code, (one,)) for one in own[1:]]
    if InfoClass.HEALTH not in hidden:
        groups.append(Group(OTHER))
    return tuple(groups)


def kept_away(scales: Iterable[ScaleDefinition], hidden: frozenset[InfoClass]) -> bool:
    """Whether something is not asked about here, so that it has to be said why."""
    return any(one.classes & hidden for one in scales)


def _needs(scale: ScaleDefinition, has_permission: bool) -> bool:
    return scale.kind is ScaleKind.EXTERNAL_TOTAL and not has_permission


def _voice(scale: ScaleDefinition) -> tuple[bool, bool]:
    """The mentee's own form first, then the supervisor's of the same, then the one of the introduction."""
    return scale.use is ScaleUse.INTRO_WEEKS, scale.respondent is not Respondent.MENTEE
