"""TOML and JSON in and out: loading, saving, faults of files and where records are written."""

from __future__ import annotations

from regionstyrning.files.faults import FaultyFile
from regionstyrning.files.load import load
from regionstyrning.files.packaged import load_region, regions
from regionstyrning.files.save import save

__all__ = ["FaultyFile", "load", "load_region", "regions", "save"]
