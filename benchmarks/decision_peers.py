"""Others that answer the questions of `large_scheme`, each with the chain up to the nämnd that has the field."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import networkx as nx
from attrs import evolve

from benchmarks.large_scheme import Large, Question, Row

Ask = Callable[[Question], bool]
Batch = Callable[[], list[bool]]

ANY = 2**62


def bare_dict(large: Large) -> Ask:
    """Rows by taker and matter in dicts, and the matters above each in a tuple."""
    index: dict[str, dict[str, list[tuple[date, date, int, str]]]] = {}
    for row in large.rows:
        by_matter = index.setdefault(row.taker, {}).setdefault(row.scope, [])
        by_matter.append((row.first, row.last, ANY if row.limit is None else row.limit, row.giver))
    above = {matter: large.above(matter) for matter in large.part_of}

    def allowed(who: str, matter: str, amount: int, day: date) -> bool:
        rows = index.get(who)
        if rows is None:
            return False
        for scope in above[matter]:
            for first, last, limit, giver in rows.get(scope, ()):
                if first <= day <= last and amount <= limit and (giver == "fm" or allowed(giver, matter, amount, day)):
                    return True
        return False

    return lambda question: allowed(*question)


def network(large: Large) -> Ask:
    """A search against the edges of a graph."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in large.rows:
        limit = ANY if row.limit is None else row.limit
        graph.add_edge(row.giver, row.taker, scope=row.scope, first=row.first, last=row.last, limit=limit)
    above = {matter: frozenset(large.above(matter)) for matter in large.part_of}

    def allowed(who: str, matter: str, amount: int, day: date) -> bool:
        wider = above[matter]
        for giver, _, row in graph.in_edges(who, data=True):
            fits = row["scope"] in wider and row["first"] <= day <= row["last"] and amount <= row["limit"]
            if fits and (giver == "fm" or allowed(giver, matter, amount, day)):
                return True
        return False

    return lambda question: allowed(*question)


_ONE = """
select exists(
    select 1 from above a join given d on d.taker = ?1 and d.scope = a.wider
    where a.matter = ?2 and d.first <= ?4 and d.last >= ?4 and d.top >= ?3
      and (d.giver like 'n%' or d.giver = 'fm' or exists(
        select 1 from above b join given g on g.taker = d.giver and g.scope = b.wider
        where b.matter = ?2 and g.first <= ?4 and g.last >= ?4 and g.top >= ?3)))
"""

_MANY = """
select exists(
    select 1 from above a join given d on d.taker = q.who and d.scope = a.wider
    where a.matter = q.matter and d.first <= q.day and d.last >= q.day and d.top >= q.amount
      and (d.giver like 'n%' or d.giver = 'fm' or exists(
        select 1 from above b join given g on g.taker = d.giver and g.scope = b.wider
        where b.matter = q.matter and g.first <= q.day and g.last >= q.day and g.top >= q.amount)))
from q order by q.number
"""


def database(large: Large) -> sqlite3.Connection:
    """The rows in SQLite in memory, with indexes."""
    base = sqlite3.connect(":memory:")
    base.execute("create table given (giver text, taker text, scope text, first int, last int, top int)")
    base.execute("create table above (matter text, wider text)")
    base.executemany("insert into given values (?, ?, ?, ?, ?, ?)", _plain(large))
    base.executemany("insert into above values (?, ?)", _pairs(large))
    base.execute("create index by_taker on given (taker, scope, first, last, top, giver)")
    base.execute("create index by_scope on given (scope, first, last, top, taker, giver)")
    base.execute("create index by_matter on above (matter, wider)")
    return base


def _plain(large: Large) -> Iterator[tuple[Any, ...]]:
    for row in large.rows:
        limit = ANY if row.limit is None else row.limit
        yield row.giver, row.taker, row.scope, row.first.toordinal(), row.last.toordinal(), limit


def _pairs(large: Large) -> Iterator[tuple[str, str]]:
    return ((matter, wider) for matter in large.part_of for wider in large.above(matter))


def by_sqlite(large: Large) -> Ask:
    """One statement a question."""
    base = database(large)

    def ask(question: Question) -> bool:
        who, matter, amount, day = question
        return bool(base.execute(_ONE, (who, matter, amount, day.toordinal())).fetchone()[0])

    return ask


def many_by_sqlite(large: Large, questions: list[Question]) -> Batch:
    """One statement for all questions, which are put into a table first."""
    base = database(large)

    def ask() -> list[bool]:
        base.execute("drop table if exists q")
        base.execute("create table q (number integer primary key, who text, matter text, amount int, day int)")
        rows = ((n, who, matter, amount, day.toordinal()) for n, (who, matter, amount, day) in enumerate(questions))
        base.executemany("insert into q values (?, ?, ?, ?, ?)", rows)
        return [bool(row[0]) for row in base.execute(_MANY)]

    return ask


