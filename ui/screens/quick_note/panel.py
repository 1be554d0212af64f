"""The card of the quick note: head and foot stay, what is between them scrolls when the window is low."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.banner import Banner, FaultStrip
from ui.widgets.button import Button, Kind, Size
from ui.widgets.icon_view import IconView
from ui.widgets.painted import Painted, rounded, row_path, smooth
from ui.widgets.text import Text

_SIDE, _RADIUS = 22, 14
_RING = 6


class _Foot(Painted):
    """Its ground ends in the corners of the card."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(self)
        border = self.theme.border
        ground = QRectF(self.rect()).adjusted(border, 0, -border, -border)
        painter.fillPath(row_path(ground, _RADIUS - border, False, True), self.theme.colour("sunk"))
        painter.fillRect(QRectF(ground.left(), 0, ground.width(), 1), self.theme.colour("line"))


class Panel(Painted):
    """`content` is the form; the signals are what its buttons ask for."""

    save_wanted = Signal()
    close_wanted = Signal()
    retry_wanted = Signal()
    unlink_wanted = Signal()
    move_wanted = Signal()
    urgent_wanted = Signal()
    fit_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, content: QWidget, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._texts, self._content = texts, content
        self._fit_soon = QTimer(self)  # a child, so that it dies with the card
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit_wanted)
        self.save = Button(theme, texts("note.save"), kind=Kind.PRIMARY, keys=texts("note.save_keys"))
        self.keep = Button(theme, texts("note.close_keep"))
        self.urgent = Button(theme, texts("note.urgent"), kind=Kind.QUIET, size=Size.ROW)
        self.close_button = Button(theme, "", "x", kind=Kind.QUIET, size=Size.ROW, name=texts("note.close_keep"))
        self.unlink = Button(theme, texts("note.unlink"), kind=Kind.QUIET, size=Size.ROW)
        self.strip = FaultStrip(theme)
        self.left_behind = Banner(theme, "", texts("note.take_along"), tone="soft")
        self.left_behind.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        self.area = self._make_area()
        for strip in (self.strip, self.left_behind):
            line = QHBoxLayout()
            line.setContentsMargins(_SIDE, 0, _SIDE, 0)
            line.addWidget(strip)
            column.addLayout(line)
        column.addWidget(self.area, 1)
        self.set_scrolls(False)
        self._foot = self._make_foot()
        column.addWidget(self._foot)
        self.save.clicked.connect(self.save_wanted)
        self.urgent.clicked.connect(self.urgent_wanted)
        self.keep.clicked.connect(self.close_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.unlink.clicked.connect(self.unlink_wanted)
        self.strip.act_wanted.connect(self.retry_wanted)
        self.left_behind.act_wanted.connect(self.move_wanted)
        content.installEventFilter(self)

    def set_reader(self, name: str) -> None:
        self._reader.setText(self._texts("note.readable", name=name))

    def set_draft(self, words: str) -> None:
        """Utkast sparat 11.58; empty while there is none."""
        self._draft.setText(words)
        self._draft_icon.setVisible(bool(words))

    def set_booking(self, words: str) -> None:
        """Which booking is written up; empty when it is a contact of its own."""
        self._booking.setText(words)
        self.unlink.setVisible(bool(words))

    def wanted_height(self, width: int) -> int:
        """As high as everything in it, so that it scrolls only when the window is too low."""
        inside = width - 2 * _SIDE
        layout = self._content.layout()
        height = 0 if layout is None else layout.totalHeightForWidth(width - self._bar())
        head = self._head.sizeHint().height()
        shown = [strip for strip in (self.strip, self.left_behind) if not strip.isHidden()]
        strips = sum(max(s.heightForWidth(inside), s.sizeHint().height()) for s in shown)
        return height + head + strips + self._foot.sizeHint().height()

    def set_scrolls(self, scrolls: bool) -> None:
        """The bar lies in the right margin: a form that became narrower by it would become higher too."""
        self._scrolls = scrolls
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(policy)
        layout = self._content.layout()
        if layout is not None:
            layout.setContentsMargins(_SIDE, _RING, max(_RING, _SIDE - self._bar()), _RING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit_soon.start()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.theme.colour
        rounded(smooth(self), self.rect(), _RADIUS, colour("surface"), colour("line"), self.theme.border)

    def _bar(self) -> int:
        return self.area.verticalScrollBar().sizeHint().width() if self._scrolls else 0

    def _make_head(self) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(_SIDE, 12, _SIDE - 10, 2)
        self._head.setSpacing(8)
        self._head.addWidget(Text(self.theme, self._texts("note.title"), Role.TITLE))
        self._booking = Text(self.theme, "", Role.SMALL, tone="ink2")
        self._head.addWidget(self._booking)
        self._head.addWidget(self.unlink)
        self._head.addStretch(1)
        self._draft_icon = IconView(self.theme, "check", tone="ok", side=16)
        self._draft = Text(self.theme, "", Role.CAPTION, tone="ink2")
        self._head.addWidget(self._draft_icon)
        self._head.addWidget(self._draft)
        self._head.addSpacing(4)
        self._head.addWidget(self.close_button)
        return self._head

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._content)
        area.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        return area

    def _make_foot(self) -> _Foot:
        foot = _Foot(self.theme)
        line = QHBoxLayout(foot)
        line.setContentsMargins(_SIDE, 12, _SIDE, 12)
        line.setSpacing(10)
        self._reader = Text(self.theme, "", Role.SMALL, tone="ink2")
        line.addWidget(self._reader)
        line.addWidget(self.urgent)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.save)
        return foot
