"""A model is written by the name of an exporter, or by one's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import regionstyrning as rs
from regionstyrning.export import EXPORTERS
from tests.model.small import DAY, goal, model, until_day

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


def titles(held: SteeringModel, *, on: date, sign: str = "-") -> str:
    """An exporter of one's own, with a setting."""
    return "".join(f"{sign} {each.title}\n" for each in held.at(on).goals)


def unjoined(held: SteeringModel, *, on: date) -> Any:  # noqa: ANN401 - what a type checker has not seen
    """No exporter, since it gives no text."""
    return [each.title for each in held.at(on).goals]


def test_the_names_are_in_order() -> None:
    """As the command line lists them."""
    assert list(EXPORTERS) == [
        "cedar",
        "cedar-entities",
        "csv",
        "csv-excel",
        "dot",
        "graphml",
        "ical",
        "json-year",
        "markdown-year",
        "mermaid",
        "svg-horizons",
        "svg-year",
    ]


@pytest.mark.parametrize("name", EXPORTERS)
def test_each_writes_an_empty_model(name: str) -> None:
    """There is always something around what there is not."""
    assert rs.export_as(model(), name) == EXPORTERS[name](model(), on=DAY)


@pytest.mark.parametrize("name", EXPORTERS)
def test_each_names_the_day_or_has_the_models_own(name: str) -> None:
    """What ended the day before is not written."""
    held = model(goals=[goal("a", validity=until_day(DAY))])
    assert rs.export_as(held, name) == rs.export_as(held, name, on=DAY)


def test_another_day_gives_another_picture() -> None:
    """A goal that has ended is not drawn."""
    held = model(goals=[goal("a", validity=until_day(DAY))])
    drawn = [rs.export_as(held, "mermaid", on=on) for on in (DAY, date(2025, 6, 2))]
    assert ['n0["A"]:::g0' in text for text in map(str, drawn)] == [True, False]


def test_a_setting_is_passed_on() -> None:
    """The exporter knows what it means."""
    assert rs.export_as(model(), "mermaid", graph="documents") == EXPORTERS["mermaid"](
        model(), on=DAY, graph="documents"
    )  # type: ignore[call-arg]


def test_an_exporter_of_ones_own_is_a_function() -> None:
    """It is given the model and the day."""
    held = model(goals=[goal("a")])
    assert (rs.export_as(held, titles), rs.export_as(held, titles, sign="*")) == ("- A\n", "* A\n")


def test_an_exporter_that_gives_neither_text_nor_bytes_is_refused() -> None:
    """Its maker forgot to return or to join."""
    with pytest.raises(TypeError, match=r"^expected text or bytes from the exporter, found list$"):
        rs.export_as(model(goals=[goal("a")]), unjoined)


def test_an_unknown_name_is_told_the_nearest() -> None:
    """Who wrote *mermaids* is helped."""
    with pytest.raises(rs.UnknownId, match=r"no exporter has the id 'mermaids'\. Did you mean 'mermaid'"):
        rs.export_as(model(), "mermaids")
