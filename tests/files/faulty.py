"""Files with faults, and what is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.files import FaultyFile, load

if TYPE_CHECKING:
    from pathlib import Path

MAIN = 'format = 2\nid = "x"\ntitle = "X"\nas_of = 2025-01-01\nstatus = "fictional"\n'
"""Five lines that a region needs."""

DOCUMENT: dict[str, Any] = {"format": 2, "id": "x", "title": "X", "as_of": "2025-01-01", "status": "fictional"}
"""The same as a JSON document."""


def faults(path: Path) -> list[str]:
    """What is said of a file or folder that does not load, line by line."""
    with pytest.raises(FaultyFile) as caught:
        load(path)
    return str(caught.value).splitlines()


def in_toml(folder: Path, text: str) -> list[str]:
    """What is said of a region whose main file goes on so from line 6."""
    return in_folder(folder, {"region.toml": MAIN + text})


def in_folder(folder: Path, files: dict[str, str]) -> list[str]:
    """What is said of a folder of files."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return faults(folder)


def in_json(folder: Path, **more: Any) -> list[str]:  # noqa: ANN401 - whatever a document holds
    """What is said of a document that also holds this, with one key a line."""
    file = folder / "modell.json"
    pairs = ",\n".join(f"{json.dumps(key)}:{json.dumps(value)}" for key, value in {**DOCUMENT, **more}.items())
    file.write_text(f"{{\n{pairs}}}", encoding="utf-8")
    return faults(file)
