"""One party's papers as they will come out of the printer, with who it is above and what it holds below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.packs import PackPart, one_job
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import ClassChip
from ui.widgets.consent_light import Light, paint_light
from ui.widgets.flow import FlowLayout
from ui.widgets.one_line import OneLine
from ui.widgets.painted import Painted, smooth
from ui.widgets.pdf_pages import Pages
from ui.widgets.text import Text

_LIGHT = 18


class _Lamp(Painted):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.light = Light.COVERS
        self.setFixedSize(theme.px(_LIGHT), theme.px(_LIGHT))

    def paintEvent(self, _event: object) -> None:
        paint_light(smooth(self), self.theme, self.rect(), self.light)


class PartyPreview(Card):
    """Signals: `other_wanted(int)` for the party before (-1) or after (1), `zoom_wanted`."""

    other_wanted = Signal(int)
    zoom_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self.key = ""
        self._shown: tuple[str, bytes] | None = None
        self._lamp = _Lamp(theme)
        self._name = OneLine(theme, Role.BODY)
        self._name.set_bold(True)
        self._place = OneLine(theme, Role.BODY, tone="ink2")
        self._second = OneLine(theme, Role.SMALL, tone="ink2")
        self.zoom = Button(theme, "", "search", kind=Kind.QUIET, size=Size.ROW, name=texts("wizard.zoom"))
        self.zoom.clicked.connect(self.zoom_wanted)
        self.pages = Pages(theme, texts)
        self.pages.fit_width()
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._name)
        first.addWidget(self._place, 1)
        words.addLayout(first)
        words.addWidget(self._second)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 8, 8, 8)
        head.setSpacing(12)
        head.addWidget(self._lamp)
        head.addLayout(words, 1)
        head.addWidget(self.zoom)
        self.body.addLayout(head)
        self.body.addWidget(self.pages, 1)
        self._with = QWidget()
        below = QHBoxLayout(self._with)
        below.setContentsMargins(SIDE, 8, SIDE, 8)
        below.setSpacing(8)
        below.addWidget(
            Text(self.theme, self._texts("wizard.with"), Role.SMALL, tone="ink2"), 0, Qt.AlignmentFlag.AlignTop
        )
        self._chips = FlowLayout(None, 6, 4)
        below.addLayout(self._chips, 1)
        self.body.addWidget(self._with)

    def show_part(self, part: PackPart, name: str, place: str, light: Light | None) -> None:
        """The pages stay where they are when the same papers are made again."""
        self.key = part.key
        self._lamp.setVisible(light is not None)
        self._lamp.light = light or Light.COVERS
        self._lamp.update()
        self._name.set_words(name)
        self._place.set_words(place)
        self._second.set_words(self._what(part))
        self.setAccessibleName(f"{name}. {self._what(part)}")
        pdf = one_job(part.papers) if part.papers else b""
        if pdf and self._shown != (part.key, pdf):
            self._shown = (part.key, pdf)
            self.pages.show_pdf(pdf, self._texts("wizard.pages_of", name=name, what=self._what(part)))
            for widget in (self.pages, *self.pages.findChildren(QWidget)):
                widget.removeEventFilter(self)
                widget.installEventFilter(self)
        self._show_classes(sorted(frozenset[InfoClass]().union(*(one.classes for one in part.papers))))

    def let_go(self) -> None:
        self._shown = None
        self.pages.clear()

    def first_focus(self) -> QWidget:
        return self.pages.first_focus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.other_wanted.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pages.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Space:
            self.zoom_wanted.emit()
        else:
            return False
        return True

    def _what(self, part: PackPart) -> str:
        """Sammanfattning och dagordning, 2 blad."""
        titles = [self._texts(f"wizard.paper_{one.template.code}") for one in part.papers]
        titles = [titles[0], *(one[:1].lower() + one[1:] for one in titles[1:])] if titles else []
        joined = f" {self._texts('exchange.and')} ".join(titles)
        return self._texts("wizard.paper_pages", what=joined, count=part.pages)

    def _show_classes(self, classes: list[InfoClass]) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in classes:
            self._chips.addWidget(ClassChip(self.theme, self._texts, one))
