"""Packages that lie on the path as if they were installed: what says who they are, and their modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def install(folder: Path, package: str, entry_points: str, modules: Mapping[str, str] | None = None) -> None:
    """
    Write a package into a folder.

    Args:
        folder: A folder on the path.
        package: Name of the distribution.
        entry_points: What stands in its ``entry_points.txt``.
        modules: The text of each module, by name.
    """
    about = folder / f"{package.replace('-', '_')}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for name, text in (modules or {}).items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
