"""A row about charts: new values placed and painted, against a bare painter with as many lines, dots and words."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from mentorapp.domain.charts import TrendCurves
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.language import Texts
from ui.theme import Role, Theme
from ui.widgets.trend_chart import TrendChart

from .measuring import Row, compared, events, p95, timed

_SIZE = (460, 300)
_FORMS = 24
_TIMES = 9


def chart_row(theme: Theme) -> Row:
    """Two years of monthly ORS and SRS with cut-off, band, labels and a step at a birthday."""
    chart = TrendChart(theme, Texts("sv"), _curves(0))
    chart.resize(*_SIZE)
    image = QImage(*_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    others = [_curves(number) for number in range(1, 5)]
    turn = iter(range(10**9))

    def product() -> None:
        chart.set_curves(others[next(turn) % len(others)])
        chart.render(image)

    def floor() -> None:
        _bare(theme, image)

    product()
    return compared(
        "chart of 48 forms, placed and painted", "16 ms p95", timed(floor, _TIMES), timed(product, _TIMES),
        p95=p95(product for _ in range(events())),
    )  # fmt: skip


def _curves(number: int) -> TrendCurves:
    days = [date(2025, 1, 7) + timedelta(days=30 * month) for month in range(_FORMS)]
    ors = [Total(day, Decimal(150 + (month * 37 + number * 11) % 180) / 10) for month, day in enumerate(days)]
    srs = [Total(day, Decimal(300 + (month * 53 + number) % 90) / 10) for month, day in enumerate(days)]
    return session_curves(ors, srs, birth_date=date(2007, 10, 20), with_band=True)


def _bare(theme: Theme, image: QImage) -> None:
    """The same amount of ink, at places that are known."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(image.rect(), theme.colour("surface"))
    painter.setFont(theme.font(Role.CAPTION))
    painter.setPen(QPen(theme.colour("primary"), 2.75))
    for line in range(2):
        points = [QPointF(30 + 17 * at, 60 + 90 * line + at * 37 % 60) for at in range(_FORMS)]
        painter.drawPolyline(QPolygonF(points))
        for point in points:
            painter.drawEllipse(point, 4, 4)
            painter.drawText(point + QPointF(-9, 18), "24,1")
    painter.end()
