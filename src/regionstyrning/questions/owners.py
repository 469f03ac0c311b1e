"""Who carries what, resolved on a day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from regionstyrning.model.organisation import Organ, Position
from regionstyrning.questions.threads import title_of
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.goals import Owner
    from regionstyrning.model.organisation import OrganKind
    from regionstyrning.model.steering_model import SteeringModel

_ROLE = Sentence("{organ} (roll: {role})", "{organ} (role: {role})")
_ALL = Sentence("alla organ av slaget {kind}", "all bodies of the kind {kind}")


def carriers(held: SteeringModel, record: Any) -> tuple[str, ...]:  # noqa: ANN401 - a goal or indicator
    """
    The organs that carry a goal or indicator, on the day of the model.

    Args:
        held: What ``model.at(day)`` gave.
        record: A goal or indicator; a perspective is carried by nobody.

    Returns:
        Ids of organs, each once: the organ itself, the organ of a post, or every organ of a kind
        that there is that day. What is no longer there, or leads nowhere, stands with its own id.
    """
    found: dict[str, None] = {}
    for owner in getattr(record, "owners", ()):
        if owner.organ is not None:
            found[owner.organ] = None
        if owner.position is not None:
            position = held.by_id.get(owner.position)
            found[position.organ if isinstance(position, Position) else owner.position] = None
        if owner.kind is not None:
            found.update(dict.fromkeys(_of_kind(held).get(owner.kind, ())))
    return tuple(found)


def owner_names(held: SteeringModel, record: Any, lang: str = "sv") -> str:  # noqa: ANN401 - a goal or indicator
    """
    Who carries it, in words.

    Returns:
        Titles in the order they are written; an empty text if nobody is named.
    """
    names = (_name(held, owner, lang) for owner in getattr(record, "owners", ()))
    return listed(filter(None, names), lang)


def _of_kind(held: SteeringModel) -> dict[OrganKind, tuple[str, ...]]:
    """Organs by kind, their roles' kinds too: a styrelse may also be a nämnd."""
    found: dict[OrganKind, tuple[str, ...]] | None = held.memo.get("organs_of_kind")
    if found is None:
        by_kind: defaultdict[OrganKind, list[str]] = defaultdict(list)
        for organ in held.organs:
            for kind in {organ.kind, *(role.kind for role in organ.roles)}:
                by_kind[kind].append(organ.id)
        found = held.memo["organs_of_kind"] = {kind: tuple(sorted(ids)) for kind, ids in by_kind.items()}
    return found


def _name(held: SteeringModel, owner: Owner, lang: str) -> str:
    if owner.kind is not None:
        return _ALL.say(lang, kind=owner.kind.value)
    named = [title_of(held, id) for id in (owner.organ, owner.position) if id is not None]
    title = ", ".join(named)
    if owner.role is None or not named:
        return title
    return _ROLE.say(lang, organ=title, role=_role_title(held, owner))


def _role_title(held: SteeringModel, owner: Owner) -> str | None:
    organ = held.by_id.get(owner.organ or "")
    roles = organ.roles if isinstance(organ, Organ) else ()
    return next((role.title for role in roles if role.id == owner.role), owner.role)
