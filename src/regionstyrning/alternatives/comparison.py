"""Projections side by side: what comes of one set of assumptions and of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.alternatives import comparison_text as told
from regionstyrning.alternatives.geh_ahead import FINANCIAL
from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, RESULT
from regionstyrning.text.escaping import for_html
from regionstyrning.text.readable import Readable
from regionstyrning.text.tables import html_table

if TYPE_CHECKING:
    from regionstyrning.alternatives.projection import Projection
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True, eq=False)
class ProjectionComparison(Readable):
    """
    Projections side by side (jämförelse av framskrivningar).

    Attributes:
        projections: Each projection under its name; the others are held against the first.
    """

    _read: ClassVar[str] = "projections"

    projections: tuple[tuple[str, Projection], ...] = field(converter=as_tuple)

    def __getitem__(self, name: str) -> Projection:
        """
        One of the projections.

        Raises:
            UnknownId: if none has the name; it tells the nearest.
        """
        for each, projection in self.projections:
            if each == name:
                return projection
        raise UnknownId("projection", name, self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """What the projections are called."""
        return tuple(name for name, _ in self.projections)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that some projection has, in order."""
        return tuple(sorted({year.year for _, each in self.projections for year in each.years}))

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        The years as a table with a row for each projection, what is assumed otherwise, and what is missing.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """
        return told.text(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a year and projection: year, name, result, balance_result, to_restore, equity, financial, geh."""
        return [
            {
                "year": year.year,
                "name": name,
                "result": year.lines[RESULT],
                "balance_result": year.lines[BALANCE],
                "to_restore": year.outstanding,
                "equity": year.lines[EQUITY],
                "financial": year.verdict(FINANCIAL).status.value,
                "geh": year.geh.value,
            }
            for number in self.years
            for name, each in self.projections
            for year in each.years
            if year.year == number
        ]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, cannot be reckoned or cannot be judged, with whose it is where it is not all's."""
        yield from told.missing(self, lang)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not known, each in a Swedish sentence; made when read."""
        return tuple(self.what_is_missing())

    def _repr_html_(self) -> str:
        headers, rows = told.table(self, "sv")
        below = "".join(f"<li>{for_html(each)}</li>" for each in (*told.differences(self, "sv"), *self.missing))
        unlike = html_table(*told.unlike(self, "sv"), caption=told.unlike_title("sv"))
        return html_table(headers, rows, caption=self.headline()) + unlike + (f"<ul>{below}</ul>" if below else "")


def compare_projections(projections: Mapping[str, Projection]) -> ProjectionComparison:
    """
    Set projections side by side, year by year, with what they assume otherwise.

    Args:
        projections: Two or more, by name; the first is what the others are held against.

    Returns:
        Result, balance result, what is left to restore, equity, the financial goals together and god
        ekonomisk hushållning of each, and the assumptions that are not the same.

    Raises:
        InvalidValue: for fewer than two.

    >>> from regionstyrning.alternatives import Assumption, Driver, planned
    >>> plan = planned(model)
    >>> dearer = plan.with_(Assumption(driver=Driver.COSTS, values={2026: "3.9"}))
    >>> some = {"plan": plan, "dearer": dearer}
    >>> found = compare_projections({name: rs.project(model, each, 2) for name, each in some.items()})
    >>> [(row["year"], row["name"], round(row["result"])) for row in found.to_records()]
    [(2026, 'plan', 235), (2026, 'dearer', 233), (2027, 'plan', 240), (2027, 'dearer', 149)]
    """
    if len(projections) < 2:  # noqa: PLR2004 - one is compared with another
        message = f"expected two projections or more, found {len(projections)}"
        raise InvalidValue("projections", message)
    return ProjectionComparison(projections=projections.items())
