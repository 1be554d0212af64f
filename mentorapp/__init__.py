"""Mentor: the whole program without a screen. Runs from a script, a test or the terminal; never imports Qt."""

__version__ = "0.1.0"
