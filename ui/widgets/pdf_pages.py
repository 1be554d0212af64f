"""The finished pages on a quiet bed, shown from memory: no file is ever written to look at one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

_AIR = 12
_NEVER, _WHEN_NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


class Pages(QFrame):
    """Page Up and Page Down turn, Space zooms; the viewer is made when the first print is there."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.theme, self._texts = theme, texts
        self._data = QBuffer(self)
        self._page = 0
        self._wide = False
        self._view: QPdfView | None = None
        self._document: QPdfDocument | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(texts("preview.pages_name"))
        theme.changed.connect(self._dress)

    @property
    def count(self) -> int:
        return 0 if self._document is None else self._document.pageCount()

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """`name` is what is shown, for those who listen."""
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        if self._view is None or self._document is None:
            self._document = QPdfDocument(self)
            self._view = QPdfView(self)
            self._view.setFrameShape(QFrame.Shape.NoFrame)
            self._view.setPageMode(QPdfView.PageMode.SinglePage)
            modes = QPdfView.ZoomMode
            self._view.setZoomMode(modes.FitToWidth if self._wide else modes.FitInView)
            self._view.setVerticalScrollBarPolicy(_WHEN_NEEDED if self._wide else _NEVER)
            # A fitted page takes the spacing, not the margins, from its height: both together must be the same.
            self._view.setDocumentMargins(QMargins(_AIR, _AIR, _AIR, _AIR))
            self._view.setPageSpacing(2 * _AIR)
            self._view.setDocument(self._document)
            self._whole.addWidget(self._view)
            self._dress()
        self._page = self.page() if self.count else 0  # made anew it stays at its page; another begins at the first
        self._document.close()
        self._data.close()
        self._data.setData(QByteArray(pdf))
        self._data.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._data)
        self._view.setAccessibleName(name)
        navigator = self._view.pageNavigator()
        navigator.jump(max(0, min(self._page, self.count - 1)), QPointF(), navigator.currentZoom())

    def fit_width(self) -> None:
        """To begin with the width of the place is filled, and the page goes on below it."""
        self._wide = True

    def clear(self) -> None:
        """Lets go of the print; nothing of it stays in memory behind another screen."""
        if self._document is not None:
            self._document.close()
        self._data.close()
        self._data.setData(QByteArray())

    def turn(self, way: int) -> None:
        """To the next page (1) or the one before (-1)."""
        if self._view is not None and self.count:
            navigator = self._view.pageNavigator()
            page = max(0, min(self.count - 1, navigator.currentPage() + way))
            navigator.jump(page, QPointF(), navigator.currentZoom())

    def page(self) -> int:
        """The page in sight, counted from 0."""
        return 0 if self._view is None else self._view.pageNavigator().currentPage()

    def zoom(self) -> None:
        """Between the whole page and the width of the window."""
        if self._view is None:
            return
        modes = type(self._view).ZoomMode
        fits = self._view.zoomMode() is modes.FitInView
        self._view.setZoomMode(modes.FitToWidth if fits else modes.FitInView)
        self._view.setVerticalScrollBarPolicy(_WHEN_NEEDED if fits else _NEVER)

    def first_focus(self) -> QWidget:
        return self._view or self

    def _dress(self) -> None:
        """The bed is `sunk`; the paper stays white in every palette, as paper is."""
        if self._view is not None:
            palette = self._view.palette()
            for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Base, QPalette.ColorRole.Window):
                palette.setColor(role, self.theme.colour("sunk"))
            self._view.setPalette(palette)
            self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
