"""The invented people of Provköping, and stores of any size for measuring."""
