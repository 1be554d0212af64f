"""Rules and frozen values of the work itself; standard library only."""
