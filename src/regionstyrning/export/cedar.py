"""Who may decide as Cedar policies, and the matters they speak of as Cedar entities."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from regionstyrning.export.grants import Demand, Grant, grants, stated
from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.chains import authority_of

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.chains import Authority

_SIGNS = {'"': '\\"', "\\": "\\\\"}


def cedar(model: SteeringModel, *, on: date | None = None) -> str:
    """
    Who may decide on a day as policies in the language Cedar, one permission a right.

    They cover the plain part: cases that are not urgent, where nobody is away or disqualified, and of which
    nothing but matter and amount is said; what is not said does not hold. Chains are worked out: each policy
    is what is left of a right when every step above has narrowed it, with what the law asks of the matter.
    A request asks ``Action::"besluta"`` by a ``Befattning`` or ``Organ`` on an ``Arende``, with the amount in
    whole kronor as ``context.belopp``, and is put beside what `cedar_entities` gives.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Text, the same for the same model.

    >>> print(cedar(model).splitlines()[0])
    // Region Exempel: vem som får besluta den 2026-06-01
    """
    day = model.as_of if on is None else on
    authority = authority_of(model)
    lines = [f"// {' '.join(model.title.split())}: vem som får besluta den {day.isoformat()}"]
    lines += [_policy(authority, number, grant) for number, grant in enumerate(grants(model, day), start=1)]
    return "\n".join([*lines, ""])


def cedar_entities(model: SteeringModel, *, on: date | None = None) -> str:
    """
    The matters of a model as Cedar entities, for the policies that `cedar` gives.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        JSON: each matter with the wider one as parent, whether it is decided at all (``beslut``), the traits
        it holds (``egenskaper``), the organ that has it on the day (``agare``), whose it is whoever has taken it
        over (``namnd``), and who has (``overtaget``), with empty texts where nobody does. A matter that is part
        of itself has no parent.
    """
    day = model.as_of if on is None else on
    authority = authority_of(model)
    return json.dumps([_entity(authority, id, day) for id in authority.matters.by_id], ensure_ascii=False, indent=1)


def _entity(authority: Authority, id: str, day: date) -> dict[str, Any]:
    matters = authority.matters
    above = matters.above(id)
    return {
        "uid": {"type": "Arende", "id": id},
        "attrs": {
            "agare": authority.owner_on(id, day) or "",
            "beslut": matters.by_id[id].nature is Nature.DECISION,
            "egenskaper": list(stated(authority, id)),
            "namnd": matters.owner(id) or "",
            "overtaget": authority.overtaker(id, day) or "",
        },
        "parents": [{"type": "Arende", "id": each} for each in above[1:2] if id not in matters.above(each)],
    }


def _policy(authority: Authority, number: int, grant: Grant) -> str:
    kind = "Organ" if grant.taker in authority.bodies.organs else "Befattning"
    resource = "resource" if grant.scope is None else f"resource in Arende::{_text(grant.scope)}"
    asked = ["resource.beslut"]
    if grant.limit_sek is not None:
        asked.append(f"context has belopp && context.belopp <= {min(grant.limit_sek, 2**63 - 1)}")
    asked += [f"!(resource in Arende::{_text(id)})" for id in grant.outside]
    asked.append(_condition(grant.test))
    return (
        f'@id("{number}|{grant.id}")\n'
        f'permit (principal == {kind}::{_text(grant.taker)}, action == Action::"besluta", {resource})\n'
        f"when {{ {' && '.join(each for each in asked if each != 'true')} }};"
    )


def _condition(test: Demand) -> str:
    if test.kind == "not":
        return f"!({_condition(test.parts[0])})"
    if test.kind in {"all", "any"}:
        sign, empty = (" && ", "true") if test.kind == "all" else (" || ", "false")
        return f"({sign.join(_condition(part) for part in test.parts)})" if test.parts else empty
    if test.kind == "trait":
        return f"resource.egenskaper.contains({_text(test.names[0])})"
    if test.kind == "taken":
        other = [f"resource.overtaget != {_text(name)}" for name in ("", *(test.names if len(test.names) == 1 else ()))]
        return f"({' && '.join(other)})"
    names = f"[{', '.join(map(_text, test.names))}]"
    return f"{names}.contains(resource.{'agare' if test.kind == 'owner' else 'namnd'})"


def _text(text: str) -> str:
    return (
        '"' + "".join(_SIGNS.get(sign, sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}") for sign in text) + '"'
    )
