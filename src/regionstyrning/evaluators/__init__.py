"""Verdicts on how goals are met: named, pluggable ways of judging."""
