"""What other packages bring: found by their entry points when first asked for, and loaded once."""

from __future__ import annotations

from collections import Counter
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from regionstyrning.errors import FailedPlugin, UnknownId
from regionstyrning.model.findings import Finding, Severity
from regionstyrning.model.records import as_tuple
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.metadata import EntryPoint

Named = TypeVar("Named")

NOT_LOADABLE = "plugin.not-loadable"
NAME_TAKEN = "plugin.name-taken"
WRONG_KIND = "plugin.wrong-kind"

_NOT_LOADABLE = Sentence(
    "Paketet {package}: {name} i {group} går inte att ladda: {why}.",
    "The package {package}: {name} of {group} cannot be loaded: {why}.",
)
_TAKEN_HERE = Sentence(
    "Paketet {package}: {name} i {group} är ett namn som biblioteket självt har.",
    "The package {package}: {name} of {group} is a name that the library itself has.",
)
_TAKEN_TWICE = Sentence(
    "Paketet {package}: {name} i {group} är ett namn som flera insticksprogram har, och inget av dem används.",
    "The package {package}: {name} of {group} is a name that several plugins have, and none of them is used.",
)
_WRONG_KIND = Sentence(
    "Paketet {package}: {name} i {group} är inte ", "The package {package}: {name} of {group} is not "
)
_MEND = Sentence("Uppdatera eller avinstallera {package}.", "Update {package}, or uninstall it.")
_SOURCE = "bibliotekets egen ordning"


@frozen(kw_only=True)
class PluginGroup:
    """
    Something that other packages can bring (instickspunkt).

    Attributes:
        name: The entry-point group.
        kind: What one of them is called in an exception.
        wants: What each must be, in words that end a sentence.
        made: Gives what is used of what was loaded, or None if it is not what the group holds.
        taken: The names that the library has itself.
    """

    name: str
    kind: str
    wants: Sentence
    made: Callable[[Any], Any]
    taken: tuple[str, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class Plugins:
    """
    What other packages bring to one group.

    Attributes:
        found: What can be used, by name, in order of name.
        findings: What could not be used, and why.
    """

    found: Mapping[str, Any]
    findings: tuple[Finding, ...] = field(converter=as_tuple)


@cache
def plugins(group: PluginGroup) -> Plugins:
    """
    What other packages bring to a group, loaded when first asked for.

    One that fails is told in the findings and stops no other. A name that the library has is
    refused, and so is one that several have, since nobody can tell which is meant.

    Args:
        group: What is asked for.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, and most ask for no plugin

    offered = sorted(entry_points(group=group.name), key=_order)
    names = Counter(each.name for each in offered)
    found: dict[str, Any] = {}
    findings: list[Finding] = []
    for each in offered:
        made = _made(group, each, alone=names[each.name] == 1)
        if isinstance(made, Finding):
            findings.append(made)
        else:
            found[each.name] = made
    return Plugins(found=MappingProxyType(found), findings=findings)


def plugin(group: PluginGroup, name: str) -> Any:  # noqa: ANN401 - whatever the group holds
    """
    What other packages bring under a name.

    Raises:
        FailedPlugin: if a package brings it, and it cannot be used.
        UnknownId: if none does; it names the nearest.
    """
    brought = plugins(group)
    if name in brought.found:
        return brought.found[name]
    for finding in brought.findings:
        words = dict(finding.words)
        if words["name"] == name:
            raise FailedPlugin(group.kind, name, words["package"], finding.text("en"))
    raise UnknownId(group.kind, name, (*group.taken, *brought.found))


def own_or_plugin(own: Mapping[str, Named], group: PluginGroup, name: str) -> Named:
    """
    What the library itself, or else another package, has under a name.

    Args:
        own: What the library has.
        group: What other packages bring beside it.
        name: The name asked for.

    Raises:
        FailedPlugin: if a package brings it, and it cannot be used.
        UnknownId: if nobody has it; it names the nearest.
    """
    if name in own:
        return own[name]
    brought: Named = plugin(group, name)
    return brought


def _made(group: PluginGroup, offered: EntryPoint, *, alone: bool) -> Any:  # noqa: ANN401 - as above
    """What is used of an entry point, or a finding that tells why it cannot be."""
    if offered.name in group.taken:
        return _finding(group, offered, NAME_TAKEN, _TAKEN_HERE)
    if not alone:
        return _finding(group, offered, NAME_TAKEN, _TAKEN_TWICE)
    try:
        made = group.made(offered.load())
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is code of others, and may raise anything
        why = one_line(f"{type(error).__name__}: {error}").rstrip(".")
        return _finding(group, offered, NOT_LOADABLE, _NOT_LOADABLE, why)
    if made is None:
        wanted = Sentence(f"{_WRONG_KIND.sv}{group.wants.sv}.", f"{_WRONG_KIND.en}{group.wants.en}.")
        return _finding(group, offered, WRONG_KIND, wanted)
    return made


def _finding(group: PluginGroup, offered: EntryPoint, rule: str, sentence: Sentence, why: str = "") -> Finding:
    words = {"package": _package(offered), "name": one_line(offered.name), "group": group.name, "why": why}
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        sentence=sentence,
        words=tuple(words.items()),
        source=_SOURCE,
        mending=_MEND,
    )


def _order(offered: EntryPoint) -> tuple[str, str, str]:
    return offered.name, _package(offered), offered.value


def _package(offered: EntryPoint) -> str:
    """The distribution's name, which an entry point that was read from one knows."""
    return one_line(getattr(offered.dist, "name", "?"))
