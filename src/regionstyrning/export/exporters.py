"""Exporters by name, and what writes with one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from regionstyrning.export.cedar import cedar, cedar_entities
from regionstyrning.export.csv_table import csv_excel, csv_table
from regionstyrning.export.dot import dot
from regionstyrning.export.graphml import graphml
from regionstyrning.export.horizon_chart import horizon_chart
from regionstyrning.export.ical import ical
from regionstyrning.export.mermaid import mermaid
from regionstyrning.export.year_pages import json_year, markdown_year
from regionstyrning.export.year_wheel import year_wheel
from regionstyrning.files.plugins import PluginGroup, own_or_plugin
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel


class Exporter(Protocol):
    """
    Anything that writes a model in another format.

    It is a function of a model and a day, and may have settings of its own by name.
    """

    def __call__(self, model: SteeringModel, /, *, on: date) -> str | bytes:
        """Write the model as it held on the day: as text, or as bytes where the format is more than text."""


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "cedar": cedar,
        "cedar-entities": cedar_entities,
        "csv": csv_table,
        "csv-excel": csv_excel,
        "dot": dot,
        "graphml": graphml,
        "ical": ical,
        "json-year": json_year,
        "markdown-year": markdown_year,
        "mermaid": mermaid,
        "svg-horizons": horizon_chart,
        "svg-year": year_wheel,
    }
)
"""The exporters of the library by name."""


def _exporter(value: object) -> object:
    return value if callable(value) else None


PLUGINS = PluginGroup(
    name="regionstyrning.exporters",
    kind="exporter",
    wants=Sentence("en funktion av en modell", "a function of a model"),
    made=_exporter,
    taken=tuple(EXPORTERS),
)
"""What other packages bring as exporters."""


def exporter_named(name: str) -> Exporter:
    """
    The exporter with a name, of the library or of a plugin.

    Raises:
        FailedPlugin: if a plugin has the name, and cannot be used.
        UnknownId: if no exporter has it; it names the nearest.
    """
    return own_or_plugin(EXPORTERS, PLUGINS, name)


def export_as(
    model: SteeringModel,
    exporter: str | Exporter,
    *,
    on: date | None = None,
    **settings: Any,  # noqa: ANN401 - the exporter's own settings
) -> str | bytes:
    """
    Write a model in another format.

    Args:
        model: Any model.
        exporter: The name of an exporter of the library or of a plugin, or an exporter of one's own.
        on: The day; the model's own if left out.
        settings: What the exporter asks beside: ``graph`` and ``lang`` for ``"mermaid"`` and ``"dot"``,
            ``graph`` for ``"graphml"``, ``lang`` for ``"svg-horizons"``, ``year``, ``lang`` and ``policies`` for
            the others of a year.

    Returns:
        Text, or bytes where the format is more than text. The same model gives the same.

    Raises:
        FailedPlugin: if a plugin has the name, and cannot be used.
        UnknownId: if no exporter has the name.
        TypeError: if an exporter of one's own gives neither text nor bytes.

    >>> export_as(model, "mermaid").splitlines()[1]
    'accTitle: Mål i Region Exempel den 2026-06-01'
    """
    # Which settings it has and what it gives, only its caller knows.
    write: Callable[..., object] = exporter_named(exporter) if isinstance(exporter, str) else exporter
    written = write(model, on=model.as_of if on is None else on, **settings)
    if not isinstance(written, str | bytes):
        message = f"expected text or bytes from the exporter, found {type(written).__name__}"
        raise TypeError(message)
    return written
