"""The head of a form: its name, what to do, the day, and how it was filled in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.scale_marks import FilledHow
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from ..date_field import DateField
from ..text import Text

_DAY = 136


class EntryHead(QWidget):
    """Signals `edited`, `day_changed`, `how_changed`."""

    edited = Signal()
    day_changed = Signal(object)
    how_changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock, definition: ScaleDefinition) -> None:
        super().__init__()
        self._theme = theme
        self.title = Text(theme, form_title(texts, definition), Role.SECTION, wrap=True)
        self.hint = Text(theme, form_hint(texts, definition), Role.SMALL, tone="ink2", wrap=True)
        self.day = DateField(theme, texts, clock, "", clock.today(), lean=Lean.BACK, optional=False)
        self.day.line.setAccessibleName(texts("scales.day"))
        self.day.set_limits(None, clock.today())
        self.how = QComboBox()
        self.how.setAccessibleName(texts("scales.how"))
        self.how.view().setAccessibleName(texts("scales.how"))
        for how in FilledHow:
            self.how.addItem(texts(f"codes.filled_how_{how.value}"), how)
        self.how.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        words.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(10)
        self._line.addLayout(words, 1)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        for field in (self.day, self.how):
            fields.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addStretch(1)
        self._line.addLayout(fields)
        self.day.edited.connect(self.edited)
        self.day.day_changed.connect(self.day_changed)
        self.how.currentIndexChanged.connect(self._on_how)
        theme.changed.connect(self._fit)
        self._fit()

    def chosen(self) -> FilledHow:
        return FilledHow(self.how.currentData())

    def choose(self, how: FilledHow) -> None:
        self.how.setCurrentIndex(list(FilledHow).index(how))

    def set_folded(self, folded: bool) -> None:
        """In a narrow place the fields stand below the words."""
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def _on_how(self) -> None:
        self.how_changed.emit()
        self.edited.emit()

    def _fit(self) -> None:
        self.day.setFixedWidth(self._theme.px(_DAY))


def form_title(texts: Texts, definition: ScaleDefinition) -> str:
    title = definition.title(texts.language)
    return texts("scales.own_paper", title=title) if definition.is_external else title


def form_hint(texts: Texts, definition: ScaleDefinition) -> str:
    """How this kind of form is filled in."""
    return texts(f"scales.hint_{definition.kind.value}", lowest=definition.lowest, highest=definition.highest)
