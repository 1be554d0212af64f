"""The terminal: `mentorapp VERB`, for support and for automation.

Errors go to standard error, one plain sentence each. Exit code 2 is the user's mistake, 1 a fault, 0 all is well.
A passphrase is asked for or read from a file; it is never an argument and never taken from the environment.
"""

from .run import main

__all__ = ["main"]
