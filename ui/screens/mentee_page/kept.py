"""What has been read about the people seen last: who is seen again before anything was written is not read again."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mentorapp.store.store import Store

V = TypeVar("V")
_MOST = 24


class Kept(Generic[V]):
    """`get(key, read)` gives what is kept, or reads it. The key holds all that the value depends on beside the store,
    such as the day."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._at = -1
        self._values: dict[tuple[object, ...], V] = {}

    def get(self, key: tuple[object, ...], read: Callable[[], V]) -> V:
        if self._at != self._store.written:
            self._at = self._store.written
            self._values.clear()
        value = self._values.pop(key, None)
        if value is None:
            value = read()
            if len(self._values) >= _MOST:
                self._values.pop(next(iter(self._values)))
        self._values[key] = value
        return value
