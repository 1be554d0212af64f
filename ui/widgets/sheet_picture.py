"""A page of a PDF as a picture, from memory: what will be printed, in the width there is.

`SheetPicture(theme, name)`; `show_pdf(data)`. Nothing is written to disk.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

from .painted import Painted

_A4 = 297 / 210


class SheetPicture(Painted):
    """The first page. Its words can be read where the sheet comes from; the picture itself only has a name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self._data = QBuffer(self)
        self._document = QPdfDocument(self)
        self._kept: tuple[QSize, float, QImage] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pdf(self, data: bytes) -> None:
        self._document.close()
        self._data.close()
        self._data.setData(QByteArray(data))
        self._data.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._data)
        self._kept = None
        self.update()

    def sizeHint(self) -> QSize:
        wide = self.theme.px(300)
        return QSize(wide, round(wide * _A4))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 170)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * _A4)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        size = self._size()
        painter.fillRect(0, 0, size.width(), size.height(), self.theme.colour("surface"))
        if self._document.pageCount() > 0:
            painter.drawImage(0, 0, self._picture(size))
        painter.setPen(self.theme.colour("edge"))
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)

    def _size(self) -> QSize:
        """As large as fits, in the shape of the sheet."""
        wide = min(self.width(), round(self.height() / _A4))
        return QSize(wide, round(wide * _A4))

    def _picture(self, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept[:2] != (size, ratio):
            page = self._document.render(0, size * ratio)
            image = QImage(page.size(), QImage.Format.Format_RGB32)
            image.fill(0xFFFFFFFF)
            painter = QPainter(image)
            painter.drawImage(0, 0, page)
            painter.end()
            image.setDevicePixelRatio(ratio)
            self._kept = (size, ratio, image)
        return self._kept[2]
