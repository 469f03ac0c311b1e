"""
Typed records, reasoned answers and checks for how Swedish regions steer themselves.

Records are public in `regionstyrning.model`; what is called stands here.
A name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regionstyrning.alternatives import needed_result, project, simulate, sweep
    from regionstyrning.errors import (
        DuplicateId,
        FailedPlugin,
        InvalidValue,
        MissingExtra,
        NotPicklable,
        NoTruthValue,
        SteeringError,
        UnknownId,
    )
    from regionstyrning.evaluators import disagreements, evaluate, firmness, needed, next_measurement
    from regionstyrning.export import export_as
    from regionstyrning.files import FaultyFile, json_schema, load, load_region, regions, save
    from regionstyrning.graphs import delegation_graph, document_graph, goal_graph, organisation_graph
    from regionstyrning.model import proposed, table
    from regionstyrning.questions import (
        as_planned,
        coverage,
        duties,
        goal_chain,
        loose_ends,
        may_decide,
        may_decide_many,
        plan_in_force,
        powers_of,
        who_may_decide,
    )
    from regionstyrning.questions.calendar import budget_work, calendar
    from regionstyrning.questions.economy import accounts, balance_statement, restoration_plan
    from regionstyrning.questions.powers import (
        compare_powers,
        expiring,
        hang_on_one_post,
        nobody_may_decide,
        shadowed,
        wider_than_giver,
        withdraw,
    )
    from regionstyrning.rules import check
    from regionstyrning.testing import run_cases

    __version__: str

__all__ = [
    "DuplicateId",
    "FailedPlugin",
    "FaultyFile",
    "InvalidValue",
    "MissingExtra",
    "NoTruthValue",
    "NotPicklable",
    "SteeringError",
    "UnknownId",
    "accounts",
    "as_planned",
    "balance_statement",
    "budget_work",
    "calendar",
    "check",
    "compare_powers",
    "coverage",
    "delegation_graph",
    "disagreements",
    "document_graph",
    "duties",
    "evaluate",
    "expiring",
    "export_as",
    "firmness",
    "goal_chain",
    "goal_graph",
    "hang_on_one_post",
    "json_schema",
    "load",
    "load_region",
    "loose_ends",
    "may_decide",
    "may_decide_many",
    "needed",
    "needed_result",
    "next_measurement",
    "nobody_may_decide",
    "organisation_graph",
    "plan_in_force",
    "powers_of",
    "project",
    "proposed",
    "regions",
    "restoration_plan",
    "run_cases",
    "save",
    "shadowed",
    "simulate",
    "sweep",
    "table",
    "who_may_decide",
    "wider_than_giver",
    "withdraw",
]

_MODULE_OF = {
    "DuplicateId": "regionstyrning.errors",
    "FailedPlugin": "regionstyrning.errors",
    "FaultyFile": "regionstyrning.files",
    "InvalidValue": "regionstyrning.errors",
    "MissingExtra": "regionstyrning.errors",
    "NoTruthValue": "regionstyrning.errors",
    "NotPicklable": "regionstyrning.errors",
    "SteeringError": "regionstyrning.errors",
    "UnknownId": "regionstyrning.errors",
    "accounts": "regionstyrning.questions.economy",
    "as_planned": "regionstyrning.questions",
    "balance_statement": "regionstyrning.questions.economy",
    "budget_work": "regionstyrning.questions.calendar",
    "calendar": "regionstyrning.questions.calendar",
    "check": "regionstyrning.rules",
    "compare_powers": "regionstyrning.questions.powers",
    "coverage": "regionstyrning.questions",
    "delegation_graph": "regionstyrning.graphs",
    "disagreements": "regionstyrning.evaluators",
    "document_graph": "regionstyrning.graphs",
    "duties": "regionstyrning.questions",
    "evaluate": "regionstyrning.evaluators",
    "expiring": "regionstyrning.questions.powers",
    "export_as": "regionstyrning.export",
    "firmness": "regionstyrning.evaluators",
    "goal_chain": "regionstyrning.questions",
    "goal_graph": "regionstyrning.graphs",
    "hang_on_one_post": "regionstyrning.questions.powers",
    "json_schema": "regionstyrning.files",
    "load": "regionstyrning.files",
    "load_region": "regionstyrning.files",
    "loose_ends": "regionstyrning.questions",
    "may_decide": "regionstyrning.questions",
    "may_decide_many": "regionstyrning.questions",
    "needed": "regionstyrning.evaluators",
    "needed_result": "regionstyrning.alternatives",
    "next_measurement": "regionstyrning.evaluators",
    "nobody_may_decide": "regionstyrning.questions.powers",
    "organisation_graph": "regionstyrning.graphs",
    "plan_in_force": "regionstyrning.questions",
    "powers_of": "regionstyrning.questions",
    "project": "regionstyrning.alternatives",
    "proposed": "regionstyrning.model",
    "regions": "regionstyrning.files",
    "restoration_plan": "regionstyrning.questions.economy",
    "run_cases": "regionstyrning.testing",
    "save": "regionstyrning.files",
    "shadowed": "regionstyrning.questions.powers",
    "simulate": "regionstyrning.alternatives",
    "sweep": "regionstyrning.alternatives",
    "table": "regionstyrning.model",
    "who_may_decide": "regionstyrning.questions",
    "wider_than_giver": "regionstyrning.questions.powers",
    "withdraw": "regionstyrning.questions.powers",
}


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


if not TYPE_CHECKING:  # a type checker that saw it would take a misspelt name for Any

    def __getattr__(name: str) -> object:
        if name in _MODULE_OF:
            value = getattr(import_module(_MODULE_OF[name]), name)
        elif name == "__version__":
            value = import_module("importlib.metadata").version(__name__)
        else:
            raise _unknown(name)
        globals()[name] = value
        return value


def _unknown(name: str) -> AttributeError:
    from regionstyrning.errors import hint  # noqa: PLC0415 - needed only when something went wrong

    message = f"module {__name__!r} has no attribute {name!r}{hint(name, __all__)}"
    # Without an object the interpreter makes no guess of its own behind ours.
    return AttributeError(message, name=name, obj=None)
