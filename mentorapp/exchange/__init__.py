"""What goes in and out of the store: prints and files."""
