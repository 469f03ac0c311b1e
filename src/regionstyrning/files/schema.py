"""The JSON Schema of a model's file, shipped as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("schema.json")


def json_schema() -> dict[str, Any]:
    """
    The JSON Schema (draft 2020-12) of a model's file.

    Returns:
        It accepts every JSON file of the newest format that `load` accepts, and every folder of TOML as one
        document; it refuses unknown keys. What holds between records it does not say.
    """
    import json  # noqa: PLC0415 - loaded when first used

    schema: dict[str, Any] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return schema
