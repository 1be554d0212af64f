"""What goes along with a write is done in its commit, or not at all."""

from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.store.drafts import get_draft, keep_draft, remove_draft
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Change, Store

FORM, MENTEE = "plan.goal", uuid4()


def test_a_companion_is_done_in_the_same_commit_and_not_after_the_block(store: Store) -> None:
    with store.write("draft_kept") as session:
        keep_draft(session, FORM, MENTEE, {"what": "ring"})
    told: list[Change] = []
    store.on_change(told.append)
    with store.along(lambda session: remove_draft(session, FORM, MENTEE)), store.write("mentee_added") as session:
        add_mentee(session, "Åsa")
    assert [change.tables >= {"draft", "mentee"} for change in told] == [True]
    with store.write("draft_kept") as session:
        keep_draft(session, FORM, MENTEE, {"what": "skriv"})
    with store.read() as session:
        assert get_draft(session, FORM, MENTEE) is not None


def test_at_an_error_the_companion_is_taken_back_too(store: Store) -> None:
    with store.write("draft_kept") as session:
        keep_draft(session, FORM, MENTEE, {"what": "ring"})
    with (
        pytest.raises(InputError),
        store.along(lambda session: remove_draft(session, FORM, MENTEE)),
        store.write("mentee_added") as session,
    ):
        add_mentee(session, "")
    with store.read() as session:
        assert get_draft(session, FORM, MENTEE) is not None
