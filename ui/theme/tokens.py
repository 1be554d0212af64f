"""The four palettes of the program: thirty named colours each, so that no widget holds a colour of its own."""

from dataclasses import dataclass
from enum import StrEnum


class ThemeChoice(StrEnum):
    """What the user chose under Utseende; high contrast follows the system's light or dark."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by use, as `#RRGGBB`.."""

    canvas: str  # window background
    rail: str  # left rail, title area
    surface: str  # cards, fields, tables
    sunk: str  # table heads, tracks, preview bed
    line: str  # hairlines between rows (decoration only)
    edge: str  # border of every control, outline of what lies ahead
    ink: str  # text
    ink2: str  # secondary text, placeholders
    primary: str  # main button, links, selected nav, own curve
    onprimary: str  # text on primary
    primary2: str  # pressed, hover of the main button
    soft: str  # selected row, the mentee's own words
    rust: str  # here and now: current level, today
    rustsoft: str  # its tint
    sun: str  # logo dot, unlock picture (decoration only)
    ok: str  # yes, done, plan class
    oksoft: str  # tint
    amber: str  # soon, part consent, income class
    ambersoft: str  # tint
    no: str  # withdrawn, health class - never for lateness
    nosoft: str  # tint
    blue: str  # work and studies
    bluesoft: str  # tint
    heather: str  # private, only you, SRS
    heathersoft: str  # tint
    clay: str  # family and housing
    claysoft: str  # tint
    slate: str  # neutral facts
    slatesoft: str  # tint
    focus: str  # focus ring


LIGHT = Tokens(
    canvas="#F5F1E8",
    rail="#EAE4D6",
    surface="#FFFDF8",
    sunk="#F0EADD",
    line="#DED6C6",
    edge="#857D6C",
    ink="#22302E",
    ink2="#53605D",
    primary="#1F5F5B",
    onprimary="#FFFFFF",
    primary2="#174A47",
    soft="#DDEAE5",
    rust="#A64B14",
    rustsoft="#FAE5D3",
    sun="#E3A33C",
    ok="#2A683D",
    oksoft="#E1EFDD",
    amber="#7F4D00",
    ambersoft="#FBECCB",
    no="#982C3D",
    nosoft="#F8E2E0",
    blue="#28597F",
    bluesoft="#E0EBF3",
    heather="#634C86",
    heathersoft="#ECE6F3",
    clay="#7A4A36",
    claysoft="#F2E4DB",
    slate="#48565C",
    slatesoft="#E5E9E9",
    focus="#0B5CAD",
)

DARK = Tokens(
    canvas="#161D1D",
    rail="#101616",
    surface="#1F2828",
    sunk="#283333",
    line="#364443",
    edge="#82918D",
    ink="#EEEAE1",
    ink2="#B5BFBA",
    primary="#83CBBE",
    onprimary="#0D1B1A",
    primary2="#A5DDD3",
    soft="#24413E",
    rust="#F2A872",
    rustsoft="#48301F",
    sun="#E9B75C",
    ok="#9AD3A5",
    oksoft="#22392A",
    amber="#F1C677",
    ambersoft="#42341A",
    no="#F3AAAA",
    nosoft="#4A2A2D",
    blue="#9FC9EC",
    bluesoft="#213848",
    heather="#CBB8E9",
    heathersoft="#372E47",
    clay="#E3B79F",
    claysoft="#3F2F27",
    slate="#B9C7CC",
    slatesoft="#2D383B",
    focus="#8EC5FF",
)

HIGH_CONTRAST_DARK = Tokens(
    canvas="#000000",
    rail="#000000",
    surface="#000000",
    sunk="#1A1A1A",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    primary="#FFE45C",
    onprimary="#000000",
    primary2="#FFF2A6",
    soft="#333000",
    rust="#FFB37A",
    rustsoft="#000000",
    sun="#FFE45C",
    ok="#7DFF9B",
    oksoft="#000000",
    amber="#FFD24D",
    ambersoft="#000000",
    no="#FF9E9E",
    nosoft="#000000",
    blue="#8FD0FF",
    bluesoft="#000000",
    heather="#DCC4FF",
    heathersoft="#000000",
    clay="#FFC9AE",
    claysoft="#000000",
    slate="#E6EEF0",
    slatesoft="#000000",
    focus="#FFE45C",
)

HIGH_CONTRAST_LIGHT = Tokens(
    canvas="#FFFFFF",
    rail="#FFFFFF",
    surface="#FFFFFF",
    sunk="#F0F0F0",
    line="#000000",
    edge="#000000",
    ink="#000000",
    ink2="#000000",
    primary="#00403C",
    onprimary="#FFFFFF",
    primary2="#002B28",
    soft="#FFFFFF",
    rust="#7A2E00",
    rustsoft="#FFFFFF",
    sun="#7A4A00",
    ok="#00461A",
    oksoft="#FFFFFF",
    amber="#5C3600",
    ambersoft="#FFFFFF",
    no="#7A0019",
    nosoft="#FFFFFF",
    blue="#003A66",
    bluesoft="#FFFFFF",
    heather="#3F1F73",
    heathersoft="#FFFFFF",
    clay="#562200",
    claysoft="#FFFFFF",
    slate="#20303A",
    slatesoft="#FFFFFF",
    focus="#0000C8",
)

# A step that is behind is painted in `primary` at this strength over the ground.
PASSED = 0.76
# The veil behind the quick note: `ink` of the light palette at this strength, in all palettes.
VEIL = 0.38
# The text of a disabled control: `ink2` at this strength.
DISABLED = 0.60


def tokens_for(choice: ThemeChoice, system_is_dark: bool) -> Tokens:
    """The palette of a choice, given whether the system is dark."""
    if choice is ThemeChoice.HIGH_CONTRAST:
        return HIGH_CONTRAST_DARK if system_is_dark else HIGH_CONTRAST_LIGHT
    dark = choice is ThemeChoice.DARK or (choice is ThemeChoice.SYSTEM and system_is_dark)
    return DARK if dark else LIGHT


def is_dark(tokens: Tokens) -> bool:
    return tokens in (DARK, HIGH_CONTRAST_DARK)


def is_high_contrast(tokens: Tokens) -> bool:
    return tokens in (HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT)


def palette_name(tokens: Tokens) -> str:
    """The name of one of the four palettes, as files of the theme use it."""
    return {LIGHT: "light", DARK: "dark", HIGH_CONTRAST_DARK: "contrast-dark"}.get(tokens, "contrast-light")
