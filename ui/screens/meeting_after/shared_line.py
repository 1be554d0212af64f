"""Below a point or a promise: what it is about, and whether it stands in the common text, or who keeps it out."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.sharing import InfoClass, Why
from mentorapp.language.names import together
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.class_choice import ClassChoice
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .reading import AfterView


class SharedLine(QWidget):
    """`choose(InfoClass)` and `agree(bool)` store what is changed. Only the mentor sees this."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        view: AfterView,
        item: str,
        info_class: InfoClass,
        choose: Callable[[InfoClass], object],
        agree: Callable[[bool], object],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._flow = FlowLayout(None, 10)
        column.addLayout(self._flow)
        self.about = ClassChoice(theme, texts, info_class)
        self.about.setObjectName(f"class {item}")
        self.about.chosen.connect(choose)
        self._flow.addWidget(self.about)
        kept = view.kept.get(item, ())
        self.agreed: TickBox | None = None
        if item in view.agreed or (kept and all(why is Why.NOT_TICKED for _, why in kept)):
            self.agreed = TickBox(theme, texts("after.agreed"), fades=False)
            self.agreed.setObjectName(f"agreed {item}")
            self.agreed.setChecked(item in view.agreed)
            self.agreed.clicked.connect(agree)
            self._flow.addWidget(self.agreed)
        if kept and self.agreed is None:
            column.addWidget(Text(theme, kept_words(texts, view, item), Role.SMALL, tone="no", wrap=True))
        elif not kept:
            self._flow.addWidget(Text(theme, texts("after.stands"), Role.SMALL, tone="ok"))

    def add_box(self, box: TickBox) -> None:
        """Another thing to say of it, such as that it is about the workplace."""
        self._flow.addWidget(box)


def kept_words(texts: Texts, view: AfterView, item: str) -> str:
    """Står inte i protokollet: Sture får aldrig se det."""
    reasons: dict[Why, list[str]] = {}
    for who, why in view.kept[item]:
        name = view.mentee.preferred_name if who.is_mentee else who.name.partition(" ")[0]
        reasons.setdefault(why, []).append(name)
    said = [texts(f"after.kept_{why.value}", who=together(texts, names)) for why, names in reasons.items()]
    return texts("after.kept", why="; ".join(said))
