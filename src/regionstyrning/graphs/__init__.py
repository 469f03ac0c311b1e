"""Projections of a model as networkx graphs, made when asked for."""

from __future__ import annotations

from regionstyrning.graphs.delegation import delegation_graph
from regionstyrning.graphs.documents import document_graph
from regionstyrning.graphs.goals import goal_graph
from regionstyrning.graphs.organisation import organisation_graph

__all__ = ["delegation_graph", "document_graph", "goal_graph", "organisation_graph"]
