"""The floor of a person's page: the same SQL on a file without a key, and the words of the same rows by one painter."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorapp.store import timeline

from .places import Place

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_INK, _QUIET, _GROUND, _CARD, _EDGE, _TILE = map(
    QColor, ("#222222", "#666666", "#f5f0e8", "#ffffff", "#ddd5c5", "#e0ece4")
)
_FIRST_ROWS = 24
_ROW = 51

_PERSON = (
    "SELECT m.preferred_name, m.family_name, m.display_alias, m.* FROM mentee AS m WHERE m.id = ?",
    "SELECT name, until FROM mentee_former_name WHERE mentee_id = ?",
    "SELECT address, from_date FROM mentee_address WHERE mentee_id = ?",
    "SELECT name, from_date FROM mentee_municipality WHERE mentee_id = ?",
    "SELECT * FROM enrolment WHERE mentee_id = ?",
    "SELECT v.entered_on, v.* FROM enrolment AS e JOIN level_entry AS v ON v.enrolment_id = e.id WHERE e.mentee_id = ?",
    "SELECT c.* FROM enrolment AS e JOIN commitment AS c ON c.enrolment_id = e.id WHERE e.mentee_id = ?",
    "SELECT p.* FROM enrolment AS e JOIN plan AS p ON p.enrolment_id = e.id WHERE e.mentee_id = ?",
    "SELECT g.wording, g.* FROM enrolment AS e JOIN plan AS p ON p.enrolment_id = e.id"
    " JOIN goal AS g ON g.plan_id = p.id"
    " WHERE e.mentee_id = ?",
    "SELECT s.text, s.* FROM enrolment AS e JOIN plan AS p ON p.enrolment_id = e.id JOIN goal AS g ON g.plan_id = p.id"
    " JOIN step AS s ON s.goal_id = g.id WHERE e.mentee_id = ?",
    "SELECT * FROM session WHERE mentee_id = ? AND attendance = 'planned' AND voided_at IS NULL",
    "SELECT * FROM private_note WHERE mentee_id = ? ORDER BY event_date DESC",
    "SELECT i.actor, i.next_step, i.* FROM parallel_intervention AS i WHERE i.mentee_id = ?",
    "SELECT s.* FROM parallel_intervention AS i JOIN intervention_state AS s ON s.intervention_id = i.id"
    " WHERE i.mentee_id = ?",
)
_PAGE = (
    timeline._CONTACTS + timeline._HAPPENED + timeline._NEWEST_CONTACT + timeline._PART,
    timeline._STEPS + timeline._NEWEST_STEP + timeline._PART,
    timeline._LEVELS + timeline._PART,
)


class RawPage(QWidget):
    """Nothing but what a page cannot do without: read, and draw about a hundred pieces of text where they stand."""

    def __init__(self, place: Place, size: tuple[int, int]) -> None:
        super().__init__()
        self._plain = place.plain_connection()
        self._rows: list[list[Any]] = []
        self._days: list[Any] = []
        self._today = date.today()  # noqa: DTZ011 - any day does
        self._large, self._bold = QFont(self.font()), QFont(self.font())
        self._large.setPixelSize(24)
        self._bold.setBold(True)
        self.resize(*size)

    def open(self, mentee: UUID) -> None:
        key, run = mentee.bytes, self._plain.execute
        self._rows = [run(statement, (key,)).fetchall() for statement in _PERSON]
        self._rows += [run(statement, (key, _FIRST_ROWS, 0)).fetchall() for statement in _PAGE]
        days = (self._today - timedelta(days=150)).isoformat(), (self._today + timedelta(days=90)).isoformat()
        self._days = run(timeline._CONTACT_DAYS, (key, *days)).fetchall()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), _GROUND)
        wide, side = self.width() - 48, 366
        left = wide - side - 16
        self._head(painter, wide)
        top = 250
        self._card(painter, QRect(24, 60, wide, 130), "")
        self._stairs(painter, 36, 80)
        high = 180 + 29 * len(self._rows[12])
        self._card(painter, QRect(24, top, left, high), "Allt på en gång")
        self._lanes(painter, QRect(40, top + 40, left - 32, high - 60))
        self._card(painter, QRect(24, top + high + 12, left, self.height()), "Tidslinje")
        self._timeline(painter, QRect(24, top + high + 50, left, self.height() - top - high - 50))
        self._side(painter, 24 + left + 16, top, side)

    def _card(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setPen(_EDGE)
        painter.setBrush(_CARD)
        painter.drawRoundedRect(rect, 10, 10)
        self._words(painter, QRect(rect.left() + 16, rect.top() + 10, rect.width() - 32, 22), title, self._bold)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont | None = None,
        *,
        ink: QColor = _INK,
        side: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setFont(font or self.font())
        painter.setPen(ink)
        painter.drawText(rect, side, words)

    def _head(self, painter: QPainter, wide: int) -> None:
        mentee = self._rows[0][0]
        self._words(painter, QRect(80, 6, 500, 30), f"{mentee[0]} {mentee[1]}", self._large)
        self._words(painter, QRect(80, 36, 500, 20), mentee[2], ink=_QUIET)
        for place, words in enumerate(("Skriv ut", "Ny anteckning")):
            self._words(painter, QRect(wide - 260 + 130 * place, 16, 120, 24), words)
        for place, words in enumerate(("Översikt", "Plan", "Kontakter")):
            self._words(painter, QRect(40 + 100 * place, 210, 100, 22), words)

    def _stairs(self, painter: QPainter, x: int, y: int) -> None:
        for place in range(4):
            rect = QRect(x + 200 * place, y + 60 - 15 * place, 196, 40)
            painter.fillRect(rect, _TILE)
            self._words(painter, rect.adjusted(8, 4, 0, 0), f"{place + 1} Nivå")
        for line, words in enumerate(("Nästa möte", "Inget bokat", "Boka i en anteckning")):
            self._words(painter, QRect(x + 900, y + 24 * line, 250, 22), words)

    def _lanes(self, painter: QPainter, rect: QRect) -> None:
        for month in range(9):
            x = rect.left() + 100 + month * (rect.width() - 100) // 9
            painter.drawLine(x, rect.top(), x, rect.bottom())
            self._words(painter, QRect(x, rect.top(), 60, 18), f"mån {month}", ink=_QUIET)
        painter.setBrush(_TILE)
        for number, _day in enumerate(self._days):
            painter.drawEllipse(rect.left() + 100 + 12 * number % (rect.width() - 120), rect.top() + 40, 9, 9)
        for stay in self._rows[5]:
            painter.fillRect(QRect(rect.left() + 200, rect.top() + 80, 150, 20), _TILE)
            self._words(painter, QRect(rect.left() + 200, rect.top() + 80, 150, 20), stay[0])
        for place, (actor, words, *_) in enumerate(self._rows[12]):
            top = rect.top() + 110 + 29 * place
            shown = painter.fontMetrics().elidedText(actor, Qt.TextElideMode.ElideRight, 100)
            self._words(painter, QRect(rect.left(), top, 110, 22), shown)
            painter.drawRoundedRect(QRect(rect.left() + 120 + 10 * place, top, 200, 19), 3, 3)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 180)
            self._words(painter, QRect(rect.left() + 128 + 10 * place, top, 190, 19), shown, ink=_QUIET)

    def _timeline(self, painter: QPainter, rect: QRect) -> None:
        for place, row in enumerate(self._rows[14][: rect.height() // _ROW + 1]):
            top = rect.top() + _ROW * place
            painter.setBrush(_TILE)
            painter.drawRoundedRect(QRect(rect.left() + 16, top + 9, 32, 32), 8, 8)
            self._words(painter, QRect(rect.left() + 60, top + 4, 300, 22), str(row[3]), self._bold)
            width = rect.width() - 280
            second = painter.fontMetrics().elidedText(str(row[7]), Qt.TextElideMode.ElideRight, width)
            self._words(painter, QRect(rect.left() + 60, top + 25, width, 22), second, ink=_QUIET)
            self._words(painter, QRect(rect.left(), top + 4, rect.width() - 16, 22), str(row[1]), side=_RIGHT)
            self._words(painter, QRect(rect.right() - 200, top + 4, 80, 22), str(row[9]), ink=_QUIET)
            painter.drawLine(rect.left(), top + _ROW - 1, rect.right(), top + _ROW - 1)

    def _side(self, painter: QPainter, x: int, top: int, width: int) -> None:
        wrap = Qt.TextFlag.TextWordWrap
        self._card(painter, QRect(x, top, width, 90), "Med egna ord")
        painter.drawText(QRect(x + 16, top + 34, width - 32, 50), wrap, self._rows[8][0][0])
        self._card(painter, QRect(x, top + 100, width, 260), "Nästa steg")
        for place, step in enumerate(self._rows[9][:6]):
            y = top + 134 + 38 * place
            painter.drawRoundedRect(QRect(x + 16, y, 20, 20), 5, 5)
            painter.drawText(QRect(x + 46, y, width - 60, 38), wrap, step[0])
        self._card(painter, QRect(x, top + 370, width, 130), "Bra att veta")
        for line, words in enumerate(("Trygg kontakt", "Skriv här", "Att mötas", "Skriv här")):
            self._words(painter, QRect(x + 16, top + 400 + 24 * line, width - 32, 22), words, ink=_QUIET)
