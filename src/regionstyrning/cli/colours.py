"""Colours for a terminal, put on text that is whole without them."""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.theme import Theme

_STYLES = {
    "mark.heading": "bold",
    "mark.error": "bold red",
    "mark.warning": "bold yellow",
    "mark.note": "bold blue",
    "mark.line": "bright_black",
    "mark.id": "cyan",
}


class _Marks(RegexHighlighter):
    base_style = "mark."
    highlights: ClassVar[list[str]] = [
        r"(?m)^(?P<heading>[A-ZÅÄÖ][A-ZÅÄÖ, ]+)$",
        r"(?m)^(?P<error>FEL|ERRORS)$",
        r"(?m)^(?P<warning>VARNINGAR|WARNINGS)$",
        r"(?m)^(?P<note>UPPLYSNINGAR|NOTES)$",
        r"(?m)^(?P<line>[- ]*--[- ]*)$",
        r"(?m)^(?P<line>[│├└─ ]*[│├└─])",
        r"(?P<id>\[[a-z0-9][^\]\s]*\])",
    ]


def paint(text: str) -> None:
    """
    Write text to the terminal with its headings, ids and lines in colour.

    Args:
        text: Text without control signs. Nothing in it is read as markup.
    """
    console = Console(file=sys.stdout, theme=Theme(_STYLES), highlighter=_Marks(), emoji=False, markup=False)
    console.print(text, soft_wrap=True)
