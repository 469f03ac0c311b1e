"""Numbers as they are written in Swedish and English text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.text.sentences import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

MINUS = "\N{MINUS SIGN}"
SPACE = "\N{NO-BREAK SPACE}"


def number(value: Decimal | int, lang: str = "sv") -> str:
    r"""
    Write a number with its own decimals, never rounded.

    Args:
        value: Any finite number.
        lang: Swedish has a decimal comma and a space between thousands; English a point and a comma.

    >>> from decimal import Decimal
    >>> number(Decimal("-1234.50"))
    '−1\xa0234,50'
    """
    text = format(value, ",f") if not isinstance(value, int) else format(value, ",d")
    sign, digits = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    if lang == "sv":
        return sign + digits.replace(",", SPACE).replace(".", ",")
    language(lang)
    return sign + digits


def counted(count: int, one: str, many: str) -> str:
    """
    Write a count with its noun.

    >>> counted(1, "fel", "fel"), counted(2, "mål", "mål")
    ('1 fel', '2 mål')
    """
    return f"{count} {one if count == 1 else many}"


def spans(years: Iterable[int]) -> Iterator[str]:
    """
    Write years in order, those in a row from–to.

    >>> list(spans([2025, 2021, 2022, 2023]))
    ['2021–2023', '2025']
    """
    held = sorted(set(years))
    starts = [year for year in held if year - 1 not in held]
    ends = [year for year in held if year + 1 not in held]
    for start, end in zip(starts, ends, strict=True):
        yield str(start) if start == end else f"{start}–{end}"
