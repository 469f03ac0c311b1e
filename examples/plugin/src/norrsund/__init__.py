"""What Region Norrsund, which does not exist, adds to the library."""

from __future__ import annotations

from pathlib import Path

MODEL = Path(__file__).parent / "modell"
"""The folder of its model."""
