"""The tidy table as CSV, for machines and for Swedish Excel."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from regionstyrning.export.tidy import COLUMNS, tidy_rows
from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a text begins with that a spreadsheet would reckon out."""
_FIGURE = r"\d+(\s\d{3})*([.,]\d+)?"
_MONTH = r"(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_RETOLD = re.compile(
    rf"{_FIGURE}(e[+-]?\d+|\s?%|\s?kr)?|kr\s?{_FIGURE}"  # 0022 would lose its noughts, 50 % become a half
    rf"|\({_FIGURE}\)"  # as bookkeepers write what is less than nought
    r"|\d+\s\d+/\d+"  # a fraction
    r"|\d{1,4}[-/.:]\d{1,2}([-/.:]\d{1,4})?(\s\d{1,2}:\d{2}(:\d{2})?)?"  # a day or a time
    rf"|{_MONTH}[- ]?\d+|\d{{1,2}}[- ]?{_MONTH}([- ]?\d+)?"  # mar-1 would become the first of March
    r"|sant|falskt|#[\w/]+[!?]?",  # a truth, or what stands where a formula has failed
    re.IGNORECASE,
)
"""What Swedish Excel would take for something else than text."""


def csv_table(model: SteeringModel, *, on: date | None = None) -> str:
    """
    Targets and outcomes as CSV for machines: commas, decimal points, no byte order mark.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Text with one row a value, under a row of column names. A text that a spreadsheet would reckon
        out begins with an apostrophe.

    >>> print(csv_table(model).splitlines()[0])
    region,enhet_id,indikator_id,ar,kolumn,varde,enhet,kalla
    """
    return _written(model, on, ",", ".")


def csv_excel(model: SteeringModel, *, on: date | None = None) -> bytes:
    """
    Targets and outcomes as CSV for Swedish Excel: semicolons, decimal commas, UTF-8 with byte order mark.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        What a file should hold. Ids stay text, and one that Excel would take for a number, a day or a
        truth begins with an apostrophe, and so does what it would reckon out.

    >>> print(csv_excel(model).decode("utf-8-sig").splitlines()[0])
    region;enhet_id;indikator_id;ar;kolumn;varde;enhet;kalla
    """
    return _written(model, on, ";", ",").encode("utf-8-sig")


def _written(model: SteeringModel, on: date | None, separator: str, point: str) -> str:
    file = StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in tidy_rows(model, on=on):
        writer.writerow([_cell(value, point) for value in row.cells])
    return file.getvalue()


def _cell(value: Decimal | int | str | None, point: str) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f").replace(".", point)
        case int():
            return str(value)
    text = one_line(value)
    taken = text.startswith(_FORMULA) or (point == "," and _RETOLD.fullmatch(text))
    return f"'{text}" if taken else text
