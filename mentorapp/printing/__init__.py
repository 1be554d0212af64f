"""Prints: released values in, PDF bytes out."""
