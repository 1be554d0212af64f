"""The encrypted store: the only place where anything about a mentee is kept."""
