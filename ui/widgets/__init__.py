"""Painted and composed parts that several screens share."""
