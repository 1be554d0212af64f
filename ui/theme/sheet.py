"""The style sheet of our own windows and dialogs, filled from the tokens; never set on the application."""

from string import Template

from PySide6.QtGui import QFont, QFontMetrics

from resources import path_of

from .families import mix
from .tokens import DISABLED, Tokens, is_high_contrast, palette_name


def filled_sheet(tokens: Tokens, body: QFont, small: QFont, section: QFont) -> str:
    """The text for `QWidget.setStyleSheet`."""
    values = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    values["border"] = "2px" if is_high_contrast(tokens) else "1px"
    values["pale"] = mix(tokens.ink2, tokens.surface, DISABLED).name()
    values["body"] = f"{body.pixelSize()}px"
    values["section"] = f"{section.pixelSize()}px"
    # Qt draws square corners when a radius is more than half of the height, so this is the least height of a field.
    values["pill"] = f"{(QFontMetrics(body).height() + 14) // 2}px"
    values["small"] = f"{small.pixelSize()}px"
    values["down"] = path_of("theme", f"down-{palette_name(tokens)}.svg").as_posix()
    return Template(path_of("theme", "window.qss").read_text(encoding="utf-8")).substitute(values)
