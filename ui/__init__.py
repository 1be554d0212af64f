"""The window on the program."""
