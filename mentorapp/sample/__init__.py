"""The sample people of Provköping, and stores of a given size: to look around in, to test with, to measure on."""

from .days import DayClock
from .generator import SIZES, fill_size
from .provkoping import fill_sample

__all__ = ["SIZES", "DayClock", "fill_sample", "fill_size"]
