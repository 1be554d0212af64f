"""The first run in four steps: language, passphrase, recovery sheet, how to begin."""

from .screen import FirstRunScreen
from .start_step import StartChoice, StartStep

__all__ = ["FirstRunScreen", "StartChoice", "StartStep"]
