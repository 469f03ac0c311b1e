"""What other packages bring is found by its name, and what fails stops nothing else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

import pytest

from regionstyrning.errors import FailedPlugin, UnknownId
from regionstyrning.files.plugins import PluginGroup, Plugins, own_or_plugin, plugin, plugins
from regionstyrning.text.sentences import Sentence
from tests.installed import install

if TYPE_CHECKING:
    from pathlib import Path

Installer = Callable[..., PluginGroup]

_NUMBERS = count()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """A function that installs packages that share a group of their own, and gives the group."""
    monkeypatch.syspath_prepend(tmp_path)
    name = f"prov.grupp{next(_NUMBERS)}"

    def made(**packages: str) -> PluginGroup:
        for package, lines in packages.items():
            modules = {f"{package}_{name.partition('.')[2]}": "RATT = 'rätt'\nTAL = 7\n"}
            text = lines.replace("MODUL", next(iter(modules)))
            install(tmp_path, f"paket-{package}", f"[{name}]\n{text}\n", modules)
        wants = Sentence("en text", "a text")
        return PluginGroup(name=name, kind="ord", wants=wants, made=_text, taken=["inbyggt"])

    return made


def _said(found: Plugins, lang: str = "sv") -> list[str]:
    return [each.text("en" if lang == "en" else "sv") for each in found.findings]


def test_no_package_brings_nothing(group: Installer) -> None:
    """And nothing is told."""
    found = plugins(group())
    assert (dict(found.found), found.findings) == ({}, ())


def test_what_the_library_has_comes_first(group: Installer) -> None:
    """What others bring is asked only for a name that the library lacks."""
    made = group(a="forsta = MODUL:RATT")
    own = {"inbyggt": "eget"}
    assert [own_or_plugin(own, made, name) for name in ("inbyggt", "forsta")] == ["eget", "rätt"]
    with pytest.raises(UnknownId, match="inbyggt"):
        own_or_plugin(own, made, "inbygt")


def test_what_is_brought_is_found_by_name(group: Installer) -> None:
    """In order of name, whatever the order of packages."""
    made = group(b="andra = MODUL:RATT", a="tredje = MODUL:RATT\nforsta = MODUL:RATT")
    assert list(plugins(made).found) == ["andra", "forsta", "tredje"]
    assert plugin(made, "andra") == "rätt"


def test_packages_are_looked_at_once(group: Installer) -> None:
    """The second time gives the very same."""
    made = group(a="ett = MODUL:RATT")
    assert plugins(made) is plugins(made)


def test_one_that_fails_stops_no_other(group: Installer) -> None:
    """It is told by the name of its package."""
    made = group(a="trasig = finns_inte:VARDE", b="hel = MODUL:RATT")
    found = plugins(made)
    assert dict(found.found) == {"hel": "rätt"}
    why = "ModuleNotFoundError: No module named 'finns_inte'"
    assert _said(found) == [f"Paketet paket-a: trasig i {made.name} går inte att ladda: {why}."]
    assert _said(found, "en") == [f"The package paket-a: trasig of {made.name} cannot be loaded: {why}."]
    assert [(each.rule, each.mend) for each in found.findings] == [
        ("plugin.not-loadable", "Uppdatera eller avinstallera paket-a.")
    ]


@pytest.mark.parametrize(("what", "why"), [("raise SystemExit(3)", "SystemExit: 3"), ("1 / 0", "ZeroDivisionError")])
def test_whatever_it_does_the_program_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, why: str
) -> None:
    """Also when its module asks the program to end."""
    monkeypatch.syspath_prepend(tmp_path)
    name = f"prov.grupp{next(_NUMBERS)}"
    module = f"elak_{name.partition('.')[2]}"
    install(tmp_path, "paket-elak", f"[{name}]\nelak = {module}:X\n", {module: what})
    made = PluginGroup(name=name, kind="ord", wants=Sentence("en text", "a text"), made=_text)
    assert why in _said(plugins(made))[0]


def test_a_name_of_the_library_is_refused(group: Installer) -> None:
    """The library's own stands, and the package is told."""
    made = group(a="inbyggt = MODUL:RATT")
    assert dict(plugins(made).found) == {}
    assert _said(plugins(made)) == [f"Paketet paket-a: inbyggt i {made.name} är ett namn som biblioteket självt har."]
    assert _said(plugins(made), "en") == [
        f"The package paket-a: inbyggt of {made.name} is a name that the library itself has."
    ]


def test_a_name_that_two_packages_have_is_nobodys(group: Installer) -> None:
    """Nobody can tell which is meant; both are told."""
    made = group(a="samma = MODUL:RATT", b="samma = MODUL:RATT\nannat = MODUL:RATT")
    assert list(plugins(made).found) == ["annat"]
    assert [dict(each.words)["package"] for each in plugins(made).findings] == ["paket-a", "paket-b"]
    assert {each.rule for each in plugins(made).findings} == {"plugin.name-taken"}


def test_what_is_of_the_wrong_kind_is_refused(group: Installer) -> None:
    """With what the group should hold."""
    made = group(a="tal = MODUL:TAL")
    assert _said(plugins(made)) == [f"Paketet paket-a: tal i {made.name} är inte en text."]
    assert _said(plugins(made), "en") == [f"The package paket-a: tal of {made.name} is not a text."]


def test_who_asks_for_one_that_failed_is_told_why(group: Installer) -> None:
    """By name of package and reason, as fields too."""
    made = group(a="trasig = finns_inte:VARDE", b="samma = MODUL:RATT", c="samma = MODUL:RATT")
    with pytest.raises(FailedPlugin) as raised:
        plugin(made, "trasig")
    error = raised.value
    assert (error.kind, error.id, error.package) == ("ord", "trasig", "paket-a")
    assert str(error) == (
        f"the ord 'trasig' cannot be used. The package paket-a: trasig of {made.name} cannot be loaded: "
        "ModuleNotFoundError: No module named 'finns_inte'."
    )
    with pytest.raises(FailedPlugin, match="paket-b"):
        plugin(made, "samma")


def test_a_name_that_nobody_has_is_told_the_nearest(group: Installer) -> None:
    """Of the library's names and of those that were brought."""
    made = group(a="forsta = MODUL:RATT")
    with pytest.raises(UnknownId, match=r"no ord has the id 'forst'\. Did you mean 'forsta'\?"):
        plugin(made, "forst")
    with pytest.raises(UnknownId, match="'inbyggt'"):
        plugin(made, "inbygt")
