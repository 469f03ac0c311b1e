"""What all financial goals together, and the whole, are called among what is asked of a year ahead."""

from __future__ import annotations

FINANCIAL, GEH = "finansiella-mal", "geh"
"""All financial goals that count together, and god ekonomisk hushållning by the region's own rule."""
