"""What a menu on the tab does at once; each is one step that can be undone."""

from datetime import timedelta
from uuid import UUID

from mentorapp.domain.consents import ConsentForm
from mentorapp.domain.network import NetworkLink
from mentorapp.store.consents import change_consent, remove_consent, withdraw_consent
from mentorapp.store.network import contact_left, end_link, remove_link
from mentorapp.store.obstacles import clear_obstacle, remove_obstacle
from mentorapp.store.store import Store


class NetworkActs:
    """The store behind the rows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def end(self, link: NetworkLink) -> None:
        """Yesterday was the last day; a role that began today ends today."""
        today = self._store.clock.today()
        last = today - timedelta(days=1)
        with self._store.write("link_ended") as session:
            end_link(session, link.id, max(last, link.from_date) if link.from_date else last)

    def remove(self, link_id: UUID) -> None:
        with self._store.write("link_removed") as session:
            remove_link(session, link_id)

    def stays(self, contact_id: UUID) -> None:
        """The last day at work was a mistake."""
        with self._store.write("contact_left") as session:
            contact_left(session, contact_id, None)

    def withdraw(self, mentee_id: UUID, consent_id: UUID) -> int:
        """At once and without a question; gives how many papers that were made no longer hold by it."""
        from mentorapp.store.stale_prints import list_stale

        with self._store.write("consent_withdrawn") as session:
            before = {one.record.id for one in list_stale(session, mentee_id)}
            withdraw_consent(session, consent_id)
            session.flush()
            return len({one.record.id for one in list_stale(session, mentee_id)} - before)

    def remove_consent(self, consent_id: UUID) -> None:
        """It was written by mistake."""
        with self._store.write("consent_removed") as session:
            remove_consent(session, consent_id)

    def signed(self, consent_id: UUID) -> None:
        """The signature came today: what was given by word of mouth is in writing now."""
        with self._store.write("consent_signed") as session:
            change_consent(session, consent_id, signed_on=self._store.clock.today(), form=ConsentForm.WRITTEN)

    def clear(self, obstacle_id: UUID, gone: bool) -> None:
        with self._store.write("obstacle_cleared" if gone else "obstacle_back") as session:
            clear_obstacle(session, obstacle_id, self._store.clock.today() if gone else None)

    def remove_obstacle(self, obstacle_id: UUID) -> None:
        with self._store.write("obstacle_removed") as session:
            remove_obstacle(session, obstacle_id)
