"""What the tab writes: a filled form, and the answer to the question about the licence."""

from uuid import UUID

from mentorapp.domain.scale_rounds import DueRound
from mentorapp.domain.scales import ScaleUse
from mentorapp.store.scale_responses import add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from ui.widgets.scale_entry import About, Answers, Form, new_response

from .subject import Subject


class ScalesActs:
    """`mentee_id` and `enrolment_id` are whose they are now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(
        self, form: Form, subject: Subject, answers: Answers, mentee: UUID, enrolment: UUID | None, due: DueRound | None
    ) -> UUID:
        """InputError as `add_response`."""
        placement = subject.placement
        about = About(
            mentee_id=mentee,
            enrolment_id=enrolment if placement is None else placement.enrolment_id,
            placement_id=subject.placement_id,
            contact_id=placement.supervisor_id if placement is not None and subject.is_supervisors else None,
        )
        chosen = {"round": due.kind, "round_of": due.of} if due and subject.scale.use is ScaleUse.SELF else {}
        with self._store.write("scale_filled") as session:
            return add_response(session, new_response(form, about, answers, **chosen))

    def answer_licence(self) -> None:
        """Asked once, before the first rating of that kind (B.8)."""
        with self._store.write("licence_answered") as session:
            change_setting(session, "session_rating_licence", True)
