"""Whether what is printed closes: each sum against its parts, within the rounding of what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.model.economy import LINES
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, OPTIONAL, SPLIT, SUMS, Sum
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.questions.economy.figures import Entry, Figure
    from regionstyrning.text.sentences import Language

HALF = Decimal("0.5")

_TOLD = {
    "exact": Sentence("{line} är summan av sina delar.", "{line} is the sum of its parts."),
    "rounded": Sentence(
        "{line} skiljer {difference} mnkr från sina delar, inom avrundningen.",
        "{line} differs by {difference} mnkr from its parts, within the rounding.",
    ),
    "open": Sentence(
        "{line} stämmer inte med sina delar: tryckt {printed}, summan {computed}, skillnad {difference} mnkr{beside}.",
        "{line} is not the sum of its parts: printed {printed}, sum {computed}, difference {difference} mnkr{beside}.",
    ),
    "untried": Sentence(
        "{line} kan inte prövas: inget är tryckt för {unprinted}; skillnaden mot det tryckta är {difference} "
        "mnkr{beside}.",
        "{line} cannot be tried: nothing is printed for {unprinted}; what is printed differs by {difference} "
        "mnkr{beside}.",
    ),
    "about": Sentence(
        "{line} kan inte prövas: något av talen är bara ungefärligt.",
        "{line} cannot be tried: one of the figures is only approximate.",
    ),
}

_BESIDE = Sentence("; lika mycket står på raden {title}", "; as much stands on the line {title}")


@frozen(kw_only=True)
class Check(Readable):
    """
    A printed sum against its parts (kontroll av delsumma).

    Attributes:
        line: Id of the line that is the sum.
        records: Ids of the amounts, the sum first.
        printed: The sum as printed, in mnkr.
        computed: The sum of the parts that are printed.
        tolerance: Half a unit in the last place of each figure: what rounding may come to.
        unprinted: Ids of parts that are not printed.
        approximate: Whether some figure is only about as much.
        beside: A line that the layout lacks, with as much on it as the difference.
    """

    _read: ClassVar[str] = "closes"

    line: str
    records: tuple[str, ...]
    printed: Decimal
    computed: Decimal
    tolerance: Decimal
    unprinted: tuple[str, ...] = ()
    approximate: bool = False
    beside: Figure | None = None

    @property
    def difference(self) -> Decimal:
        """What is printed above the sum of the parts."""
        return self.printed - self.computed

    @property
    def within(self) -> bool:
        """Whether the difference is no more than rounding may come to."""
        return abs(self.difference) <= self.tolerance

    @property
    def closes(self) -> bool | None:
        """Whether it is the sum of its parts; None if that cannot be tried."""
        if self.within:
            return True
        return None if self.unprinted or self.approximate else False

    def text(self, lang: Language = "sv") -> str:
        """Whether it closes, in a sentence."""
        if self.within:
            key = "rounded" if self.difference else "exact"
        elif self.unprinted:
            key = "untried"
        else:
            key = "about" if self.approximate else "open"
        beside = "" if self.beside is None else _BESIDE.say(lang, title=self.beside.amount.title)
        return _TOLD[key].say(
            lang,
            line=LINES[self.line],
            printed=number(self.printed, lang),
            computed=number(self.computed, lang),
            difference=number(self.difference, lang),
            unprinted=listed([LINES[each] for each in self.unprinted], lang),
            beside=beside,
        )

    def to_records(self) -> list[dict[str, Any]]:
        """One row: line, printed, computed, difference, tolerance, closes, unprinted, records."""
        return [
            {
                "line": self.line,
                "printed": self.printed,
                "computed": self.computed,
                "difference": self.difference,
                "tolerance": self.tolerance,
                "closes": self.closes,
                "unprinted": list(self.unprinted),
                "records": list(self.records),
            }
        ]


def checks_of(printed: Mapping[str, Entry], beside: tuple[Figure, ...] = ()) -> tuple[Check, ...]:
    """
    Hold every printed sum against its parts in the same document; one without any is not tried.

    A lump of parts that are not printed stands for them.

    Args:
        printed: What is printed on each line.
        beside: What is printed beside the lines.
    """
    return tuple(check for each in SUMS for check in _check(each, printed, beside))


def rest_of(printed: Mapping[str, Entry]) -> Mapping[str, Decimal]:
    """
    Lines of the income statement and balance sheet that are not printed and follow from the others.

    Args:
        printed: What is printed on each line; where it has several readings, the first is followed.
    """
    known = {line: value for line in printed for value in [first(printed, line)] if value is not None}
    found: dict[str, Decimal] = {}
    sums = [each for each in SUMS if each.line not in {ADJUSTED, BALANCE}]
    for _ in sums:  # what one sum gives may be a part of another
        for each in sums:
            unknown = [line for line in (each.line, *each.parts) if line not in known]
            if len(unknown) == 1 and unknown[0] not in printed:
                found[unknown[0]] = known[unknown[0]] = _solved(each, unknown[0], known)
    return found


def first(printed: Mapping[str, Entry], line: str) -> Decimal | None:
    """The figure that is followed on a line, or None."""
    return printed[line].figures[0].value if line in printed else None


def _solved(total: Sum, line: str, known: Mapping[str, Decimal]) -> Decimal:
    parts = sum((known[part] for part in total.parts if part != line), Decimal(0))
    return parts if line == total.line else known[total.line] - parts


def _check(total: Sum, printed: Mapping[str, Entry], beside: tuple[Figure, ...]) -> Iterator[Check]:
    if first(printed, total.line) is None:
        return
    whole = printed[total.line].figures[0]
    printed = {line: each for line, each in printed.items() if _together(each.figures[0], whole)}
    beside = tuple(each for each in beside if _together(each, whole))
    parts = list(_parts(total, printed))
    unprinted = [line for line in total.parts if not _is_printed(line, printed)]
    lumps = [each for each in beside if each.value is not None and set(each.amount.lump) <= set(unprinted)]
    lumps = [each for each in lumps if each.amount.lump]
    for lump in lumps:
        unprinted = [line for line in unprinted if line not in lump.amount.lump]
    parts += lumps
    if not parts or whole.value is None:
        return
    computed = sum((each.value for each in parts if each.value is not None), Decimal(0))
    tolerance = HALF * sum((each.digit for each in (whole, *parts)), Decimal(0))
    rest = [each for each in beside if each.value is not None and each not in lumps]
    yield Check(
        line=total.line,
        records=tuple(each.amount.id for each in (whole, *parts)),
        printed=whole.value,
        computed=computed,
        tolerance=tolerance,
        unprinted=tuple(line for line in unprinted if line not in OPTIONAL),
        approximate=any(each.approximate for each in (whole, *parts)),
        beside=next((each for each in rest if _near(each, whole.value - computed, tolerance)), None),
    )


def _together(first: Figure, second: Figure) -> bool:
    """Whether two figures stand in one document: those of different ones need not make a sum."""
    return first.amount.document == second.amount.document


def _near(each: Figure, difference: Decimal, tolerance: Decimal) -> bool:
    return each.value is not None and abs(difference) > tolerance >= abs(each.value - difference)


def _parts(total: Sum, printed: Mapping[str, Entry]) -> Iterator[Figure]:
    for line in total.parts:
        for each in (line,) if line in printed else SPLIT.get(line, ()):
            if first(printed, each) is not None:
                yield printed[each].figures[0]


def _is_printed(line: str, printed: Mapping[str, Entry]) -> bool:
    if line in printed:
        return first(printed, line) is not None
    return any(first(printed, each) is not None for each in SPLIT.get(line, ()))
