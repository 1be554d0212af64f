"""Arabic and Hebrew on a page: letters joined, a line in the order the eye reads it.

ReportLab draws letters from left to right as they come. Here Arabic letters get their joined forms (from Unicode's
own table of presentation forms, which the bundled font has), and the parts of one line are put in visual order by the
core of the Unicode bidirectional rules: without embeddings, whose marks `markup.clean` has removed.
"""

import unicodedata
from functools import cache

ISOLATED, FINAL, INITIAL, MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
_LAM = "\u0644"
_ZERO_WIDTH_NON_JOINER = "\u200c"
_TATWEEL = "\u0640"
_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "D", "AN": "D", "NSM": "M"}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def has_rightward(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def visual(line: str) -> list[str]:
    """One line as pieces from left to right, each with its letters in the order of drawing."""
    levels = _levels(line)
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        order = _reversed_at(order, levels, level)
    pieces: list[str] = []
    last = -1
    for index in order:
        letter = line[index].translate(_MIRRORED) if levels[index] % 2 else line[index]
        if pieces and levels[index] % 2 == last:
            pieces[-1] += letter
        else:
            pieces.append(letter)
            last = levels[index] % 2
    return pieces


def _levels(line: str) -> list[int]:
    """The embedding level of every letter: odd runs from right to left."""
    kinds = _numbers_whole([_kind(letter) for letter in line], line)
    base = 1 if next((kind for kind in kinds if kind in "LR"), "L") == "R" else 0
    around = "R" if base else "L"
    # Brackets belong to the line, not to what stands beside them.
    kinds = [around if kind == "B" else kind for kind in kinds]
    after = around
    afters = []
    for kind in reversed(kinds):
        afters.append(after)
        # A number counts as right-to-left to what stands before it, as the rules have it.
        after = {"L": "L", "R": "R", "D": "R"}.get(kind, after)
    afters.reverse()
    levels: list[int] = []
    before = around
    for index, kind in enumerate(kinds):
        if kind == "M":
            levels.append(levels[-1] if levels else base)
            continue
        if kind in "LR":
            before = kind
        side = kind if kind in "LRD" else before if before == afters[index] else around
        if side == "D":
            side = "L" if before == "L" else "D"
        levels.append({"R": 1, "L": base * 2, "D": 2}[side])
    return levels


def _numbers_whole(kinds: list[str], line: str) -> list[str]:
    """One sign between two digits, as in 30/11 and 10:00, belongs to the number."""
    inner = range(1, len(line) - 1)
    whole = {
        at for at in inner if unicodedata.bidirectional(line[at]) == "CS" and kinds[at - 1] == kinds[at + 1] == "D"
    }
    return ["D" if at in whole else kind for at, kind in enumerate(kinds)]


def _kind(letter: str) -> str:
    """L and R for letters, D for digits, B for brackets, M for marks, N for what takes the side of its neighbours."""
    direction = unicodedata.bidirectional(letter)
    if direction in _KINDS:
        return _KINDS[direction]
    return "B" if unicodedata.category(letter) in ("Ps", "Pe") else "N"


def _reversed_at(order: list[int], levels: list[int], level: int) -> list[int]:
    """Every stretch of at least that level turned round."""
    turned: list[int] = []
    stretch: list[int] = []
    for index in order:
        if levels[index] >= level:
            stretch.insert(0, index)
        else:
            turned += [*stretch, index]
            stretch = []
    return turned + stretch


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam with alef) to its joined forms."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        shape, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if shape in (ISOLATED, FINAL, INITIAL, MEDIAL):
            text = "".join(chr(int(letter, 16)) for letter in letters.split())
            if len(text) == 1 or text.startswith(_LAM):
                forms.setdefault(text, {})[shape] = chr(code)
    return forms


def joined(text: str) -> str:
    """The text, in reading order, with Arabic letters in the form that their neighbours ask for."""
    forms = _forms()
    letters = _with_ligatures(text)
    shaped: list[str] = []
    for index, letter in enumerate(letters):
        form = forms.get(letter)
        if form is None:
            shaped.append(letter)
            continue
        before = _next_joining(letters, index, -1)
        after = _next_joining(letters, index, 1)
        to_before = FINAL in form and _joins_onward(before)
        to_after = INITIAL in form and (after == _TATWEEL or FINAL in forms.get(after, {}))
        shape = (MEDIAL if to_after else FINAL) if to_before else (INITIAL if to_after else ISOLATED)
        shaped.append(form.get(shape) or form.get(ISOLATED) or letter)
    return "".join(shaped).replace(_ZERO_WIDTH_NON_JOINER, "")


def unjoined(text: str) -> set[str]:
    """Arabic letters that have no joined forms here (of Pashto and Kurdish): they would stand apart in their word."""
    return {
        letter
        for letter in text
        if unicodedata.bidirectional(letter) == "AL"
        and unicodedata.category(letter) == "Lo"
        and letter not in _forms()
        and letter < "\ufb50"
    }


def _joins_onward(letter: str) -> bool:
    return letter == _TATWEEL or INITIAL in _forms().get(letter, {})


def _with_ligatures(text: str) -> list[str]:
    """The letters, lam and alef as one."""
    letters: list[str] = []
    for letter in text:
        if letters and letters[-1] == _LAM and _LAM + letter in _forms():
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters


def _next_joining(letters: list[str], index: int, step: int) -> str:
    """The neighbour that a letter can join: vowel marks do not come between."""
    index += step
    while 0 <= index < len(letters):
        if unicodedata.category(letters[index][0]) != "Mn":
            return letters[index]
        index += step
    return ""
