"""Every fault of the files of a model, as findings."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.files.faults.careful import refusals
from regionstyrning.files.faults.doubles import doubles
from regionstyrning.files.faults.fault import MOST_FAULTS, Fault, finding_of, in_order
from regionstyrning.files.faults.file import File
from regionstyrning.files.faults.positions_json import doubled_keys, json_lines
from regionstyrning.files.faults.positions_toml import toml_lines
from regionstyrning.files.faults.telling import told
from regionstyrning.files.faults.unreadable import FORMAT, Unreadable
from regionstyrning.files.faults.wording import shown
from regionstyrning.files.form.migrations import format_of, migrated
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.files.form.authored import Path
    from regionstyrning.files.lanes.making import Parsed
    from regionstyrning.model.findings import Finding

DEEPEST = 60
"""How many tables and lists may stand in one another; no record comes near."""

_HOLDERS = frozenset({dict, list})

_MORE = Sentence(
    f"fler än {MOST_FAULTS} fel, de övriga visas inte", f"more than {MOST_FAULTS} faults, the others are not told"
)
_TWICE = Sentence("nyckeln {found} finns mer än en gång", "the key {found} stands more than once")


def listed(files: Sequence[Parsed], unreadable: Sequence[Fault]) -> tuple[Finding, ...]:
    """
    Every fault of the files of a model.

    Args:
        files: Those that could be parsed.
        unreadable: The faults of the others.
    """
    found = chain(unreadable, _faults(files))
    faults = list(islice(found, MOST_FAULTS))
    lines = {file.name: _lines(file, faults) for file in files}
    more = [Fault(rule="file.more-faults", file=fault.file, sentence=_MORE) for fault in islice(found, 1)]
    return tuple(finding_of(fault, lines) for fault in [*in_order(faults, lines), *more])


def _faults(files: Sequence[Parsed]) -> Iterator[Fault]:
    number = FORMAT
    for main in (file for file in files if file.main):
        try:
            number = format_of(main.document)
        except Unreadable as error:
            yield evolve(error.fault(main.name), path=("format",))
            return
    shallow: list[File] = []
    for parsed in files:
        deep = _deep_path(parsed.document)
        if deep is not None:
            yield evolve(Unreadable("file.too-deep").fault(parsed.name), path=deep)
        else:
            file = File(parsed.name, migrated(parsed.document, number), parsed.dialect, parsed.main)
            shallow.append(file)
            yield from _of_one(file, parsed)
    yield from doubles(shallow)


def _of_one(file: File, parsed: Parsed) -> Iterator[Fault]:
    for refusal in refusals(file.document, file.dialect, main=parsed.main):
        yield from told(refusal, file)
    if file.dialect == "json":
        for path, key, line in doubled_keys(parsed.text):
            fault = file.fault("file.duplicate-key", path, _TWICE, {"found": shown(key)})
            yield evolve(fault, line=line)


def _deep_path(document: Any) -> Path | None:  # noqa: ANN401 - whatever the file holds
    """Where something is nested too deep, as far as to the key at the top; looked at layer by layer."""
    tops = document.items() if type(document) is dict else enumerate([document])
    for top, value in tops:
        layer = [value] if type(value) in _HOLDERS else []
        for _ in range(DEEPEST):
            insides = [each.values() if type(each) is dict else each for each in layer]
            layer = [each for inside in insides for each in inside if each and type(each) in _HOLDERS]
        if layer:
            return (top,)
    return None


def _lines(file: Parsed, faults: Sequence[Fault]) -> dict[Path, int]:
    paths = {fault.path for fault in faults if fault.file == file.name}
    paths |= {fault.other[1] for fault in faults if fault.other is not None and fault.other[0] == file.name}
    if not paths:
        return {}
    if file.dialect == "json":
        return json_lines(file.text, paths)
    depth = len(file.inside)
    return {path[depth:]: line for path, line in toml_lines(file.text).items() if path[:depth] == file.inside}
