"""Two voices on one form: a line for each question with the person's circle, the supervisor's diamond, and the tick of
the time before; a bar joins the two where they see it differently.

`TwoVoices(theme, texts, rows, names)` with `VoiceRows` of the domain and `VoiceNames` of the language. Up and Down walk
the questions, Left and Right the marks of one; `activated(int)` carries three times the row plus the mark (0 own,
1 other, 2 earlier). `legend()` names the shapes; a `ChartCard` puts it under the picture.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.charts import Voice
from mentorapp.domain.voice_rows import VoiceRows
from mentorapp.language import chart_words as words
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .chart import Chart
from .painted import smooth
from .voice_legend import VoiceLegend
from .voice_painting import VOICES, VoicePainter, VoicePlaces, marks_of

_WIDE, _LEAST, _EMPTY, _REACH = 560, 250, 90, 11


class TwoVoices(Chart):
    """A picture with a description and a table; one Tab stop."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        rows: VoiceRows,
        names: words.VoiceNames | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, texts, texts("charts.voices"), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._legend: VoiceLegend | None = None
        self.set_rows(rows, names)

    def set_rows(self, rows: VoiceRows, names: words.VoiceNames | None = None) -> None:
        self._rows = rows
        self._names = names or words.voice_names(self.texts)
        self.values_changed()
        if self._legend is not None:
            self._legend.set_voices(self.voices())

    def rows(self) -> VoiceRows:
        return self._rows

    def voices(self) -> tuple[tuple[Voice, str], ...]:
        """Those who have answered, with their names."""
        called = zip(VOICES, (self._names.own, self._names.other, self._names.earlier), self._days(), strict=True)
        return tuple((voice, name) for voice, name, day in called if day is not None)

    def legend(self) -> VoiceLegend:
        """One, which follows the values; whoever asks gives it a place."""
        if self._legend is None:
            self._legend = VoiceLegend(self.theme, self.voices())
        return self._legend

    def count(self) -> int:
        return len(self._rows.rows) * len(VOICES)

    def spot(self, place: int) -> QRectF:
        number, voice = divmod(place, len(VOICES))
        at, reach = self._places().at(number, marks_of(self._rows.rows[number])[voice] or 0.0), self.theme.px(_REACH)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def place_at(self, where: QPointF) -> int | None:
        """A mark that is not there cannot be clicked."""
        there = [at for at in range(self.count()) if self._is_marked(at) and self.spot(at).contains(where)]
        return min(there, key=lambda at: abs(self.spot(at).center().x() - where.x()), default=None)

    def point_in_words(self, place: int) -> str:
        number, voice = divmod(place, len(VOICES))
        return words.voice_mark_in_words(self.texts, self._rows.rows[number], self._names, self._rows, voice)

    def whole_in_words(self) -> str:
        return words.voices_in_words(self.texts, self._rows, self._names)

    def table(self) -> words.TableTwin:
        return words.voices_table(self.texts, self._rows, self._names)

    def beside(self, place: int, way: int) -> int | None:
        if place < 0:
            return 0
        number, voice = divmod(place, len(VOICES))
        return max(0, min(len(self._rows.rows) - 1, number + way)) * len(VOICES) + voice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right pass over forms that are not there at all."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() and self.count():
            way = 1 if event.key() == Qt.Key.Key_Right else -1
            ahead = range(self.current() + way, self.count() if way > 0 else -1, way)
            there = next((at for at in ahead if self._days()[at % len(VOICES)] is not None), None)
            if there is not None:
                self.go(there)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wide = self.theme.px(_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_LEAST), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._rows.rows:
            return self.theme.px(_EMPTY)
        return VoicePlaces(self.theme, self._rows, width).height

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        if self._rows.rows:
            VoicePainter(painter, self.theme, self.texts, self._rows, self._places()).paint()
        else:
            self.paint_empty(painter)

    def _places(self) -> VoicePlaces:
        return VoicePlaces(self.theme, self._rows, self.width())

    def _days(self) -> tuple[object, object, object]:
        return self._rows.own_on, self._rows.other_on, self._rows.earlier_on

    def _is_marked(self, place: int) -> bool:
        number, voice = divmod(place, len(VOICES))
        return marks_of(self._rows.rows[number])[voice] is not None
