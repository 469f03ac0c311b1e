"""
Case files (fallfiler): a model, questions about it and the answers that are expected.

What one may write stands in the how-to `docs/howto/test-delegation-and-goals.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.files import FaultyFile, load, load_region, regions
from regionstyrning.files.faults.fault import MOST_FAULTS, Fault, finding_of, in_order, line_of
from regionstyrning.files.faults.file import File
from regionstyrning.files.faults.listing import listed
from regionstyrning.files.faults.positions_toml import toml_lines
from regionstyrning.files.faults.unreadable import FORMAT, Unreadable
from regionstyrning.files.faults.wording import or_near, shown
from regionstyrning.files.lanes.making import Parsed, made
from regionstyrning.files.lanes.quick import REFUSALS
from regionstyrning.files.lanes.reading import LARGEST, decoded, parsed_toml, read_bytes
from regionstyrning.model.findings import Where
from regionstyrning.model.records import Record
from regionstyrning.testing.case_faults import faults_of, if_near, question_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.findings import Finding
    from regionstyrning.model.steering_model import SteeringModel

_OWN = ("id", "title", "as_of", "status", "legal_person")
_INSIDE = ("model",)
_ANY = {"id": "a", "title": "A", "as_of": date(2020, 1, 1), "status": "fictional"}
"""What a model must say of itself, where the base would have said it."""


@frozen(kw_only=True)
class Case:
    """
    A question and the answer that is expected (fall).

    Attributes:
        title: What the case shows.
        question: The name of the question.
        told: All that the file says of it, with the day where only the file says it.
        where: File and line.
    """

    title: str
    question: str
    told: Mapping[str, Any] = field(repr=False)
    where: Where

    @property
    def on(self) -> date | None:
        """The day that is asked about, or None for the model's own."""
        day: date | None = self.told.get("on")
        return day


@frozen(kw_only=True)
class Cases:
    """
    What a case file holds (fallfil).

    Attributes:
        title: What the file shows.
        file: The name of the file.
        model: The model that is asked.
        scheme: The model that it builds on, or the model itself.
        cases: The cases, in the order of the file.
    """

    title: str
    file: str
    model: SteeringModel = field(repr=False)
    scheme: SteeringModel = field(repr=False)
    cases: tuple[Case, ...]


def read_cases(path: str | PathLike[str], *, bases: dict[str, SteeringModel] | None = None) -> Cases:
    """
    Read a case file.

    Args:
        path: A file that ends in ``.styr.toml``.
        bases: Models that were loaded for other case files, by path or id; what is loaded is added.

    Raises:
        FaultyFile: if it is not as it must be; it lists every fault, those of its model too.
    """
    place = Path(path)
    try:
        text = decoded(read_bytes(place, LARGEST[".toml"]))
        document = parsed_toml(text)
    except Unreadable as error:
        raise FaultyFile(listed((), [error.fault(place.name)])) from None
    lines = toml_lines(text)
    reading = _Reading(place, text, document, {} if bases is None else bases)
    faults = [*faults_of(reading.file), *reading.read()][:MOST_FAULTS]
    found = [finding_of(fault, {place.name: lines}) for fault in in_order(faults, {place.name: lines})]
    if found or reading.findings:
        raise FaultyFile([*found, *reading.findings])
    shared = {"on": document["on"]} if "on" in document else {}
    return Cases(
        title=document["title"],
        file=place.name,
        model=reading.model,
        scheme=reading.scheme,
        cases=tuple(
            Case(
                title=told["title"],
                question=question_of(told),
                told={**shared, **told},
                where=Where(place.name, line_of(("cases", index), lines)),
            )
            for index, told in enumerate(document["cases"])
        ),
    )


class _Reading:
    """A file of cases while its model is being made."""

    def __init__(self, place: Path, text: str, document: dict[str, Any], bases: dict[str, SteeringModel]) -> None:
        self.file = File(place.name, document, "toml", main=True)
        self.findings: list[Finding] = []
        self.model: Any = None
        self.scheme: Any = None
        self._place = place
        self._text = text
        self._document = document
        self._bases = bases

    def read(self) -> Iterator[Fault]:
        """Make the model; give the faults of what the file says besides it."""
        base, fragment = self._document.get("base"), self._document.get("model", {})
        if type(base) is str:
            yield from self._read_base(base)
        if type(fragment) is not dict:
            return
        if base is None:
            self.model = self.scheme = self._made(fragment)
        elif self.scheme is not None:
            yield from self._build_on(fragment)
        else:  # what is put into a base that is not there can be faulty too
            self._made({**_ANY, **fragment})

    def _read_base(self, base: str) -> Iterator[Fault]:
        """A path beside the file, or else a packaged region."""
        beside = self._place.parent / base
        key = str(beside.resolve()) if beside.exists() else base
        try:
            if key not in self._bases:
                self._bases[key] = load(beside) if beside.exists() else load_region(base)
            self.scheme = self._bases[key]
        except FaultyFile as error:
            self.findings += error.findings
        except UnknownId:
            words = Sentence(
                "{found} är varken en väg från filen eller en packad region",
                "{found} is neither a path from the file nor a packaged region",
            )
            body = or_near(words, base, regions())
            yield self.file.fault("file.unknown-value", ("base",), body, {"found": shown(base)})

    def _build_on(self, fragment: dict[str, Any]) -> Iterator[Fault]:
        """Take records out of the base, and put others in."""
        base = self.scheme
        without = self._document.get("without", [])
        gone = []
        for index, id in enumerate(without if type(without) is list else []):
            if isinstance(base.by_id.get(str(id)) or base.keyed.get(str(id)), Record):
                gone.append(id)
            else:
                body = if_near(Sentence("okänt id {found}", "unknown id {found}"), str(id), [*base.by_id, *base.keyed])
                yield self.file.fault("file.unknown-value", ("without", index), body, {"found": shown(id)})
        base = base.without(*gone)
        own = {"id": base.id, "title": base.title, "as_of": base.as_of, "status": base.status.value}
        change = self._made({**own, **fragment})
        if change is not None:
            changed = {name: getattr(change, name) for name in _OWN if name in fragment}
            self.model = evolve(base.with_(*change.records()), **changed)

    def _made(self, fragment: dict[str, Any]) -> SteeringModel | None:
        """The model that a table is, through the same passes as a file."""
        document = {"format": FORMAT, **fragment}
        parsed = Parsed(name=self._place.name, text=self._text, document=document, dialect="toml", inside=_INSIDE)
        try:
            return made((parsed,))
        except REFUSALS:
            self.findings += listed([parsed], [])
            return None
