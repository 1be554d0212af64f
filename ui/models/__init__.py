"""Generic item models over frozen rows."""
