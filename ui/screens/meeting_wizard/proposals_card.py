"""What the mentor proposes to the meeting, a field for each class: it stands on the summary of whoever may see that."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.summary_sheet import PROPOSAL, PROPOSAL_CLASSES
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.chip import ChipButton
from ui.widgets.class_chip import class_label, class_look
from ui.widgets.flow import FlowLayout
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .acts import WizardActs


class ProposalsCard(Card):
    """The plan has its field from the beginning; a press on a chip opens another. What is emptied stays until one
    comes back to the step."""

    def __init__(self, theme: Theme, texts: Texts, acts: WizardActs, meeting_id: UUID, mentee_id: UUID) -> None:
        super().__init__(theme, texts("wizard.proposals"), "pencil")
        self._mentee = mentee_id
        self._opened: set[InfoClass] = {InfoClass.PLAN}
        self.fields: dict[InfoClass, TextField] = {}
        self.chips: dict[InfoClass, ChipButton] = {}
        self.drafts = PageDrafts(acts.store, f"wizard.proposal:{meeting_id.hex}", mentee_id, parent=self, texts=texts)
        self.add(Text(theme, texts("wizard.proposals_help"), Role.SMALL, tone="ink2", wrap=True), above=2, below=10)
        place = QWidget()
        lines = QVBoxLayout(place)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        chips = QWidget()
        flow = FlowLayout(chips, 8)
        for one in PROPOSAL_CLASSES:
            label = class_label(texts, one)
            field = TextField(theme, label, lines=2)
            field.box.setAccessibleName(texts("wizard.proposal_of", what=label))
            self.fields[one] = field
            lines.addWidget(field)
            self.drafts.attach(one.value, field, partial(acts.reword, f"{PROPOSAL}{one.value}"))
            chip = ChipButton(theme, class_look(texts, one))
            chip.setAccessibleName(texts("wizard.proposal_add", what=label))
            chip.clicked.connect(partial(self.open, one))
            self.chips[one] = chip
            flow.addWidget(chip)
        self.add(place, below=10)
        self.add(chips, below=14)
        self._fit()

    def show_words(self, wordings: Mapping[str, str]) -> None:
        values = {one.value: wordings.get(f"{PROPOSAL}{one.value}", "") for one in PROPOSAL_CLASSES}
        self.drafts.show(self._mentee, values)
        self._opened |= {one for one, field in self.fields.items() if field.text().strip()}
        self._fit()

    def open(self, info_class: InfoClass, _checked: bool = False) -> None:
        self._opened.add(info_class)
        self._fit()
        self.fields[info_class].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        for one, field in self.fields.items():
            field.setVisible(one in self._opened)
            self.chips[one].setVisible(one not in self._opened)