def many_by_duckdb(large: Large, questions: list[Question]) -> Batch:
    """One statement for all questions, with the chains written out before."""
    import duckdb  # noqa: PLC0415 - a peer that need not be there
    import numpy as np  # noqa: PLC0415 - as above

    base = duckdb.connect(":memory:")
    base.execute("set threads to 1")
    rows = effective(large)
    columns = list(
        zip(*((r.taker, r.scope, r.first.toordinal(), r.last.toordinal(), r.limit or 0) for r in rows), strict=True)
    )
    held = {
        name: np.array(column) for name, column in zip(("taker", "scope", "first", "last", "top"), columns, strict=True)
    }
    pairs = {
        name: np.array(column)
        for name, column in zip(("matter", "wider"), zip(*_pairs(large), strict=True), strict=True)
    }
    base.register("held_rows", held)
    base.register("above_rows", pairs)
    base.execute("create table held as select * from held_rows")
    base.execute("create table above as select * from above_rows")

    def ask() -> list[bool]:
        who, matter, amount, day = zip(*questions, strict=True)
        q = {
            "number": np.arange(len(who)),
            "who": np.array(who),
            "matter": np.array(matter),
            "amount": np.array(amount),
            "day": np.array([each.toordinal() for each in day]),
        }
        base.register("q", q)
        found = base.execute(
            "select distinct q.number from q join above a on a.matter = q.matter join held h on h.taker = q.who "
            "and h.scope = a.wider where h.first <= q.day and q.day <= h.last and q.amount <= h.top"
        ).fetchnumpy()["number"]
        answers = np.zeros(len(who), dtype=bool)
        answers[found] = True
        return list(answers.tolist())

    return ask


def effective(large: Large) -> list[Row]:
    """What is left of each row when the ones above it have narrowed it, for engines that know no chains."""
    by_taker: dict[str, list[Row]] = {}
    for row in large.rows:
        if row.taker[0] == "c":
            by_taker.setdefault(row.taker, []).append(row)
    found = []
    for row in large.rows:
        if row.giver[0] != "c":
            found.append(evolve(row, limit=ANY if row.limit is None else row.limit))
            continue
        for upper in by_taker.get(row.giver, ()):
            first, last = max(row.first, upper.first), min(row.last, upper.last)
            inside = upper.scope in large.above(row.scope)
            if first <= last and (inside or row.scope in large.above(upper.scope)):
                scope = row.scope if inside else upper.scope
                limit = min(row.limit or 0, upper.limit or 0)
                found.append(Row(row.giver, row.taker, scope, first, last, limit))
    return found


_MODEL = """
[request_definition]
r = who, matter, amount, day
[policy_definition]
p = who, scope, first, last, top
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.who == p.who && within(r.matter, p.scope, r.amount, p.top, r.day, p.first, p.last)
"""


def by_casbin(large: Large) -> Ask:
    """Casbin's FastEnforcer, which looks only at the rows of one taker."""
    from casbin import FastEnforcer  # noqa: PLC0415 - a peer that need not be there
    from casbin.model import FastModel  # noqa: PLC0415 - as above

    model = FastModel([0])
    model.load_model_from_text(_MODEL)
    enforcer = FastEnforcer(model, cache_key_order=[0])
    above = {matter: frozenset(large.above(matter)) for matter in large.part_of}

    def within(matter: str, scope: str, amount: int, top: int, day: int, first: int, last: int) -> bool:  # noqa: PLR0913, PLR0917
        return scope in above[matter] and amount <= top and first <= day <= last

    enforcer.add_function("within", within)
    rows = dict.fromkeys(
        (row.taker, row.scope, row.first.toordinal(), row.last.toordinal(), row.limit) for row in effective(large)
    )
    for row in rows:
        enforcer.model["p"]["p"].policy.append(row)

    def ask(question: Question) -> bool:
        who, matter, amount, day = question
        return bool(enforcer.enforce(who, matter, amount, day.toordinal()))

    return ask


def by_cedar(large: Large) -> Ask:
    """Cedarpy with one set of policies a taker, and the matter with those above it as entities."""
    import cedarpy  # noqa: PLC0415 - a peer that need not be there

    texts: dict[str, list[str]] = {}
    for row in effective(large):
        texts.setdefault(row.taker, []).append(
            f'permit(principal == Taker::"{row.taker}", action == Action::"besluta", resource in '
            f'Matter::"{row.scope}") '
            f"when {{ context.day >= {row.first.toordinal()} && context.day <= {row.last.toordinal()} "
            f"&& context.amount <= {row.limit} }};"
        )
    policies = {taker: cedarpy.PolicySet.from_str("\n".join(lines)) for taker, lines in texts.items()}
    entities = {matter: cedarpy.Entities.from_json_str(_entities(large.above(matter))) for matter in large.part_of}
    empty = cedarpy.PolicySet.from_str("")

    def ask(question: Question) -> bool:
        who, matter, amount, day = question
        request = {
            "principal": f'Taker::"{who}"',
            "action": 'Action::"besluta"',
            "resource": f'Matter::"{matter}"',
            "context": {"amount": amount, "day": day.toordinal()},
        }
        return bool(cedarpy.is_authorized(request, policies.get(who, empty), entities[matter]).allowed)

    return ask


def _entities(above: tuple[str, ...]) -> str:
    pairs = zip(above, (*above[1:], None), strict=True)
    return json.dumps(
        [
            {"uid": {"type": "Matter", "id": id}, "attrs": {}, "parents": [{"type": "Matter", "id": up}] if up else []}
            for id, up in pairs
        ]
    )
