"""What is found, in formats that other programs read."""

from __future__ import annotations

from regionstyrning.export.sarif import sarif

__all__ = ["sarif"]
