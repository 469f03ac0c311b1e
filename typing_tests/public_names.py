"""What a type checker says of the public names. Read by mypy, never run."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_type

import networkx as nx

import regionstyrning as rs
from regionstyrning.alternatives import Sweep
from regionstyrning.model import Finding, Goal, SteeringModel, Structure, Table
from regionstyrning.questions import Coverage, GoalChain, LooseEnds

DAY = date(2026, 3, 1)


def loading_and_saving() -> None:
    """A model comes from a file and goes to one."""
    assert_type(rs.regions(), tuple[str, ...])
    model = rs.load_region("exempel")
    assert_type(model, SteeringModel)
    assert_type(rs.load("exempel.json"), SteeringModel)
    rs.save(model, "exempel.json")
    assert_type(rs.__version__, str)


def the_model(model: SteeringModel, goal: Goal) -> None:
    """What a model gives, and what changes it into another."""
    assert_type(model.goals, tuple[Goal, ...])
    assert_type(model.structure_on(DAY), Structure | None)
    assert_type(model.at(DAY), SteeringModel)
    assert_type(model.with_(goal), SteeringModel)
    assert_type(model.without("hme-totalindex"), SteeringModel)
    assert_type(rs.proposed(goal, title="Nytt mål"), Goal)
    assert_type(model["hme-totalindex"], Any)  # the id does not tell which kind of record has it


def questions(model: SteeringModel) -> None:
    """Each question has an answer of its own class; the day is named, or the model's own."""
    assert_type(rs.goal_chain(model, "hme-totalindex"), GoalChain)
    assert_type(rs.loose_ends(model, on=DAY), LooseEnds)
    assert_type(rs.coverage(model), Coverage)
    assert_type(rs.check(model, on=DAY, rules="bas"), tuple[Finding, ...])


def graphs(model: SteeringModel) -> None:
    """A graph has ids as nodes."""
    assert_type(rs.goal_graph(model), nx.MultiDiGraph[str])
    assert_type(rs.organisation_graph(model, on=DAY), nx.MultiDiGraph[str])
    assert_type(rs.document_graph(model), nx.MultiDiGraph[str])
    assert_type(rs.delegation_graph(model, matter="inkop"), nx.MultiDiGraph[str])


def exporting(model: SteeringModel, goal: Goal) -> None:
    """An exporter is a name or a function; a table takes what is read and records."""

    def titles(held: SteeringModel, *, on: date) -> str:
        return f"{held.title} {on}"

    assert_type(rs.export_as(model, "csv"), str | bytes)
    assert_type(rs.export_as(model, titles, on=DAY), str | bytes)
    rs.export_as(model, len)  # type: ignore[arg-type]
    assert_type(rs.table(model.goals), Table)
    assert_type(rs.table(rs.coverage(model)), Table)
    rs.table(goal)  # type: ignore[arg-type]


def sweeping(model: SteeringModel) -> None:
    """A sweep holds what the question gives."""

    def goals(held: SteeringModel) -> int:
        return len(held.goals)

    found = rs.sweep(model, {"som nu": lambda held: held}, goals)
    assert_type(found, Sweep[int])
    assert_type(found["som nu"].answer, int | None)
    rs.sweep(model, [goals], goals)  # type: ignore[misc]


def a_day_is_named(model: SteeringModel) -> None:
    """A day without its name is an error: one cannot see which day it is."""
    rs.check(model, DAY)  # type: ignore[call-arg]
    rs.goal_chain(model, "hme-totalindex", DAY)  # type: ignore[call-arg]


def a_misspelt_name() -> None:
    """A misspelt name is an error, and not Any."""
    rs.load_regoin("exempel")  # type: ignore[attr-defined]


def exceptions() -> None:
    """Exceptions carry their fields."""
    try:
        rs.load_region("vasternorland")
    except rs.UnknownId as error:
        assert_type((error.kind, error.id), tuple[str, str])
    except rs.MissingExtra as error:
        assert_type(error.extra, str)
    except rs.FaultyFile as error:
        assert_type(error.findings, tuple[Finding, ...])
