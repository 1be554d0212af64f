"""A line of the print log in words."""

from datetime import date

from mentorapp.domain.prints import PrintState
from mentorapp.domain.sharing import Audience
from mentorapp.domain.stale_papers import Stale, StaleWhy
from mentorapp.language.dates import day_said
from mentorapp.language.texts import Texts
from mentorapp.store.stale_prints import LoggedPrint
from ui.widgets.class_chip import class_label

from ..words import DOT


def print_title(texts: Texts, one: LoggedPrint) -> str:
    """Min plan · 2026-0031."""
    key = f"print_log.template_{one.record.template}"
    name = texts(key) if texts.has(key) else texts("print_log.template_other")
    return DOT.join((name, one.record.number))


def print_facts(texts: Texts, one: LoggedPrint, today: date) -> str:
    """To whom, when, what is on it; and what became of it."""
    record = one.record
    whom = record.recipient
    if record.audience is Audience.MENTEE:
        own = f"print_log.to_{record.template}"
        whom = texts(own if texts.has(own) else "print_log.to_mentee")
    if not whom:
        whom = texts("print_log.to_nobody")
    facts = DOT.join((texts("print_log.to", name=whom), day_said(texts, record.printed_on, today)))
    held = ", ".join(class_label(texts, each) for each in record.classes)
    lines = [facts, texts("print_log.holds", what=held) if held else "", _state(texts, one, today)]
    return "\n".join(line for line in lines if line)


def _state(texts: Texts, one: LoggedPrint, today: date) -> str:
    if one.stale is not None:
        return stale_words(texts, one.stale)
    on = one.record.destroyed_on or one.record.delivered_on
    if one.state is PrintState.PRINTED or on is None:
        return texts("print_log.state_printed")
    return texts(f"print_log.state_{one.state.value}", day=day_said(texts, on, today))


def stale_words(texts: Texts, stale: Stale) -> str:
    if stale.why is not StaleWhy.CONSENT:
        return texts(f"print_log.stale_{stale.why.value}")
    return texts("print_log.stale_consent", what=", ".join(class_label(texts, one) for one in stale.classes))
