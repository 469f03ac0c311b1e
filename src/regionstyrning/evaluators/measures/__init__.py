"""Verdicts on indicators, in every way that the sources can be read."""
