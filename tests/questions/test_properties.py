"""What holds of questions whatever the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given

from regionstyrning import coverage, goal_chain, goal_graph, loose_ends
from regionstyrning.model import SteeringModel
from regionstyrning.questions import Answer, GoalChain
from regionstyrning.questions.goal_chain import Path
from regionstyrning.questions.threads import threads
from regionstyrning.text.sentences import LANGUAGES
from tests.strategies import models
from tests.tangles import days, tangles, tangles_in_two_orders

Links = tuple[tuple[str, str, str], ...]
"""Lower, upper and kind of each link on a path."""


def chains(model: SteeringModel, on: date | None = None) -> Iterator[GoalChain]:
    """The chain of everything that has one on the day."""
    held = model.at(model.as_of if on is None else on)
    for id in sorted(threads(held).nodes):
        yield goal_chain(model, id, on=on)


def answers(model: SteeringModel, on: date | None = None) -> Iterator[Answer]:
    """Every answer there is about the day."""
    yield from chains(model, on)
    yield loose_ends(model, on=on)
    yield coverage(model, on=on)
    yield coverage(model, on=on, by="goal")


def told(answer: Answer) -> dict[str, Any]:
    """All that an answer tells."""
    return {
        "about": answer.about,
        "on": answer.on,
        "steps": answer.steps,
        "missing": answer.missing,
        "text": answer.text(),
        "rows": answer.to_records(),
    }


@pytest.mark.full
@given(tangles(), days)
def test_the_model_of_a_day_answers_as_the_whole_does(model: SteeringModel, day: date) -> None:
    """About that day, with nothing remembered from the whole."""
    held = evolve(model.at(day))
    assert [told(answer) for answer in answers(held)] == [told(answer) for answer in answers(model, day)]


@pytest.mark.full
@given(tangles_in_two_orders())
def test_the_order_of_records_changes_no_answer(both: tuple[SteeringModel, SteeringModel]) -> None:
    """Each catalogue in any order."""
    one, other = both
    assert [told(answer) for answer in answers(one)] == [told(answer) for answer in answers(other)]


@pytest.mark.full
@given(tangles())
def test_paths_up_are_the_simple_paths_that_go_no_further(model: SteeringModel) -> None:
    """As networkx finds them in the graph of goals, by another road."""
    found = {chain.about: _ends(chain.upward) for chain in chains(model)}
    assert found == _by_networkx(goal_graph(model))


@given(tangles())
def test_paths_down_are_those_up_in_the_graph_turned_round(model: SteeringModel) -> None:
    """Told from the lower end all the same."""
    found = {chain.about: _ends(tuple(path[::-1] for path in chain.downward)) for chain in chains(model)}
    turned = _by_networkx(goal_graph(model).reverse())
    assert found == {id: Counter(map(_turned, paths.elements())) for id, paths in turned.items()}


@pytest.mark.full
@given(tangles())
def test_every_gap_of_a_chain_is_a_loose_end(model: SteeringModel) -> None:
    """What is missing on a thread is missing in the region."""
    ends = loose_ends(model).ends
    assert [gap for chain in chains(model) for gap in chain.gaps if gap not in ends] == []


@given(tangles())
def test_every_missing_link_is_a_gap_of_its_own_chain(model: SteeringModel) -> None:
    """What hangs loose for want of a link is told where one follows the thread."""
    linked = [end for end in loose_ends(model).ends if end.level]
    assert [end for end in linked if end not in goal_chain(model, end.record).gaps] == []


@given(tangles())
def test_no_path_passes_an_id_twice(model: SteeringModel) -> None:
    """Though links go round."""
    paths = [path for chain in chains(model) for path in chain.paths]
    ids = [[path[0].lower, *(link.upper for link in path)] for path in paths]
    assert [each for each in ids if len(set(each)) != len(each)] == []


@given(tangles())
def test_each_counted_goal_stands_in_some_cell(model: SteeringModel) -> None:
    """Whichever the columns are."""
    by_perspective, by_goal = coverage(model), coverage(model, by="goal")
    assert {id for cell in by_perspective.cells for id in cell.goals} == {
        id for cell in by_goal.cells for id in cell.goals
    }


@given(models())
def test_any_model_is_answered(model: SteeringModel) -> None:
    """In both languages, as rows and as a page; a flawed one as well."""
    read = [each for answer in answers(model) for each in (*map(answer.text, LANGUAGES), answer._repr_html_())]
    assert [text for text in read if not text] == []


def _turned(path: Links) -> Links:
    return tuple((upper, lower, kind) for lower, upper, kind in path)


def _ends(paths: tuple[Path, ...]) -> Counter[Links]:
    return Counter(tuple((link.lower, link.upper, link.kind.value) for link in path) for path in paths)


def _by_networkx(graph: nx.MultiDiGraph[str]) -> dict[str, Counter[Links]]:
    """For each node in force its simple paths, those apart that could go on."""
    threaded = graph.subgraph([id for id in graph if graph.nodes[id]["in_force"]])
    found = {}
    for start in threaded:
        paths: Counter[Links] = Counter()
        simple: Any = nx.all_simple_edge_paths(threaded, start, set(threaded) - {start})
        for path in simple:
            met = {start, *(upper for _, upper, _ in path)}
            if set(threaded.successors(path[-1][1])) <= met:
                paths[tuple((lower, upper, threaded[lower][upper][key]["kind"]) for lower, upper, key in path)] += 1
        found[start] = paths
    return found
