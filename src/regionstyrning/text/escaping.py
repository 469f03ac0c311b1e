"""Make text from a file harmless where it is shown."""

from __future__ import annotations

import html
import re
import unicodedata

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_KEPT = frozenset("\n\t")


def for_html(text: str) -> str:
    """
    Escape text for HTML, quotes included.

    >>> for_html('<b a="1">')
    '&lt;b a=&quot;1&quot;&gt;'
    """
    return html.escape(printable(text))


def printable(text: str) -> str:
    r"""
    Replace characters that would steer a terminal or turn the direction of the text.

    Line feeds and tabs are kept; a carriage return before a line feed is dropped.

    >>> printable("a\x1b[31mb")
    'a�[31mb'
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n")
    return "".join(char if char in _KEPT or not _steers(char) else "\N{REPLACEMENT CHARACTER}" for char in lines)


def one_line(text: str) -> str:
    r"""
    Make text harmless and its white space single spaces.

    No-break spaces are kept: they hold figures and paragraphs together.

    >>> one_line("Ett mål\n  på två rader")
    'Ett mål på två rader'
    """
    return printable(_SPACES.sub(" ", text).strip())


def _steers(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and char != "\N{SOFT HYPHEN}"
