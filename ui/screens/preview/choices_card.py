"""Which print it is to be, how it is to be read - easy-read or ordinary - and in which languages."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.exchange.orders import ABOUT_A_PERSON, KINDS, TO_OTHERS
from mentorapp.language.second import SECOND_LANGUAGES
from mentorapp.language.texts import LANGUAGES, Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.picker import Picker
from ui.widgets.text import Text

EASY, ORDINARY = "easy", "ordinary"
_USES = {
    "now": ("P01", "P06", "P18", "P19", "P20", "P26"),
    "end": ("P16", "P27"),
    "rights": ("P10",),
    "others": TO_OTHERS,
    "supervision": ("P24",),
    "register": ("P13",),
}
"""Papers by use: for the mentee on the way, at the end, what everybody has a right to; those for others, and the
mentor's own."""
NONE = "none"


class ChoicesCard(Card):
    """Signal `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("preview.how"))
        groups = [
            (texts(f"preview.papers_{use}"), [Choice(code, texts(f"preview.template_{code}")) for code in codes])
            for use, codes in _grouped()
        ]
        self.template = Picker(theme, texts("preview.template"), groups, ABOUT_A_PERSON[0])
        readings = (Choice(EASY, texts("preview.easy")), Choice(ORDINARY, texts("preview.ordinary")))
        self.reading = ChoiceChips(theme, texts("preview.reading"), readings, ticked=True)
        languages = [Choice(one, texts(f"preview.language_{one}")) for one in LANGUAGES]
        self.language = ChoiceChips(theme, texts("preview.language"), languages, texts.language, ticked=True)
        seconds = [Choice(one, texts(f"preview.language_{one}")) for one in (NONE, *SECOND_LANGUAGES)]
        self.second = ChoiceChips(theme, texts("preview.second"), seconds, ticked=True)
        self._second_title = Text(theme, texts("preview.second"), Role.SMALL, bold=True)
        self.add(self.template, below=12)
        self.add(self.reading, below=10)
        self.add(Text(theme, texts("preview.language"), Role.SMALL, bold=True), below=5)
        self.template.chosen.connect(lambda _key: self.changed.emit())
        self.add(self.language, below=10)
        self.add(self._second_title, below=5)
        self.add(self.second, below=14)
        for chips in (self.reading, self.language, self.second):
            chips.chosen.connect(lambda _key: self.changed.emit())

    @property
    def easy(self) -> bool | None:
        """None until something is chosen: then the mentee's own need decides."""
        chosen = self.reading.current()
        return None if not chosen else chosen == EASY

    @property
    def second_language(self) -> str | None:
        """The language beside the first: None until something is chosen, empty is none."""
        chosen = self.second.current()
        return None if not chosen else "" if chosen == NONE else chosen

    def show_second(self, code: str | None) -> None:
        self.second.choose("" if code is None else code or NONE)

    def show_template(self, code: str) -> None:
        """A certificate is about one activity: then there is nothing else to choose."""
        self.template.setVisible(code in ABOUT_A_PERSON + TO_OTHERS)
        blocker = QSignalBlocker(self.template)
        self.template.choose(code)
        blocker.unblock()
        self.reading.setVisible(KINDS[code].has_easy)
        self.second.setVisible(KINDS[code].has_second)
        self._second_title.setVisible(KINDS[code].has_second)

    def show_easy(self, easy: bool | None) -> None:
        self.reading.choose("" if easy is None else EASY if easy else ORDINARY)

    def first_field(self) -> QWidget:
        return self.reading.pill(self.reading.current() or EASY)


def _grouped() -> list[tuple[str, list[str]]]:
    """Every paper about a person once; one that has no use of its own is among those on the way."""
    placed = {code for codes in _USES.values() for code in codes}
    more = [code for code in ABOUT_A_PERSON if code not in placed]
    groups = {use: [code for code in codes if code in ABOUT_A_PERSON + TO_OTHERS] for use, codes in _USES.items()}
    groups["now"] += more
    return list(groups.items())
