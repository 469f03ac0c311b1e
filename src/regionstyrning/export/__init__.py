"""Models and what is found in them, in formats that other programs read."""

from __future__ import annotations

from regionstyrning.export.ahead_pictures import fan, years_ahead
from regionstyrning.export.comparison_picture import compared_ahead
from regionstyrning.export.exporters import EXPORTERS, Exporter, export_as
from regionstyrning.export.radar import radar
from regionstyrning.export.sarif import sarif
from regionstyrning.export.statement_picture import waterfall

__all__ = ["EXPORTERS", "Exporter", "compared_ahead", "export_as", "fan", "radar", "sarif", "waterfall", "years_ahead"]
