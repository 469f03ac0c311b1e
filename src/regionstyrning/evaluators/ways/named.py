"""Evaluators by name: those of the library and those that plugins bring."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.bands import Bands
from regionstyrning.evaluators.ways.geh import Geh
from regionstyrning.evaluators.ways.profile import Profile
from regionstyrning.evaluators.ways.scores import Scores
from regionstyrning.evaluators.ways.spreading import Propagation
from regionstyrning.files.plugins import PluginGroup, own_or_plugin, plugins
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.steering_model import SteeringModel


class Evaluator(Protocol):
    """Anything that judges a model: a function, or a frozen class whose fields are its settings."""

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None) -> Verdict:
        """Judge a model for a year, by what was known on a day."""


ATTAINMENT = Attainment()
OWN_WAY = Attainment(words="first", name="egen")
"""The region's own way: its levels' rules, and its own published words where it has said any."""

WAYS: Mapping[str, Evaluator] = MappingProxyType(
    {each.name: each for each in (ATTAINMENT, OWN_WAY, Bands(), Scores(), Propagation())}
)
"""The library's ways to judge goals and measures by name, with their settings as they come."""

EVALUATORS: Mapping[str, Evaluator] = MappingProxyType({**WAYS, **{each.name: each for each in (Geh(), Profile())}})
"""All evaluators of the library: the ways to judge goals, and those that judge the region's economy."""


def _evaluator(value: object) -> object:
    """What judges: a class with its settings as they come."""
    made = value() if isinstance(value, type) else value
    return made if callable(made) else None


PLUGINS = PluginGroup(
    name="regionstyrning.evaluators",
    kind="evaluator",
    wants=Sentence("något som bedömer en modell", "something that judges a model"),
    made=_evaluator,
    taken=tuple(EVALUATORS),
)
"""What other packages bring as evaluators."""


def evaluator_named(name: str) -> Evaluator:
    """
    The evaluator with a name, of the library or of a plugin.

    Raises:
        FailedPlugin: if a plugin has the name, and cannot be used.
        UnknownId: if no evaluator has it; it names the nearest.
    """
    return own_or_plugin(EVALUATORS, PLUGINS, name)


def every_way() -> Mapping[str, Evaluator]:
    """All ways to judge goals and measures, those of the library first, then those of plugins."""
    return {**WAYS, **plugins(PLUGINS).found}
