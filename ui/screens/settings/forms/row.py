"""A form in the list: what it is, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.row import Row


class ScaleRow(Row):
    """`first` is the act that stands out, `print` the blank form where there is one, and `more` the rest."""

    enter_opens = False  # it has several acts, and Enter does the one it stands on

    def __init__(
        self, theme: Theme, texts: Texts, scale: ScaleDefinition, facts: str, acts: Sequence[Act], *, printable: bool
    ) -> None:
        self.scale = scale
        name = scale.title(texts.language)
        (words, do), *rest = acts
        self.first = Button(theme, words, size=Size.ROW, name=f"{words}: {name}")
        self.first.clicked.connect(lambda: do())
        self.print = Button(
            theme, "", "print", kind=Kind.QUIET, size=Size.ROW, name=texts("forms.print_named", name=name)
        )
        self.more = MoreButton(theme, texts("forms.more_named", name=name), lambda: rest)
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for button in (self.first, self.print, self.more):
            line.addWidget(button)
        self.print.setVisible(printable)
        buttons.setFocusProxy(self.first)
        super().__init__(theme, name, facts, action=buttons)
        self.opened.connect(lambda: do())
