"""A form in one line: for whom, how many questions, which version, whose it is, and whether it has been filled in."""

from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts


def facts_of(texts: Texts, one: ScaleDefinition, *, used: bool) -> str:
    facts = [texts(f"codes.respondent_{one.respondent.value}")]
    if one.is_external:
        facts.append(texts(f"codes.scale_kind_{one.kind.value}"))
    else:
        facts.append(texts("forms.count", count=len(one.items)))
    facts.append(texts("forms.version", number=one.version))
    facts.append(texts("forms.shipped" if one.shipped else "forms.own"))
    facts.append(texts("forms.used" if used else "forms.unused"))
    return " · ".join(facts)
