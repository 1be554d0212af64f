"""`python -m mentorapp.cli VERB`, where the command itself is not installed."""

import sys

from .run import main

if __name__ == "__main__":
    sys.exit(main())
