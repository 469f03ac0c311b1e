"""Who steers and is steered: organs as a tree, their positions, and ties to other legal persons."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from regionstyrning.cli.sections import Page, Section
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.questions.threads import title_of
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.organisation import Organ, Ownership, Position

_ORGANS = Sentence("ORGAN", "ORGANS")
_NONE = Sentence("Inga organ finns.", "There are no organs.")
_ABOVE = Sentence("{label} (se ovan)", "{label} (see above)")
_BELOW = Sentence("{label} (se nedan)", "{label} (see below)")
_AND = Sentence("{kind}, även {kinds}", "{kind}, also {kinds}")
_POSITIONS = Sentence("BEFATTNINGAR", "POSITIONS")
_NO_POSITIONS = Sentence("Inga är kända.", "None are known.")
_HEADS = Sentence("leder {organs}", "leads {organs}")
_OWNERSHIPS = Sentence("ÄGANDE OCH MEDLEMSKAP", "OWNERSHIP AND MEMBERSHIP")
_TIED_TO_NONE = Sentence("Inget känt.", "None known.")
_OWNER = Sentence("ägare eller medlem", "owner or member")
_OWNED = Sentence("juridisk person", "legal person")
_FORM = Sentence("form", "form")
_TIE = Sentence("band", "tie")

MOST_LEVELS = 40
"""How many levels are drawn under one another; deeper ones begin a tree of their own."""

_KINDS = tuple(OrganKind)


def organ_sections(held: SteeringModel, page: Page) -> tuple[Section, ...]:
    """
    The organs, the positions in them, and the ties to legal persons.

    Args:
        held: What ``model.at(day)`` gave.
        page: How to write them.
    """
    return _organs(held, page), _positions(held, page), _ownerships(held, page)


def _organs(held: SteeringModel, page: Page) -> Section:
    tied = {ownership.owned for ownership in held.ownerships}
    organs = sorted(held.organs, key=lambda organ: (organ.id != held.legal_person, *_order(organ)))
    rows = [
        {
            "id": organ.id,
            "title": organ.title,
            "short": organ.short,
            "kind": organ.kind.value,
            "roles": [role.title for role in organ.roles],
            "part_of": organ.part_of,
        }
        for organ in organs
    ]
    trees = _trees([organ for organ in organs if organ.part_of is not None or organ.id not in tied], page)
    text = "\n".join(tree.text(page.width) for tree in trees) or _NONE.say(page.lang)
    return Section(name="organs", heading=_ORGANS, rows=rows, text=text)


def _trees(organs: Iterable[Organ], page: Page) -> Iterator[Tree]:
    """A tree for each organ that is part of none, then for those that only go round."""
    known = {organ.id: organ for organ in organs}
    parts: defaultdict[str, list[Organ]] = defaultdict(list)
    for organ in known.values():
        parts[organ.part_of or ""].append(organ)
    drawn: set[str] = set()
    waiting: list[Organ] = []

    def tree(organ: Organ, levels: int) -> Tree:
        if organ.id in drawn:
            return Tree(_ABOVE.say(page.lang, label=f"{organ.title} [{organ.id}]"))
        if not levels:
            waiting.append(organ)
            return Tree(_BELOW.say(page.lang, label=f"{organ.title} [{organ.id}]"))
        drawn.add(organ.id)
        return Tree(_label(organ, page), [tree(part, levels - 1) for part in parts[organ.id]])

    tops = (organ for organ in known.values() if organ.part_of not in known)
    for top in (*tops, *known.values()):
        waiting.append(top)
        while waiting:
            organ = waiting.pop(0)
            if organ.id not in drawn:
                yield tree(organ, MOST_LEVELS)


def _label(organ: Organ, page: Page) -> str:
    kinds = dict.fromkeys(role.kind.value for role in organ.roles if role.kind is not organ.kind)
    kind = organ.kind.value if organ.legal_form is None else f"{organ.kind.value}, {organ.legal_form.value}"
    kind = _AND.say(page.lang, kind=kind, kinds=", ".join(kinds)) if kinds else kind
    known = organ.short is None or f"({organ.short})" in organ.title
    title = organ.title if known else f"{organ.title} ({organ.short})"
    return f"{title} [{organ.id}] – {kind}"


def _positions(held: SteeringModel, page: Page) -> Section:
    """Posts by the organ that they sit in, in the order of their kinds."""
    kinds = tuple(PositionKind)
    positions = sorted(
        held.positions, key=lambda each: (title_of(held, each.organ), kinds.index(each.kind), each.title, each.id)
    )
    rows = [
        {
            "id": each.id,
            "title": each.title,
            "kind": each.kind.value,
            "organ": each.organ,
            "heads": list(each.heads),
            "superior": each.superior,
        }
        for each in positions
    ]
    text = page.listed(_position(held, each, page) for each in positions) or _NO_POSITIONS.say(page.lang)
    return Section(name="positions", heading=_POSITIONS, rows=rows, text=text)


def _position(held: SteeringModel, position: Position, page: Page) -> str:
    """Its kind, where it sits, and what it leads."""
    heads = listed([title_of(held, id) for id in position.heads], page.lang)
    told = [position.kind.value, title_of(held, position.organ)]
    told += [_HEADS.say(page.lang, organs=heads)] if heads else []
    return f"{position.title} [{position.id}] – {', '.join(told)}"


def _ownerships(held: SteeringModel, page: Page) -> Section:
    ownerships = sorted(held.ownerships, key=lambda each: (each.kind.value, title_of(held, each.owned), each.id))
    rows = [
        {
            "id": each.id,
            "owner": each.owner,
            "owned": each.owned,
            "kind": each.kind.value,
            "share_percent": None if each.share_percent is None else str(each.share_percent),
        }
        for each in ownerships
    ]
    cells = [
        [
            title_of(held, each.owner),
            _tie(each, page),
            f"{title_of(held, each.owned)} [{each.owned}]",
            _form(held, each),
        ]
        for each in ownerships
    ]
    text = page.table((_OWNER, _TIE, _OWNED, _FORM), cells) if cells else _TIED_TO_NONE.say(page.lang)
    return Section(name="ownerships", heading=_OWNERSHIPS, rows=rows, text=text)


def _form(held: SteeringModel, ownership: Ownership) -> str:
    form = getattr(held.by_id.get(ownership.owned), "legal_form", None)
    return "" if form is None else str(form.value)


def _tie(ownership: Ownership, page: Page) -> str:
    if ownership.share_percent is None:
        return ownership.kind.value
    return f"{ownership.kind.value} {number(ownership.share_percent, page.lang)} %"


def _order(organ: Organ) -> tuple[int, str, str]:
    return _KINDS.index(organ.kind), organ.title, organ.id
