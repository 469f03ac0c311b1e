"""Verdicts on goals, and on all that goals make up, to the whole region."""
