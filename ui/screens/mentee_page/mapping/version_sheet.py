"""A new version of the mapping: which kind, and from when. What the last one says comes along to be asked again."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.mapping import Mapping, MappingType
from mentorapp.language.texts import Texts
from mentorapp.store.mappings import begin_mapping
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

_PLACE = "mapping"


class VersionSheet(FormSheet):
    """`earlier` None begins the first."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        mentee_id: UUID,
        enrolment_id: UUID,
        earlier: Mapping | None,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("mapping.new_version"),
            form=f"{_PLACE}.version",
            mentee_id=mentee_id,
            label="mapping_begun",
            save_text=texts("mapping.begin"),
        )
        self._enrolment = enrolment_id
        first = MappingType.START if earlier is None else MappingType.UPDATE
        choices = [Choice(one.value, texts(f"codes.mapping_type_{one.value}")) for one in MappingType]
        self.type = self.add(
            "type", ChoiceChips(theme, texts("mapping.type"), choices, first.value, ticked=True), texts("mapping.type")
        )
        day = DateField(theme, texts, store.clock, texts("mapping.started_on"), store.clock.today(), optional=False)
        self.started_on = self.add("started_on", day)
        if earlier is not None:
            self.body.addWidget(Text(theme, texts("mapping.comes_along"), Role.SMALL, tone="ink2", wrap=True))

    def write(self, session: Session) -> object:
        return begin_mapping(session, self._enrolment, MappingType(self.type.current()), self.started_on.day())
