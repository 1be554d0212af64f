"""A row that somebody still holds after it was made can be changed in the same write, and taken back."""

from datetime import date
from typing import Any

from mentorapp.store.store import Store
from mentorapp.store.tables.plans import StepRow


def test_a_field_that_was_not_given_can_be_set_while_the_row_is_held(store: Store, household: Any, day: date) -> None:
    with store.write("step_added") as session:
        row = StepRow(goal_id=household.goal, text="Ringa", order=9)
        session.add(row)
        session.flush()
        row.done_on = day
        key = row.id
    with store.write("step_changed") as session:
        session.get_one(StepRow, key).text = "Ringa själv"
    store.undo()
    store.undo()
    with store.read() as session:
        assert session.get(StepRow, key) is None
    store.redo()
    with store.read() as session:
        assert session.get_one(StepRow, key).done_on == day
