"""A piece of a sheet in words: what it says, and when; pieces that count or curve say what they hold."""

from dataclasses import fields
from datetime import date

from mentorapp.domain.sharing import Block
from mentorapp.language.dates import day_said
from mentorapp.language.texts import Texts

from .words import kind_words, said_by

_DAYS = ("done_on", "on", "due", "by", "since", "decided_on")


def piece_words(texts: Texts, block: Block, today: date) -> tuple[str, str]:
    """The words, and below them the day where there is one."""
    said = said_by(block) or kind_words(texts, block.item.partition(":")[0], block.info_class)
    days = (getattr(block, name, None) for name in _DAYS)
    on = next((one for one in days if isinstance(one, date)), None)
    second = [getattr(block, "who", "") or "", day_said(texts, on, today) if on else "", _count(texts, block)]
    return said, " · ".join(part for part in second if isinstance(part, str) and part)


def _count(texts: Texts, block: Block) -> str:
    """Of what holds others: how many."""
    inner = [getattr(block, one.name) for one in fields(block)]
    many = next((len(one) for one in inner if isinstance(one, tuple) and one), 0)
    return texts("wizard.rows", count=many) if many > 1 else ""
