"""The palettes are measured, the fonts are ours, and nothing but the theme holds a colour."""

import re
from dataclasses import fields
from math import floor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources import path_of
from ui.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PASSED,
    Role,
    Theme,
    ThemeChoice,
    Tokens,
    icon,
    icon_pixmap,
    load_scripts,
    mix,
    palette_of,
    tokens_for,
)
from ui.theme.tokens import palette_name

PALETTES = (LIGHT, DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT)
ROOT = Path(__file__).resolve().parents[2]

# Upper, ground, needed, and the measured contrast (never rounded up) in light, dark, high contrast dark and light.
CONTRASTS = """
ink canvas 4.5 12.1 14.2 21.0 21.0
ink surface 4.5 13.4 12.5 21.0 21.0
ink sunk 4.5 11.4 10.8 17.4 18.4
ink rail 4.5 10.8 15.2 21.0 21.0
ink2 canvas 4.5 5.8 9.0 21.0 21.0
ink2 surface 4.5 6.4 7.9 21.0 21.0
ink2 sunk 4.5 5.4 6.9 17.4 18.4
ink2 rail 4.5 5.1 9.6 21.0 21.0
primary surface 4.5 7.2 8.0 16.5 11.6
primary canvas 4.5 6.5 9.1 16.5 11.6
primary rail 4.5 5.8 9.7 16.5 11.6
primary soft 4.5 5.9 5.9 10.5 11.6
ink soft 4.5 11.0 9.2 13.4 21.0
ink2 soft 4.5 5.3 5.8 13.4 21.0
ink ambersoft 4.5 11.7 10.0 21.0 21.0
ink bluesoft 4.5 11.3 10.1 21.0 21.0
onprimary primary 4.5 7.3 9.4 16.5 11.6
onprimary primary2 4.5 9.9 11.6 18.5 15.2
rust surface 4.5 5.6 7.6 11.9 9.4
rust rustsoft 4.5 4.7 6.1 11.9 9.4
ok surface 4.5 6.5 8.7 16.6 11.1
ok oksoft 4.5 5.5 7.2 16.6 11.1
amber surface 4.5 6.9 9.3 14.5 10.5
amber ambersoft 4.5 6.0 7.5 14.5 10.5
no surface 4.5 7.4 8.0 10.6 11.4
no nosoft 4.5 6.1 6.7 10.6 11.4
blue surface 4.5 7.3 8.6 12.6 11.6
blue bluesoft 4.5 6.1 6.9 12.6 11.6
heather surface 4.5 7.1 8.3 13.3 12.6
heather heathersoft 4.5 5.9 7.0 13.3 12.6
clay surface 4.5 7.2 8.2 14.2 12.9
clay claysoft 4.5 5.9 7.0 14.2 12.9
slate surface 4.5 7.4 8.6 17.8 13.5
slate slatesoft 4.5 6.2 6.9 17.8 13.5
edge surface 3 4.0 4.5 21.0 21.0
edge canvas 3 3.6 5.2 21.0 21.0
focus surface 3 6.5 8.3 16.5 11.4
focus canvas 3 5.9 9.4 16.5 11.4
focus rail 3 5.2 10.0 16.5 11.4
"""


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = []
    for channel in (colour.red(), colour.green(), colour.blue()):
        share = channel / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("row", CONTRASTS.strip().splitlines())
def test_every_pair_of_colours_has_the_contrast_that_was_measured(row: str) -> None:
    upper, ground, needed, *measured = row.split()
    for tokens, figure in zip(PALETTES, measured, strict=True):
        found = contrast(QColor(getattr(tokens, upper)), QColor(getattr(tokens, ground)))
        assert found >= float(needed)
        assert floor(found * 10 + 1e-9) / 10 == float(figure)


def test_steps_behind_are_seen_on_their_ground_and_on_a_chosen_row() -> None:
    for tokens, on_surface, on_soft in ((LIGHT, 4.0, 3.3), (DARK, 5.3, 3.8)):
        step = mix(tokens.primary, tokens.surface, PASSED)
        assert floor(contrast(step, QColor(tokens.surface)) * 10) / 10 == on_surface
        chosen = mix(tokens.primary, tokens.soft, PASSED)
        assert contrast(chosen, QColor(tokens.soft)) >= on_soft


def test_the_palettes_have_thirty_colours_each() -> None:
    assert len(fields(Tokens)) == 30
    for tokens in PALETTES:
        for field in fields(tokens):
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(tokens, field.name))


@pytest.mark.parametrize(
    ("choice", "system_dark", "tokens"),
    [
        (ThemeChoice.LIGHT, True, LIGHT),
        (ThemeChoice.DARK, False, DARK),
        (ThemeChoice.SYSTEM, True, DARK),
        (ThemeChoice.SYSTEM, False, LIGHT),
        (ThemeChoice.HIGH_CONTRAST, True, HIGH_CONTRAST_DARK),
        (ThemeChoice.HIGH_CONTRAST, False, HIGH_CONTRAST_LIGHT),
    ],
)
def test_a_choice_gives_its_palette(choice: ThemeChoice, system_dark: bool, tokens: Tokens) -> None:
    assert tokens_for(choice, system_dark) is tokens


