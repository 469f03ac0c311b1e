"""Where the records of a model are written, looked up when asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from regionstyrning.model.findings import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.files.form.authored import Path
    from regionstyrning.model.steering_model import SteeringModel

MEMO = "origin"
"""What a model's memo keeps its `Origin` under; ``at`` hands it on."""


@frozen(kw_only=True, eq=False)
class Origin:
    """
    Where the records of a model were read.

    Attributes:
        texts: The files, by name and text.
        main: The place among them of the file that says which region it is.
        places: For each record of a catalogue, the place of its file among them and the path in it.
        records: The records themselves, by catalogue.
    """

    texts: tuple[tuple[str, str], ...] = field(repr=False)
    main: int
    places: Mapping[str, list[tuple[int, Path]]] = field(repr=False)
    records: Mapping[str, tuple[Any, ...]] = field(repr=False)

    @cached_property
    def by_id(self) -> dict[str, tuple[int, Path]]:
        """File and path by id, of records and of the perspectives that links name like records."""
        found: dict[str, tuple[int, Path]] = {}
        for name, places in self.places.items():
            for record, (file, path) in zip(self.records[name], places, strict=True):
                found[record.id] = (file, path)
                for index, perspective in enumerate(getattr(record, "perspectives", ())):
                    found.setdefault(perspective.id, (file, (*path, "perspectives", index)))
        return found

    @cached_property
    def steps(self) -> dict[tuple[str, str], tuple[int, Path]]:
        """File and path of the steps of cycles, by id of the structure and of the step, which is its own only there."""
        found: dict[tuple[str, str], tuple[int, Path]] = {}
        for structure, (file, path) in zip(
            self.records.get("structures", ()), self.places.get("structures", ()), strict=True
        ):
            for index, step in enumerate(structure.cycle):
                found[structure.id, step.id] = (file, (*path, "cycle", index))
        return found

    @cached_property
    def lines(self) -> dict[int, dict[Path, int]]:
        """The lines of what each file holds, of those that have been asked for."""
        return {}

    def where(self, file: int, path: Path) -> Where:
        """
        File and line of a place.

        Args:
            file: The place of the file among the texts.
            path: The path in it.
        """
        from regionstyrning.files.faults.fault import line_of  # noqa: PLC0415 - only when a line is asked for
        from regionstyrning.files.faults.positions_toml import toml_lines  # noqa: PLC0415 - as above

        name, text = self.texts[file]
        if file not in self.lines:
            self.lines[file] = toml_lines(text)
        return Where(name, line_of(path, self.lines[file]))


def place_of(model: SteeringModel, id: str, step: str | None = None) -> Callable[[], Where] | None:
    """
    What looks up where a record is written.

    Args:
        model: Any model.
        id: Id of a record or a perspective, or of the model itself.
        step: Id of a step of its cycle, for a structure; any other is passed over.

    Returns:
        None if the model was not read from TOML, or held nothing of the id when it was read.
    """
    origin: Origin | None = model.memo.get(MEMO)
    if origin is None:
        return None
    place = (origin.main, ("id",)) if id == model.id else origin.by_id.get(id)
    if step is not None:
        place = origin.steps.get((id, step), place)
    return None if place is None else partial(origin.where, *place)
