"""The whole program, for tests of what stands round the screens."""

from tests.program import keys, parts, passphrase, profile, sealed, start, stored, tab_to, unlocked

__all__ = ["keys", "parts", "passphrase", "profile", "sealed", "start", "stored", "tab_to", "unlocked"]
