"""A month to pick a day from, for those who would rather point than type."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme


def pick_day(
    field: QWidget, theme: Theme, texts: Texts, start: date, picked: Callable[[date], None]
) -> QCalendarWidget:
    """Opens under `field` and calls `picked` with the day; Esc or a click beside it closes it without a word."""
    month = QCalendarWidget(field)
    month.setWindowFlags(Qt.WindowType.Popup)
    month.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    month.setAccessibleName(texts("widgets.date_pick"))
    month.setLocale(QLocale("sv_SE" if texts.language == "sv" else "en_GB"))
    month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    month.setFont(theme.font(Role.BODY))
    plain = QTextCharFormat()
    plain.setForeground(theme.colour("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(weekday, plain)  # the weekend is no warning
    month.setSelectedDate(QDate(start.year, start.month, start.day))

    def take(chosen: QDate) -> None:
        month.close()
        picked(date(chosen.year(), chosen.month(), chosen.day()))

    month.clicked.connect(take)
    month.activated.connect(take)
    month.move(field.mapToGlobal(QPoint(0, field.height() + 4)))
    month.show()
    month.setFocus(Qt.FocusReason.PopupFocusReason)
    return month
