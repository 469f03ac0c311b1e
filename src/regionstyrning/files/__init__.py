"""TOML and JSON in and out: loading, saving, faults of files and where records are written."""

from __future__ import annotations

from regionstyrning.files.faults.fault import FaultyFile
from regionstyrning.files.load import load
from regionstyrning.files.packaged import load_region, regions
from regionstyrning.files.save import save
from regionstyrning.files.schema import json_schema

__all__ = ["FaultyFile", "json_schema", "load", "load_region", "regions", "save"]
