"""The four lights of the unlock picture. They are decoration, stand outside the tokens, and carry no meaning."""

from enum import StrEnum
from typing import NamedTuple


class DayPart(StrEnum):
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Scene(NamedTuple):
    """Colours as `#RRGGBB`; `sun_y` is the middle of the sun or moon in the picture of 640 × 740."""

    sky_top: str
    sky_low: str
    sun: str
    sun_y: float
    cloud: str
    far: str
    middle: str
    near: str
    lake_top: str
    lake_low: str
    glint: str
    slope: str
    meadow: str
    front: str
    trees: tuple[str, str, str]
    stone: str


_SPRUCE = ("#123F3D", "#174A47", "#1F5651")
SCENES = {
    DayPart.MORNING: Scene(
        sky_top="#EFE7D8", sky_low="#F4D5AB", sun="#E8AC4C", sun_y=290, cloud="#FBF3E4",
        far="#BCD0C6", middle="#90B2A8", near="#5F9088", lake_top="#E8DDC3", lake_low="#BBD3CE", glint="#F1E9D6",
        slope="#1F5F5B", meadow="#2F7069", front="#174A47", trees=_SPRUCE, stone="#F0DCB6",
    ),
    DayPart.DAY: Scene(
        sky_top="#D9E7E8", sky_low="#F1EBDD", sun="#EFC069", sun_y=150, cloud="#FFFDF8",
        far="#B7D2C6", middle="#88B2A3", near="#578F82", lake_top="#DCE9E6", lake_low="#A9CBC9", glint="#F4F6EE",
        slope="#236A63", meadow="#357A70", front="#1A524D", trees=_SPRUCE, stone="#EFE3C9",
    ),
    DayPart.EVENING: Scene(
        sky_top="#DCCFC6", sky_low="#EDB27E", sun="#D9823B", sun_y=312, cloud="#F0DFCC",
        far="#A9B7AC", middle="#7C9A90", near="#4F7C75", lake_top="#E3BE94", lake_low="#93AFAA", glint="#F2DDBD",
        slope="#1C5450", meadow="#28635D", front="#143F3D", trees=("#0F3533", "#143F3D", "#1A4B47"), stone="#E4C9A0",
    ),
    DayPart.NIGHT: Scene(
        sky_top="#131B22", sky_low="#2B3F45", sun="#EAE4D0", sun_y=150, cloud="#24343A",
        far="#2E474A", middle="#253C3E", near="#1D3133", lake_top="#2A4045", lake_low="#17262A", glint="#4C6266",
        slope="#14302F", meadow="#183836", front="#0F2423", trees=("#0A1A1A", "#0D2120", "#112A28"), stone="#6E7468",
    ),
}  # fmt: skip


def day_part(hour: int) -> DayPart:
    """Morning from five, day from ten, evening from seventeen, night from twenty-two."""
    if 5 <= hour < 10:
        return DayPart.MORNING
    if 10 <= hour < 17:
        return DayPart.DAY
    return DayPart.EVENING if 17 <= hour < 22 else DayPart.NIGHT