def test_qt_draws_its_own_things_in_our_colours(qapp: QApplication) -> None:
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(DARK.primary)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(DARK.ink2)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) != QColor(DARK.ink)


def test_a_choice_reaches_the_application_and_every_dressed_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    assert LIGHT.surface in window.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.dark
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert DARK.surface in window.styleSheet()
    assert LIGHT.surface not in window.styleSheet()


def test_the_same_choice_again_disturbs_nobody(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.LIGHT)
        theme.set_text_percent(101)


def test_a_larger_text_size_makes_every_role_larger(theme: Theme) -> None:
    before = {role: (theme.font(role).pixelSize(), theme.line(role)) for role in Role}
    theme.set_text_percent(150)
    for role in Role:
        assert theme.font(role).pixelSize() == pytest.approx(before[role][0] * 1.5, abs=1)
        assert theme.line(role) == pytest.approx(before[role][1] * 1.5, abs=1)
    assert QApplication.font().pixelSize() == theme.font(Role.BODY).pixelSize()


@pytest.mark.parametrize(("asked", "got"), [(80, 90), (110, 100), (130, 125), (500, 200)])
def test_the_text_size_is_the_nearest_there_is(theme: Theme, asked: int, got: int) -> None:
    theme.set_text_percent(asked)
    assert theme.text_percent == got


def test_the_type_is_noto_sans_in_two_weights(theme: Theme) -> None:
    for role in Role:
        assert QFontInfo(theme.font(role)).family() == "Noto Sans"
    assert QFontInfo(theme.font(Role.BODY, True)).weight() > QFontInfo(theme.font(Role.BODY)).weight()
    assert theme.font(Role.TITLE).bold()
    assert not theme.font(Role.BODY).bold()
    assert not theme.font(Role.TITLE, False).bold()


def test_the_other_scripts_can_be_loaded(qapp: QApplication) -> None:
    load_scripts()


def test_the_style_sheet_names_only_our_own_classes_and_properties(theme: Theme) -> None:
    sheet = theme.sheet()
    assert "$" not in sheet
    assert len(sheet.splitlines()) <= 70
    selectors = re.findall(r"([^{}]+)\{", sheet)
    for selector in (part.strip() for group in selectors for part in group.split(",")):
        assert not selector.startswith("*")
        assert not re.match(r"Q(Widget|Menu|MessageBox|FileDialog|PrintDialog)\b", selector)


def test_every_icon_is_drawn_in_the_colour_it_is_given(qapp: QApplication) -> None:
    names = sorted(path.stem for path in path_of("icons").glob("*.svg"))
    assert len(names) >= 51
    for name in names:
        image = icon_pixmap(name, 24, QColor("#A64B14"), 2.0).toImage()
        assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
        solid = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
        assert solid, name
        assert all(abs(c.red() - 0xA6) < 3 and abs(c.green() - 0x4B) < 3 for c in solid)


def test_an_icon_is_rendered_once(qapp: QApplication) -> None:
    first = icon_pixmap("today", 20, QColor("#112233"))
    assert icon_pixmap("today", 20, QColor("#112233")).cacheKey() == first.cacheKey()
    assert icon_pixmap("today", 20, QColor("#112234")).cacheKey() != first.cacheKey()


def test_an_icon_for_qts_own_widgets_has_its_states(qapp: QApplication) -> None:
    made = icon("lock", 20, LIGHT)
    normal = made.pixmap(20, 20, made.Mode.Normal).toImage()
    disabled = made.pixmap(20, 20, made.Mode.Disabled).toImage()
    assert normal != disabled


def test_small_icons_keep_their_stroke(qapp: QApplication) -> None:
    def ink(size: int) -> float:
        image = icon_pixmap("plus", size, QColor("#000000")).toImage()
        column = (image.pixelColor(x, size // 2 - 4).alphaF() for x in range(size))
        return sum(column)

    assert ink(15) == pytest.approx(1.75, abs=0.25)


def test_the_arrow_of_drop_downs_follows_the_palette() -> None:
    for tokens in PALETTES:
        drawing = path_of("theme", f"down-{palette_name(tokens)}.svg").read_text(encoding="utf-8")
        assert f'stroke="{tokens.ink2}"' in drawing


def test_no_widget_and_no_screen_holds_a_colour_of_its_own() -> None:
    literal = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d|GlobalColor\.(?!transparent)|\brgba?\(""")
    files = [*(ROOT / "ui").glob("*.py")]
    files += [path for room in ("widgets", "screens", "models") for path in (ROOT / "ui" / room).rglob("*.py")]
    assert len(files) > 20
    guilty = [str(path.relative_to(ROOT)) for path in files if literal.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_the_system_going_dark_is_followed(theme: Theme, qapp: QApplication) -> None:
    theme.choose(ThemeChoice.SYSTEM)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    dark_now = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.dark == dark_now
    qapp.styleHints().unsetColorScheme()
