"""The whole program, for stories told by keyboard alone."""

from tests.program import parts, profile, start

__all__ = ["parts", "profile", "start"]
