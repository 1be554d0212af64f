"""Fault of the third shape: a bug of ours. One sentence, and a report to copy that holds nobody's data."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


class ReportBox(Overlay):
    """The report itself is read-only and can be read by a screen reader."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, report: str) -> None:
        super().__init__(window, theme, texts("window.report_title"))
        self._texts = texts
        self.report = report
        field = TextField(theme, texts("window.report_name"), report, lines=9)
        field.box.setReadOnly(True)
        self.body.addWidget(Text(theme, texts("window.report_hint"), Role.BODY, tone="ink2", wrap=True))
        self.body.addWidget(field)
        line = QHBoxLayout()
        self.copied = Text(theme, "", Role.SMALL, tone="ink2")
        line.addWidget(self.copied, 1)
        self.copy = Button(theme, texts("window.report_copy"))
        self.copy.clicked.connect(self._copy)
        self.shut = Button(theme, texts("window.close"), kind=Kind.PRIMARY)
        self.shut.clicked.connect(self.close_over)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignRight)
        line.addWidget(self.shut)
        self.foot.addLayout(line)
        self.closed.connect(self.deleteLater)

    def open_report(self) -> None:
        self.open(self.shut)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copied.setText(self._texts("window.report_copied"))
        announce(self, self.copied.text())
