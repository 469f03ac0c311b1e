"""What is written in drawings, for tests of them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def words(drawing: str) -> list[str]:
    """The texts of a drawing, in order."""
    return [each.text or "" for each in ET.fromstring(drawing).iter(f"{SVG}text")]  # noqa: S314 - our own
