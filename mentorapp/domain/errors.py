"""Errors that a user can understand: a key for the sentence and the words that go into it.

Two kinds. `MentorError` is something the user can put right (a date, a passphrase, a file name).
`WorldFault` is the world's: a full disk, a damaged file. Anything else that is raised is a bug.
The sentences themselves stand in `resources/translations/<language>/errors.json`.
"""


class MentorError(Exception):
    """`key` names the sentence under `errors.`; `values` are its words, never a mentee's data."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class InputError(MentorError):
    """A value that cannot be stored; `field` is the name of the field it was typed in."""

    def __init__(self, field: str, key: str, **values: object) -> None:
        super().__init__(key, **values)
        self.field = field


class NotFoundError(MentorError):
    """What was asked for is not in the store."""


class WorldFault(MentorError):
    """The world's fault: nothing the user typed. What was stored before is untouched."""
