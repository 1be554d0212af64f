"""One module a screen; no screen knows another."""
