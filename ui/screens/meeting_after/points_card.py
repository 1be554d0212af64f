"""What was said, point by point, for the one text that all parties share."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meetings import ProtocolPoint
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.growing_text import GrowingText
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .acts import AfterActs
from .reading import AfterView
from .shared_line import SharedLine

_NUMBER = 22


class PointsCard(Card):
    """What is printed stays: the head says when a change makes the next version."""

    def __init__(self, theme: Theme, texts: Texts, acts: AfterActs) -> None:
        super().__init__(theme, texts("papers.talked_about"), "talk", right=" ")
        self._texts, self._acts = texts, acts
        self._built: object = None
        self.fields: list[GrowingText] = []
        self.drafts: PageDrafts | None = None
        self._help = Text(theme, texts("after.points_help"), Role.SMALL, tone="ink2", wrap=True)
        self.add(self._help, below=4)
        self._printed = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self._printed, below=4)
        self.list = Rows(theme)
        self.body.addWidget(self.list)
        self.new = AddLine(theme, texts, texts("after.point_new"), acts.say)
        self.body.addWidget(self.new)

    def turn_to(self, view: AfterView) -> None:
        """To another meeting, with what was begun there."""
        key, mentee_id, store = view.meeting.id.hex, view.meeting.mentee_id, self._acts.store
        self.drafts = PageDrafts(store, f"after.points:{key}", mentee_id, parent=self, texts=self._texts)
        self.new.keep_drafts(FormDrafts(store, f"after.point:{key}", mentee_id))

    def show_view(self, view: AfterView) -> None:
        assert self.drafts is not None
        version = view.meeting.protocol_version
        self.set_right(self._texts("after.version", number=version) if version > 1 else " ")
        self._printed.setText(self._texts("after.is_printed", number=version + 1))
        self._printed.setVisible(view.is_printed)
        self._help.setVisible(not view.points)
        pieces = [(one.id, one.info_class, one.workplace_relevant) for one in view.points]
        built = (pieces, {item: view.kept[item] for item in _items(view)}, view.agreed, view.at_work)
        if built != self._built:
            self._built = built
            self._build(view)
        self.drafts.show(view.meeting.mentee_id, {f"text:{one.id.hex}": one.text for one in view.points})

    def _build(self, view: AfterView) -> None:
        assert self.drafts is not None
        self.drafts.write_all()
        self.fields = []
        self.list.fill([self._point(view, place, one) for place, one in enumerate(view.points, 1)])

    def _point(self, view: AfterView, place: int, one: ProtocolPoint) -> QWidget:
        assert self.drafts is not None
        texts, acts = self._texts, self._acts
        text = GrowingText(self.theme, texts("after.point", number=place), texts("after.point_new"), role=Role.BODY)
        text.setObjectName(f"text {place}")
        text.setPlainText(one.text)
        self.fields.append(text)
        self.drafts.attach(f"text:{one.id.hex}", text, partial(self._reword, one))
        remove = Button(
            self.theme, "", "x", kind=Kind.QUIET, size=Size.ROW, name=texts("after.point_remove", number=place)
        )
        remove.setObjectName(f"remove {place}")
        remove.clicked.connect(lambda: acts.unsay(one.id))
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(SIDE, 8, SIDE, 8)
        number = Text(self.theme, str(place), tone="ink2", bold=True)
        number.setFixedWidth(self.theme.px(_NUMBER))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text)
        words.addWidget(self._shared(view, one))
        line.addLayout(words, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return whole

    def _shared(self, view: AfterView, one: ProtocolPoint) -> SharedLine:
        item = f"point:{one.id}"
        shared = SharedLine(
            self.theme, self._texts, view, item, one.info_class, partial(self._classify, one),
            lambda yes: self._acts.agree([item], yes),
        )  # fmt: skip
        if view.at_work:
            at_work = TickBox(self.theme, self._texts("after.at_work"), fades=False)
            at_work.setObjectName(f"at_work {item}")
            at_work.setChecked(one.workplace_relevant)
            at_work.clicked.connect(lambda on: self._acts.reword(one.id, workplace_relevant=on))
            shared.add_box(at_work)
        return shared

    def _reword(self, one: ProtocolPoint, text: str) -> None:
        """Emptied is taken away."""
        if text.strip():
            self._acts.reword(one.id, text=text)
        else:
            self._acts.unsay(one.id)

    def _classify(self, one: ProtocolPoint, info_class: InfoClass) -> None:
        self._acts.reword(one.id, info_class=info_class)


def _items(view: AfterView) -> list[str]:
    return [item for item in view.kept if item.startswith("point:")]
