"""Paints every widget in every palette into PNG files, to be looked at beside the mock-ups.

Run: `python tests/ui/gallery.py FOLDER [percent]`.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme, ThemeChoice
from ui.theme.tokens import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.class_chip import ClassChip
from ui.widgets.rail import Place, Rail
from ui.widgets.row import Row
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox
from ui.widgets.tile import Tile

PLACES = (
    Place("today", "Idag", "today", "Ctrl 1"),
    Place("mentees", "Deltagare", "people", "Ctrl 2"),
    Place("meetings", "Möten", "meeting", "Ctrl 3"),
    Place("work", "Arbetsplatser", "work", "Ctrl 4"),
    Place("chart", "Statistik", "chart", "Ctrl 5"),
    Place("settings", "Inställningar", "gear", "Ctrl 6"),
)
FOOT = (Place("screen", "Mötesläge", "screen", "F8"), Place("lock", "Lås", "lock", "Ctrl L"))


def row_button(theme: Theme, text: str, icon: str | None = None, kind: Kind = Kind.NORMAL) -> Button:
    return Button(theme, text, icon, kind=kind, size=Size.ROW)


def bookings(theme: Theme) -> Card:
    card = Card(theme, "Dagens bokningar", "cal", right="3 i dag · 1 i morgon")
    card.add_row(
        Row(
            theme,
            "Farah Sagolik",
            "Följer med till Café Låtsas · tolk på dari",
            lead="09.00",
            tile=Tile(theme, "work", Family.BLUE),
            action=row_button(theme, "Skriv upp", "pencil"),
        )
    )
    card.add_row(
        Row(
            theme,
            "Cleo Fiktiv",
            "Promenad, 45 minuter · om en timme",
            lead="13.00",
            tile=Tile(theme, "walk", Family.OK),
            action=row_button(theme, "Förbered", kind=Kind.PRIMARY),
            tint="soft",
        )
    )
    card.add_row(
        Row(
            theme,
            "Elis Testman",
            "Hembesök med vårdnadshavare",
            lead="15.30",
            tile=Tile(theme, "home", Family.CLAY),
            action=row_button(theme, "Förbered"),
        )
    )
    card.add_row(
        Row(
            theme,
            "Birk Provare – trepartsmöte",
            "Ett samtycke togs tillbaka i går. Underlaget behöver göras om.",
            lead="I morgon",
            lead_second="10.00",
            tile=Tile(theme, "meeting", Family.AMBER, raised=True),
            action=row_button(theme, "Gör om", "print"),
            tint="amber",
        )
    )
    return card


def people(theme: Theme) -> Card:
    card = Card(theme, "Hör av dig", "phone")
    for letter, name, why, act in (
        ("A", "Alva Exempelsson", "9 dagar sedan ni pratade · ni brukar höras var 7:e dag", "Ring"),
        ("J", "Jari Låtsasson", "Uppehåll · 31 dagar · du har försökt 4 gånger", "Försök igen"),
    ):
        card.add_row(Row(theme, name, why, tile=Tile(theme, letter=letter), action=row_button(theme, act, "phone")))
    return card


def promises(theme: Theme) -> Card:
    card = Card(theme, "Lova – håll", "hand", right="Ditt först")
    done = TickBox(theme, "Skicka länk om komvux", "Dagny Påhitt · i dag", strike=True)
    done.setChecked(True)
    for box in (
        done,
        TickBox(theme, "Ring Siv på Café Låtsas om kassan", "Farah Sagolik · senast i morgon"),
        TickBox(theme, "Besked om 50 % från Fredrika, FK", "Birk Provare · väntar sedan 20 november"),
    ):
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(box, 1)
        if "50 %" in box.text():
            layout.addWidget(Chip(theme, "Andras", "people"))
        card.add_row(line)
    return card


def classes(theme: Theme, texts: Texts) -> Card:
    card = Card(theme, "Klasser")
    for start in range(0, 16, 4):
        line = QHBoxLayout()
        for info_class in list(InfoClass)[start : start + 4]:
            line.addWidget(ClassChip(theme, texts, info_class))
        line.addStretch(1)
        card.add(line)
    return card


def buttons(theme: Theme) -> Card:
    card = Card(theme, "Knappar")
    line = QHBoxLayout()
    chosen = Button(theme, "Promenad", "walk", kind=Kind.PILL, checkable=True)
    chosen.setChecked(True)
    blocked = Button(theme, "Skriv ut", "print")
    blocked.set_blocked("Kan inte skrivas ut än.")
    for button in (
        Button(theme, "Spara", kind=Kind.PRIMARY, keys="Ctrl ↵"),
        Button(theme, "Stäng, behåll utkast"),
        Button(theme, "Ändra", "pencil", kind=Kind.QUIET),
        chosen,
        Button(theme, "Telefon", "phone", kind=Kind.PILL, checkable=True),
        blocked,
        Button(theme, "", "x", name="Stäng"),
        Button(theme, "Alla insatser", trailing="down"),
    ):
        line.addWidget(button)
    line.addStretch(1)
    card.add(line)
    big = QHBoxLayout()
    big.addWidget(Button(theme, "Lås upp", kind=Kind.PRIMARY, size=Size.LARGE), 1)
    big.addWidget(Button(theme, "Ny deltagare", "plus", kind=Kind.PRIMARY))
    card.add(big)
    return card


def today(theme: Theme, texts: Texts) -> QWidget:
    window = QWidget()
    window.setBackgroundRole(QPalette.ColorRole.Window)
    theme.dress(window)
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    rail = Rail(theme, "Mentor", Place("note", "Ny anteckning", "plus", "Ctrl N"), PLACES, FOOT)
    rail.set_current("today")
    whole.addWidget(rail)
    left, right = QVBoxLayout(), QVBoxLayout()
    for column, width in ((left, 670), (right, 436)):
        column.setSpacing(12)
        column.setContentsMargins(24, 12, 0, 16)
        whole.addLayout(column, width)
    right.setContentsMargins(16, 12, 24, 16)
    left.addWidget(Text(theme, "Onsdag 25 november", Role.TITLE))
    for card in (bookings(theme), people(theme), buttons(theme)):
        left.addWidget(card)
    good = Card(theme, "Bra saker sedan sist", "star", tone="ok")
    good.add(Text(theme, "Birk Provare åker buss själv till jobbet.", Role.SMALL))
    for card in (promises(theme), classes(theme, texts), good):
        right.addWidget(card)
    left.addStretch(1)
    right.addStretch(1)
    return window


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    percent = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    app = QApplication([])
    theme = Theme(app, ThemeChoice.LIGHT, percent)
    texts = Texts("sv")
    for name, tokens in (
        ("light", LIGHT), ("dark", DARK), ("contrast-dark", HIGH_CONTRAST_DARK), ("contrast-light", HIGH_CONTRAST_LIGHT),
    ):  # fmt: skip
        theme.use(tokens)
        for page in (today,):
            window = page(theme, texts)
            window.resize(1366, 740)
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"{page.__name__}-{name}-{percent}.png"))
            window.close()
            window.deleteLater()


if __name__ == "__main__":
    main()
