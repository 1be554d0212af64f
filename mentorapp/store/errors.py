"""What can go wrong with a store and its keys, each with its own sentence under `errors.` in the texts.

What the user can put right derives from `MentorError`, the world's faults from `WorldFault`. No error here carries a
path, a passphrase or a row: only counts and numbers of groups.
"""

from typing import ClassVar

from mentorapp.domain.errors import InputError, MentorError, WorldFault


class StoreMistakeError(MentorError):
    """Another file, another name or another way is needed; `sentence` is the key of the text."""

    sentence: ClassVar[str]

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence, **values)


class StoreFaultError(WorldFault):
    """The world's fault around the store; `sentence` is the key of the text."""

    sentence: ClassVar[str]

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence, **values)


# What the user typed.


class WrongPassphraseError(InputError):
    """No slot opens with this passphrase."""

    def __init__(self) -> None:
        super().__init__("passphrase", "passphrase_wrong")


class PassphraseUnfitError(InputError):
    """A new passphrase that cannot be taken: empty, too long, or with characters no keyboard repeats."""


class WrongRecoveryKeyError(InputError):
    """Group `group` (from 1) is not as on the sheet."""

    def __init__(self, group: int) -> None:
        super().__init__("recovery_key", "recovery_group_wrong", group=group)
        self.group = group


class RecoveryKeyLengthError(InputError):
    """Characters are missing or left over; `group` is where the groups stop fitting, or the last one."""

    def __init__(self, typed: int, expected: int, group: int) -> None:
        key = "recovery_too_short" if typed < expected else "recovery_too_long"
        super().__init__("recovery_key", key, typed=typed, expected=expected, group=group)
        self.group = group


class RecoveryKeyMismatchError(InputError):
    """Each group is well formed, but together they are no recovery key."""

    def __init__(self) -> None:
        super().__init__("recovery_key", "recovery_groups_do_not_fit")


class RecoveryKeyForeignError(InputError):
    """A true recovery key, but not of this store."""

    def __init__(self) -> None:
        super().__init__("recovery_key", "recovery_of_another_store")


# The file that was chosen.


class StoreMissingError(StoreMistakeError):
    sentence = "store_missing"


class StoreIsFolderError(StoreMistakeError):
    sentence = "store_is_folder"


class StoreExistsError(StoreMistakeError):
    sentence = "store_exists"


class StorePlaintextError(StoreMistakeError):
    """An ordinary SQLite file: readable by anyone, so not ours."""

    sentence = "store_plaintext"


class StoreForeignError(StoreMistakeError):
    """A file of another program."""

    sentence = "store_foreign"


class StoreUnreadableError(StoreFaultError):
    """The file is there, but this account may not read it."""

    sentence = "store_unreadable"


class StoreReadOnlyError(StoreFaultError):
    """The file, its folder or its disk cannot be written."""

    sentence = "store_read_only"


class StoreUnreachableError(StoreFaultError):
    """The folder is gone: a memory stick taken out, a network drive away."""

    sentence = "store_unreachable"


class StoreEmptyError(StoreFaultError):
    """0 bytes. SQLCipher would open it under any key as an empty store."""

    sentence = "store_empty"


class StoreTooShortError(StoreFaultError):
    """Less than one page."""

    sentence = "store_too_short"


class StoreDamagedError(StoreFaultError):
    """Its pages do not pass their authentication, or the key is of another store."""

    sentence = "store_damaged"


class StoreNewerError(StoreFaultError):
    """Written by a newer version of the program."""

    sentence = "store_newer"


class StoreInUseError(StoreFaultError):
    """Another process holds it."""

    sentence = "store_in_use"


class DiskFullError(StoreFaultError):
    sentence = "disk_full"


class DiskFaultError(StoreFaultError):
    """The disk did not read or write what it was asked to."""

    sentence = "disk_fault"


class MemoryLowError(StoreFaultError):
    sentence = "memory_low"


class CopyNotVerifiedError(StoreFaultError):
    """The copy did not read back whole; it was removed."""

    sentence = "copy_not_verified"


class EngineUnsafeError(StoreFaultError):
    """The installed SQLite is not SQLCipher, or has a known bug that loses data."""

    sentence = "engine_unsafe"


# The header file, which holds the keys.


class HeaderMissingError(StoreFaultError):
    sentence = "header_missing"


class HeaderDamagedError(StoreFaultError):
    """Not canonical, not authentic, or with values out of bounds."""

    sentence = "header_damaged"


class HeaderNotWrittenError(StoreFaultError):
    """A new header did not read back whole; the old one was put back."""

    sentence = "header_not_written"


# The keyring of the operating system.


class KeyringRefusedError(StoreFaultError):
    """Not one of the five keyrings that are known to encrypt."""

    sentence = "keyring_refused"


class KeyringUnavailableError(StoreFaultError):
    """No keyring, a locked one, or one that did not keep what it was given."""

    sentence = "keyring_unavailable"


class KeyringSilentError(StoreFaultError):
    """No answer in time."""

    sentence = "keyring_silent"


class KeyringSlotMissingError(StoreFaultError):
    """This store does not open with the keyring: no slot, no secret, or a stale one."""

    sentence = "keyring_slot_missing"
