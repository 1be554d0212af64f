"""The look of the whole program in one object, handed to every widget: colours, type, and word of their change."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from .fonts import SIZES, Role, font_of, load_fonts
from .palette import palette_of
from .sheet import filled_sheet
from .tokens import ThemeChoice, Tokens, is_dark, is_high_contrast, tokens_for

_STYLE = "fusion"
TEXT_SIZES = (90, 100, 125, 150, 175, 200)


class Theme(QObject):
    """`changed` is emitted after the application has its new palette and font; painters then ask for theirs anew."""

    changed = Signal()
    # Before `changed`: a style sheet that is set anew gives labels the palette back that they had before.
    _sheet_changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._percent = text_percent
        # Painters ask for these at every row of every frame.
        self._fonts: dict[tuple[Role, bool | None], QFont] = {}
        self._metrics: dict[tuple[Role, bool | None], QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}
        self.drawn: dict[tuple[object, ...], QPixmap] = {}
        if app.style().objectName() != _STYLE:  # set once more it would dress every widget there is anew
            app.setStyle(_STYLE)
        load_fonts()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    tokens: Tokens
    # Text size times the resolution of the screen; a screen below 96 dpi counts as 96.
    scale: float

    # What `ui.widgets.stamp` has painted once; forgotten with the look, and when the store is locked.
    drawn: dict[tuple[object, ...], QPixmap]

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def text_percent(self) -> int:
        return self._percent

    @property
    def dark(self) -> bool:
        return is_dark(self.tokens)

    @property
    def high_contrast(self) -> bool:
        return is_high_contrast(self.tokens)

    @property
    def border(self) -> int:
        """Width in pixels of the border of cards and controls."""
        return 2 if self.high_contrast else 1

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name."""
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self.tokens, token))
        return self._colours[token]

    def font(self, role: Role, bold: bool | None = None) -> QFont:
        """The font of a role at the user's text size; `bold` overrides the weight of the role."""
        key = (role, bold)
        if key not in self._fonts:
            self._fonts[key] = font_of(role, self.scale, bold)
        return QFont(self._fonts[key])

    def metrics(self, role: Role, bold: bool | None = None) -> QFontMetrics:
        key = (role, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(role, bold))
        return self._metrics[key]

    def line(self, role: Role) -> int:
        """The height of one line of running text in a role, in pixels."""
        return round(SIZES[role][1] * self.scale)

    def px(self, pixels: float) -> int:
        """A measure of the design that belongs to text (icons, tiles, boxes), at the user's text size."""
        return round(pixels * self.scale)

    def choose(self, choice: ThemeChoice) -> None:
        if choice is not self._choice:
            self._choice = choice
            self._apply()

    def set_text_percent(self, percent: int) -> None:
        """One of `TEXT_SIZES`; anything else is taken as the nearest of them."""
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - percent))
        if nearest != self._percent:
            self._percent = nearest
            self._apply()

    def dress(self, window: QWidget) -> None:
        """Sets the style sheet on one of our windows or dialogs, and keeps it up to date."""
        _Dresser(self, window)

    def sheet(self) -> str:
        return filled_sheet(self.tokens, self.font(Role.BODY), self.font(Role.SMALL), self.font(Role.SECTION))

    def _apply(self) -> None:
        hints = self._app.styleHints()
        if self._choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            dark = self._choice is ThemeChoice.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        else:
            hints.unsetColorScheme()
        self.use(tokens_for(self._choice, hints.colorScheme() == Qt.ColorScheme.Dark))

    def use(self, tokens: Tokens) -> None:
        """These tokens until the next choice; what `choose` does after it has found them."""
        self.tokens = tokens
        screen = self._app.primaryScreen()
        dots = max(96.0, screen.logicalDotsPerInch()) if screen else 96.0
        self.scale = self._percent / 100 * dots / 96
        for kept in (self._fonts, self._metrics, self._colours, self.drawn):
            kept.clear()
        palette = palette_of(tokens)
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        self._app.setFont(self.font(Role.BODY))
        self._sheet_changed.emit()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._choice in (ThemeChoice.SYSTEM, ThemeChoice.HIGH_CONTRAST):
            self._apply()


class _Dresser(QObject):
    """Lives and dies with the window it dresses."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        theme._sheet_changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self._window.setStyleSheet(self._theme.sheet())
