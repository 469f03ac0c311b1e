"""A file whose faults are told: what it holds, and which record a place in it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.files.faults.fault import Fault
from regionstyrning.files.faults.wording import joined, shown
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.files.form.authored import Path
    from regionstyrning.files.form.hooks import Dialect
    from regionstyrning.text.sentences import Sentence


@frozen
class File:
    """
    A file whose faults are told.

    Attributes:
        name: Its path, relative to the folder.
        document: What it holds, of the newest format.
        dialect: What it is written in.
        main: Whether it is the file that says which region it is.
    """

    name: str
    document: Any
    dialect: Dialect
    main: bool

    def fault(
        self,
        rule: str,
        path: Path,
        body: Sentence,
        words: Mapping[str, str],
        other: tuple[str, Path] | None = None,
    ) -> Fault:
        """
        A fault in this file.

        Args:
            rule: Id of the rule that is broken.
            path: The way to the value that the fault is about; its line is the fault's.
            body: What is the matter.
            words: What the names in the sentence stand for.
            other: File of and way to what it clashes with; its place fills in ``{other}``.
        """
        id, holder, field = self.subject(path)
        around = {"field": f"{field}: " if field else "", "holder": f" @ {holder}" if holder else ""}
        return Fault(
            rule=rule,
            file=self.name,
            path=path,
            sentence=joined("{field}", body, "{holder}"),
            words={**words, **around},
            other=other,
            records=() if id is None else (id,),
        )

    def subject(self, path: Path) -> tuple[str | None, str, str]:
        """The id of the record that a path leads into, the record in words, and the field in it."""
        match path:
            case (str() as name, int() as index, *rest) if name in CATALOGUES:
                record = self.document[name][index]
                id = record.get("id") if type(record) is dict else None
                if type(id) is str:
                    return id, f"{name} {shown(id)}", dotted(rest)
                return None, f"{name}[{index}]", dotted(rest)
            case _:
                return None, "", dotted(path)

    def value(self, path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
        """What stands at a path."""
        value = self.document
        for step in path:
            value = value[step]
        return value


def dotted(path: Path | list[str | int]) -> str:
    """
    A path as a reader takes it: ``targets[0].year``.

    Args:
        path: Keys and places in lists.
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return one_line(text.removeprefix("."))
