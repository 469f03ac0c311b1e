"""Charts as SVG, drawn by hand: scales, axes and what stands in them, without colours that only some can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, log10

from attrs import frozen

from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.numbers import number

INK, FAINT, GRID = "#1a1a1a", "#5c5c5c", "#d9d9d9"
BLUE, LIGHT_BLUE, PALE_BLUE = "#1f5a92", "#8fb4d6", "#d3e2f0"
RUST, GREY = "#b3462e", "#6b6b6b"

_SIGN = 6.7
"""About how wide a sign of ordinary text is, in the units of the drawing."""


def drawing(width: float, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    """
    A whole drawing.

    Args:
        width: In the units of the drawing.
        height: As the width.
        title: Its name, read aloud and shown above it.
        description: What it shows, for whoever does not see it.
        parts: What is drawn, in order.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size(width)} {size(height)}" '
        f'width="{size(width)}" height="{size(height)}" role="img" aria-labelledby="title description" '
        'font-family="system-ui, Helvetica, Arial, sans-serif" font-size="13">'
    )
    return "\n".join(
        [
            head,
            f'<title id="title">{written(title)}</title>',
            f'<desc id="description">{written(description)}</desc>',
            f'<rect width="{size(width)}" height="{size(height)}" fill="#ffffff"/>',
            text(24, 32, title, size_of=17, weight="600"),
            *parts,
            "</svg>",
            "",
        ]
    )


def written(words: str) -> str:
    """Words made harmless for a drawing."""
    return for_html(one_line(words))


def size(value: float) -> str:
    """
    A place or length, with at most two decimals and no needless ones.

    >>> size(12.0), size(3.14159), size(-0.001)
    ('12', '3.14', '0')
    """
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def text(  # noqa: PLR0913 - where words stand, and how
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    colour: str = INK,
    size_of: float = 13,
    weight: str = "400",
) -> str:
    """Words at a place."""
    return (
        f'<text x="{size(x)}" y="{size(y)}" text-anchor="{anchor}" fill="{colour}" '
        f'font-size="{size(size_of)}" font-weight="{weight}">{written(words)}</text>'
    )


def line(first: tuple[float, float], last: tuple[float, float], colour: str = GRID, *, dashed: bool = False) -> str:
    """A straight line."""
    dashes = ' stroke-dasharray="4 4"' if dashed else ""
    return (
        f'<line x1="{size(first[0])}" y1="{size(first[1])}" x2="{size(last[0])}" y2="{size(last[1])}" '
        f'stroke="{colour}"{dashes}/>'
    )


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A rectangle; one of no width or height is shown as a hair."""
    return (
        f'<rect x="{size(x)}" y="{size(y)}" width="{size(max(width, 1))}" height="{size(max(height, 1))}" '
        f'fill="{colour}"/>'
    )


def area(points: Sequence[tuple[float, float]], colour: str) -> str:
    """A filled shape."""
    return f'<polygon points="{_joined(points)}" fill="{colour}"/>'


def curve(points: Sequence[tuple[float, float]], colour: str, *, width: float = 2, dashed: bool = False) -> str:
    """A line through some points."""
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<polyline points="{_joined(points)}" fill="none" stroke="{colour}" stroke-width="{size(width)}"'
        f' stroke-linejoin="round"{dashes}/>'
    )


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{size(x)},{size(y)}" for x, y in points)


@frozen
class Scale:
    """
    Where amounts stand in a drawing (skala).

    Attributes:
        low: The lowest amount.
        high: The highest.
        start: Where the lowest stands.
        end: Where the highest stands.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, amount: float) -> float:
        """Where an amount stands."""
        return self.start + (self.end - self.start) * (amount - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Round amounts from the lowest to the highest, about five of them."""
        step = round_step(self.high - self.low)
        return tuple(step * place for place in range(ceil(self.low / step), floor(self.high / step) + 1))


def scale(amounts: Iterable[float], start: float, end: float) -> Scale:
    """
    A scale that holds some amounts and zero, with its ends at round amounts.

    Args:
        amounts: The amounts.
        start: Where the lowest stands.
        end: Where the highest stands.
    """
    held = [0.0, *amounts]
    low, high = min(held), max(held)
    if low == high:
        high = low + 1
    step = round_step(high - low)
    return Scale(step * floor(low / step), step * ceil(high / step), start, end)


def round_step(span: float) -> float:
    """
    A round step that divides a span in about five.

    >>> round_step(480), round_step(12), round_step(9.0)
    (100.0, 5.0, 2.0)
    """
    rough = span / 5
    power = 10.0 ** floor(log10(rough))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= rough * 0.999)


def grid(across: Scale, up: Scale, lang: str) -> Iterator[str]:
    """Lines across the drawing at round amounts, each with its figure; zero is darker."""
    for tick in up.ticks:
        y = up(tick)
        yield line((across.start, y), (across.end, y), FAINT if tick == 0 else GRID)
        yield text(across.start - 8, y + 4, amount(tick, lang), anchor="end", colour=FAINT)


def amount(value: float, lang: str) -> str:
    r"""
    A round amount as it is written.

    >>> amount(-1500.0, "sv")
    '−1\xa0500'
    """
    return number(round(value), lang)


def folded_words(words: str, room: float, most: int) -> list[str]:
    """
    Words in lines that take about so much room; what there is no line for is left out, with dots.

    >>> folded_words("Orealiserade vinster i värdepapper", 130, most=2)
    ['Orealiserade', 'vinster i…']
    """
    lines = folded(words, room)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def folded(words: str, room: float, size_of: float = 13) -> list[str]:
    """
    Words in as many lines as they need.

    Args:
        words: The words.
        room: How long a line may be, in the units of the drawing.
        size_of: The size of the text.
    """
    lines = [""]
    sign = _SIGN * size_of / 13
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) * sign > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def legend(x: float, y: float, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What the colours stand for, in a row."""
    for colour, words in entries:
        yield bar(x, y - 10, 12, 12, colour)
        yield text(x + 18, y, words, colour=FAINT)
        x += 18 + len(words) * _SIGN + 28
