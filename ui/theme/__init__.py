"""How the program looks: four palettes, eight sizes of type, one style sheet and the icons.

`Theme(app, choice, text_percent)` is built once and handed to every widget. It has `tokens`, `font(role)`,
`colour(token)`, `px(n)`, `dress(window)` and the signal `changed`.
"""

from .families import Family, Shades, mix, shades
from .fonts import Role, load_scripts
from .icons import icon, icon_pixmap, paint_icon
from .palette import palette_of
from .theme import TEXT_SIZES, Theme
from .tokens import (
    DARK,
    DISABLED,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PASSED,
    VEIL,
    ThemeChoice,
    Tokens,
    is_dark,
    is_high_contrast,
    tokens_for,
)

__all__ = [
    "DARK",
    "DISABLED",
    "HIGH_CONTRAST_DARK",
    "HIGH_CONTRAST_LIGHT",
    "LIGHT",
    "PASSED",
    "TEXT_SIZES",
    "VEIL",
    "Family",
    "Role",
    "Shades",
    "Theme",
    "ThemeChoice",
    "Tokens",
    "icon",
    "icon_pixmap",
    "is_dark",
    "is_high_contrast",
    "load_scripts",
    "mix",
    "paint_icon",
    "palette_of",
    "shades",
    "tokens_for",
]
