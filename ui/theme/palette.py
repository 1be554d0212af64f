"""The palette of Qt made from our tokens, so that what Qt draws by itself (menus, scroll bars) fits in."""

from PySide6.QtGui import QColor, QPalette

from .families import mix
from .tokens import DISABLED, Tokens

_R = QPalette.ColorRole
_ROLES = {
    _R.Window: "canvas",
    _R.WindowText: "ink",
    _R.Text: "ink",
    _R.ButtonText: "ink",
    _R.Base: "surface",
    _R.Button: "surface",
    _R.AlternateBase: "sunk",
    _R.Midlight: "sunk",
    _R.PlaceholderText: "ink2",
    _R.Mid: "edge",
    _R.Dark: "edge",
    _R.Shadow: "line",
    _R.Highlight: "primary",
    _R.HighlightedText: "onprimary",
    _R.Accent: "primary",
    _R.Link: "primary",
    _R.LinkVisited: "heather",
    _R.ToolTipBase: "ink",
    _R.ToolTipText: "surface",
    _R.Light: "surface",
    _R.BrightText: "no",
}


def palette_of(tokens: Tokens) -> QPalette:
    """A whole palette; a disabled control keeps its ground and gets paler text."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    pale = mix(tokens.ink2, tokens.surface, DISABLED)
    for role in (_R.WindowText, _R.Text, _R.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, pale)
    return palette
