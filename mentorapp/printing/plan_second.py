"""What only a plan in two languages has: the meeting said once more, labels above each other, what the words mean."""

from collections.abc import Sequence
from dataclasses import replace

from mentorapp.domain.plan_sheet import NextMeetingBlock, PlanFactsBlock, PlanSheet
from mentorapp.domain.sheet_parts import MentorBlock
from mentorapp.language import Texts

from .flow import Strip
from .lines import text_lines
from .passages import side_by_side, text_strips
from .plan_words import Words
from .styles import LEFT, ORDINARY, WIDTH, Style
from .tagging import Element
from .two_languages import both, second_strips, second_style, spoken

_FACTS = ("valid_from", "review_on", "made_with", "agreed", "my_part")
_HALF = WIDTH / 2 - 10


def meeting_again(
    root: Element, meeting: NextMeetingBlock, words: Words, style: Style, *, x: float, width: float
) -> list[Strip]:
    """When and how the next meeting is, in the mentee's language; its place is a name and is said once."""
    second = words.texts.second
    if second is None:
        return []
    when = f"{second(words.meeting_key(meeting))}: {second.day(meeting.on, meeting.at)}."
    how = (second(key) for key in words.meeting_keys(meeting))
    return spoken(second, " ".join((when, *how)), second_style(style), root.add("P"), x=x, width=width)


def call_again(
    root: Element, mentor: MentorBlock, words: Words, style: Style, *, x: float, width: float
) -> list[Strip]:
    if words.texts.second is None:
        return []
    name = mentor.name.split(" ", 1)[0]
    key = "call" if name else "call_mentor"
    return second_strips(words.texts, key, style, root.add("P"), x=x, width=width, name=name)


def signers(sheet: PlanSheet, texts: Texts) -> list[tuple[str, str]]:
    second = texts.second
    mentee, mentor = (
        f"{texts(f'print.{key}')} · {second(key)}" if second else texts(f"print.{key}")
        for key in ("role_mentee", "role_mentor")
    )
    found = [(sheet.person.full_name if sheet.person else "", mentee)]
    if sheet.mentor:
        title = sheet.mentor.title
        as_what = f"{title} · {second('role_mentor')}" if title and second else title or mentor
        found.append((sheet.mentor.name, as_what))
    return found


def fact_labels(root: Element, facts: PlanFactsBlock, said: Sequence[tuple[str, str]], texts: Texts) -> list[Strip]:
    """The facts about a plan: both labels, and the value below; short ones stand two beside each other."""
    labels = {texts(f"print.{key}"): key for key in _FACTS}
    items = root.add("L")
    strips: list[Strip] = []
    waiting: list[Strip] | None = None
    for label, value in said:
        x = LEFT if waiting is None else LEFT + WIDTH / 2
        agreed = facts.agreed if labels[label] == "agreed" else ""
        made = _fact(items, labels[label], value, texts, agreed=agreed, x=x)
        if waiting is not None and _is_short(value):
            strips.append(side_by_side([waiting, made]))
            waiting = None
        elif waiting is not None:
            strips += [side_by_side([waiting]), *_fact(items, labels[label], value, texts, agreed=agreed, x=LEFT)]
            waiting = None
        elif _is_short(value) and label != said[-1][0]:
            waiting = made
        else:
            strips += made
    return strips


def _is_short(value: str) -> bool:
    return len(text_lines(value, ORDINARY.body, _HALF)) <= 1


def _fact(items: Element, key: str, value: str, texts: Texts, *, agreed: str, x: float) -> list[Strip]:
    item = items.add("LI")
    width = LEFT + WIDTH - x
    strips = both(texts, key, replace(ORDINARY.second, leading=12.5), item.add("Lbl"), x=x, width=width, keep=True)
    body = item.add("LBody")
    if agreed:
        return [*strips, *both(texts, f"agreed_{agreed}", ORDINARY.body, body, x=x, width=width)]
    return [*strips, *text_strips(value, ORDINARY.body, body, x=x, width=width, chars=ORDINARY.chars)]


def legend(root: Element, texts: Texts, style: Style, *, x: float) -> list[Strip]:
    """What the words beside the steps mean: they are on every line, and are said in both languages once."""
    if texts.second is None:
        return []
    element = root.add("P")
    keys = ("column_done", "column_by")
    return [
        side_by_side([both(texts, key, style, element, x=x + n * _HALF, width=_HALF) for n, key in enumerate(keys)])
    ]
