"""The option ``--policy``: how the law is read where it leaves that open."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs
import click

from regionstyrning.errors import hint as nearest
from regionstyrning.law import STANDARD
from regionstyrning.law.policies import NAMES

if TYPE_CHECKING:
    from regionstyrning.law import Policies

TRUTH = {"ja": True, "yes": True, "nej": False, "no": False}
"""How yes and no are written."""


def _chosen(ctx: click.Context, param: click.Parameter, written: tuple[str, ...]) -> Policies:  # noqa: ARG001 - click's own signature
    chosen: dict[str, bool | Enum] = {}
    for each in written:
        name, _, value = each.partition("=")
        if name not in NAMES:
            known = nearest(name, NAMES) or f", expected one of {', '.join(NAMES)}"
            message = f"no policy has the name {name!r}{known}"
            raise click.BadParameter(message)
        chosen[name] = _choice(name, value)
    return attrs.evolve(STANDARD, **chosen)  # type: ignore[arg-type] # each value is of the setting's own kind


def _choice(name: str, written: str) -> bool | Enum:
    """The value of a setting, as its provisions write it."""
    standard = getattr(STANDARD, name)
    choices: dict[str, bool | Enum] = (
        dict(TRUTH) if isinstance(standard, bool) else {each.value: each for each in type(standard)}
    )
    if written not in choices:
        message = f"{written!r} is no value of {name!r}, expected one of {', '.join(choices)}"
        raise click.BadParameter(message)
    return choices[written]


policy_option = click.option(
    "--policy",
    "policies",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_chosen,
    help="How the law is read where it leaves that open. May be given several times.",
)
