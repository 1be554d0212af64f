"""Text into lines: by width, by letters, and on easy-read pages where a phrase ends.

A plan has some hundred short texts, and a Paragraph for each would double the time. These lines are split beforehand
and drawn as they are. Nothing is hyphenated; a word wider than the column is cut where the column ends.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from . import fonts
from .markup import Run, clean, is_plain, runs
from .styles import Style

Line = tuple[Run, ...]
ELLIPSIS = "\u2026"
NO_LIMIT = 10_000

# Where a reader breathes, in both languages of the program: before these words a line may end.
_JOINING = frozenset(
    ("och", "eller", "men", "så", "att", "som", "när", "om", "för", "innan", "medan", "eftersom", "därför",
     "and", "or", "but", "so", "that", "which", "who", "when", "if", "because", "before", "while")
)  # fmt: skip
_POINTING = frozenset(
    ("i", "på", "med", "till", "från", "av", "hos", "utan", "under", "vid", "efter", "hem",
     "in", "on", "with", "to", "from", "of", "at", "without", "by", "after", "into")
)  # fmt: skip
_CLAUSE, _PHRASE = 60, 30
_SHORTEST = 0.35


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    bold: bool
    width: float


def wrapped(
    spans: tuple[Span, ...], style: Style, width: float, *, chars: int = NO_LIMIT, phrases: bool = False
) -> list[Line]:
    """The lines of a text, at most `width` points and `chars` letters long; none for a text without letters."""
    lines: list[Line] = []
    for row in _rows(spans):
        words = [piece for span in row for piece in _words(span, style, width, chars)]
        for sentence in _sentences(words) if phrases else (words,):
            lines += [_line(sentence[first:end]) for first, end in _breaks(sentence, style, width, chars, phrases)]
    return lines


def text_lines(text: str, style: Style, width: float, *, chars: int = NO_LIMIT, phrases: bool = False) -> list[Line]:
    """The lines of a text in the weight of its style."""
    return wrapped((Span(text, style.bold),), style, width, chars=chars, phrases=phrases)


def one_line(text: str, style: Style, width: float) -> Line:
    """The text on one line, its end left out when there is no room for it."""
    line = clean(text).replace("\n", " ")
    if measure(line, style.bold, style.size) > width:
        room = width - measure(ELLIPSIS, style.bold, style.size)
        line = _fitting(line, style.bold, style.size, room, NO_LIMIT) + ELLIPSIS
    return runs(line, style.bold) if line else ()


def beginning(text: str, letters: int) -> str:
    """The beginning of a text, for where it is said again."""
    text = clean(text).replace("\n", " ")
    return text if len(text) <= letters else text[: letters - 1].rstrip() + ELLIPSIS


def line_width(line: Line, size: float) -> float:
    return sum(fonts.width(run.text, run.font, size) for run in line)


def measure(line: str, bold: bool, size: float) -> float:
    """How wide a cleaned line is when it is drawn."""
    if is_plain(line, bold):
        return fonts.width(line, fonts.use(bold), size)
    return line_width(runs(line, bold), size)


def _rows(spans: tuple[Span, ...]) -> list[list[Span]]:
    """The spans row by row, where a text itself has line ends."""
    rows: list[list[Span]] = [[]]
    for span in spans:
        for number, part in enumerate(clean(span.text).split("\n")):
            if number:
                rows.append([])
            if part:
                rows[-1].append(Span(part, span.bold))
    return [row for row in rows if row]


def _words(span: Span, style: Style, width: float, chars: int) -> list[_Word]:
    words: list[_Word] = []
    for text in span.text.split(" "):
        advance = measure(text, span.bold, style.size)
        while text and (advance > width or len(text) > chars):
            head = _fitting(text, span.bold, style.size, width, chars)
            words.append(_Word(head, span.bold, measure(head, span.bold, style.size)))
            text = text[len(head) :]
            advance = measure(text, span.bold, style.size)
        if text:
            words.append(_Word(text, span.bold, advance))
    return words


def _fitting(text: str, bold: bool, size: float, width: float, chars: int) -> str:
    """The longest beginning that has room, at least one letter with its marks."""
    low, high = 1, min(len(text), chars)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle], bold, size) <= width else (low, middle - 1)
    while low < len(text) and unicodedata.combining(text[low]):
        low += 1
    return text[:low]


def _breaks(words: list[_Word], style: Style, width: float, chars: int, phrases: bool) -> list[tuple[int, int]]:
    """First and last-but-one word of every line."""
    spaces = {bold: measure(" ", bold, style.size) for bold in (False, True)}
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(words):
        advance, letters, end = words[first].width, len(words[first].text), first + 1
        while end < len(words):
            word = words[end]
            advance += spaces[words[end - 1].bold and word.bold] + word.width
            letters += 1 + len(word.text)
            if advance > width or letters > chars:
                break
            end += 1
        if phrases:
            end = _phrase_end(words, first, end, chars)
        found.append((first, end))
        first = end
    return found


def _phrase_end(words: list[_Word], first: int, furthest: int, chars: int) -> int:
    """The best place to end a line that begins with `first` and has room up to `furthest`."""
    if furthest == len(words):
        return furthest
    longest = min(chars, sum(len(word.text) + 1 for word in words[first:furthest]))
    best, best_worth = furthest, float("-inf")
    letters = -1
    for end in range(first + 1, furthest + 1):
        letters += 1 + len(words[end - 1].text)
        if letters < longest * _SHORTEST and end < furthest:
            continue
        worth = _worth(words[end - 1].text, words[end].text) + 40 * letters / longest
        if end == len(words) - 1:
            worth -= 50  # One word alone on the last line.
        if worth >= best_worth:
            best, best_worth = end, worth
    return best


def _worth(before: str, after: str) -> int:
    """How good it is to end a line between two words."""
    if before.lower() in _JOINING or before.lower() in _POINTING:
        return 0
    if before[-1] in ",;:.!?":
        return _CLAUSE
    if after.lower() in _JOINING:
        return _CLAUSE
    return _PHRASE if after.lower() in _POINTING else 0


def _sentences(words: list[_Word]) -> list[list[_Word]]:
    """On easy-read pages every sentence begins a line."""
    sentences: list[list[_Word]] = [words[:1]]
    for before, word in pairwise(words):
        if _ends_sentence(before.text, word.text):
            sentences.append([])
        sentences[-1].append(word)
    return sentences


def _ends_sentence(before: str, after: str) -> bool:
    # Three letters keep "kl. 10" and "dr. Sara" together.
    return before[-1] in ".!?" and len(before) > 3 and "." not in before[:-1] and after[0].isupper()


def _line(words: list[_Word]) -> Line:
    """The words as runs in drawing order; the space between two weights is the light one's."""
    if len({word.bold for word in words}) == 1:
        return runs(" ".join(word.text for word in words), words[0].bold)
    made: list[Run] = []
    start = 0
    for end in range(1, len(words) + 1):
        if end < len(words) and words[end].bold == words[start].bold:
            continue
        text = " ".join(word.text for word in words[start:end])
        bold = words[start].bold
        if start and not bold:
            text = " " + text
        if end < len(words) and bold is False:
            text += " "
        made += runs(text, bold)
        start = end
    return tuple(made)
