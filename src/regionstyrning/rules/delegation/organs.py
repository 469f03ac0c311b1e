"""The organs that the law asks for: how many, how large, and led by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import LegalForm, Organ, OrganKind, PositionKind
from regionstyrning.questions.authority.bodies import COMMITTEES
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from decimal import Decimal

    from regionstyrning.model.organisation import Position, Size

FUNCTIONS = {
    "krisledning": "lag (2006:544) 2 kap. 2 §",
    "hälso- och sjukvård": "HSL 7 kap. 1 §",
    "tandvård": "tandvårdslagen 11 §",
    "patientnämnd": "lag (2017:372) 1 §",
}
"""What some nämnd must carry, with the statute that says so."""

MEMBERS, SUBSTITUTES = "ledamöter", "ersättare"
"""What the law's numbers count."""

_REGIONS = {LegalForm.REGION, LegalForm.MUNICIPALITY_WITH_REGION}


@rule(
    "delegation.has-one-assembly-and-one-board",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 3 kap. 1 och 3–4 §§.",
    sentence=Sentence(
        "{title} har {number} organ av slaget {kind}, men ska ha ett.",
        "{title} has {number} organs of the kind {kind}, but must have one.",
    ),
    mending=Sentence("Lägg till det som saknas, eller rätta slaget.", "Add what is missing, or correct the kind."),
)
def has_one_assembly_and_one_board(held: Held) -> Iterator[Hit]:
    """A region must have one fullmäktige and one styrelse."""
    region = _region(held)
    for kind, law in ((OrganKind.ASSEMBLY, "kl/3-1"), (OrganKind.BOARD, "kl/3-3")):
        own = [organ for organ in held.model.organs if organ.kind is kind and _is_the_regions(held, organ)]
        wrong = len(own) > 1 or (not own and region is not None)
        if wrong and _in_force(held, law):
            title = held.model.title if region is None else region.title
            words = {"title": title, "number": str(len(own)), "kind": kind.value}
            ids = sorted(organ.id for organ in own)
            yield Hit(tuple(ids) if region is None else (region.id, *ids), words)


@rule(
    "delegation.functions-are-carried",
    severity=Severity.NOTE,
    source="Lag (2006:544) 2 kap. 2 §, HSL 7 kap. 1 §, tandvårdslagen 11 § och lag (2017:372) 1 §.",
    sentence=Sentence(
        "Modellen anger inte vilken nämnd i {title} som bär {tasks} ({laws}).",
        "The model does not state which nämnd of {title} carries {tasks_en} ({laws}).",
    ),
    mending=Sentence("Ange uppgiften på nämnden som bär den.", "State the task on the nämnd that carries it."),
)
def functions_are_carried(held: Held) -> Iterator[Hit]:
    """What statutes ask some nämnd of a region to carry should be stated on one."""
    region = _region(held)
    if region is None:
        return
    carried = {task for organ in held.model.organs if organ.kind in COMMITTEES for task in organ.tasks}
    missing = [task for task in FUNCTIONS if task not in carried]
    if missing:
        laws = ", ".join(FUNCTIONS[task] for task in missing)
        words = {"title": region.title, "tasks": listed(missing), "tasks_en": listed(missing, "en"), "laws": laws}
        yield Hit((region.id,), words)


@rule(
    "delegation.patientnamnd-stands-alone",
    severity=Severity.WARNING,
    lawful=True,
    source="Lag (2017:372) 4 §: nämnden ska kunna arbeta självständigt (bibliotekets läsning).",
    each="organs",
    sentence=Sentence(
        "{title} är styrelse och bär också patientnämndens uppgifter.",
        "{title} is the board and also carries the tasks of patientnämnden.",
    ),
    mending=Sentence("Lägg uppgiften på en egen nämnd.", "Give the task to a nämnd of its own."),
)
def patientnamnd_stands_alone(organ: Organ, held: Held) -> Iterator[Hit]:
    """The tasks of patientnämnden must not be carried by the board."""
    if organ.kind is OrganKind.BOARD and "patientnämnd" in organ.tasks and links_of(held).law.held:
        yield Hit((organ.id,), {"title": organ.title})


@rule(
    "delegation.the-assembly-is-large-enough",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 5 kap. 5 §: ett udda antal, i en region minst 31.",
    each="organs",
    sentence=Sentence(
        "{title} har {number} ledamöter; antalet ska vara udda och minst {least}.",
        "{title} has {number} members; the number must be odd and at least {least}.",
    ),
    mending=Sentence("Rätta antalet.", "Correct the number."),
)
def the_assembly_is_large_enough(organ: Organ, held: Held) -> Iterator[Hit]:
    """The number of members of fullmäktige must be odd and large enough."""
    least = min(_numbers(held, "kl/5-5", MEMBERS), default=None)
    if organ.kind is OrganKind.ASSEMBLY and least is not None and _is_the_regions(held, organ):
        for size in _sizes(held, organ):
            if size.members % 2 == 0 or size.members < least:
                words = {"title": organ.title, "number": str(size.members), "least": f"{least:f}"}
                yield Hit((organ.id,), words)


@rule(
    "delegation.the-board-is-large-enough",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 6 kap. 16 §: minst fem ledamöter och fem ersättare.",
    each="organs",
    sentence=Sentence(
        "{title} har {number} {what}; minst {least} krävs.",
        "{title} has {number} {what}; at least {least} are required.",
    ),
    mending=Sentence("Rätta antalet.", "Correct the number."),
)
def the_board_is_large_enough(organ: Organ, held: Held) -> Iterator[Hit]:
    """The board must have at least five members and five substitutes."""
    if organ.kind is not OrganKind.BOARD:
        return
    for size in _sizes(held, organ):
        for what, number in ((MEMBERS, size.members), (SUBSTITUTES, size.substitutes)):
            for least in _numbers(held, "kl/6-16", what):
                if number is not None and number < least:
                    words = {"title": organ.title, "number": str(number), "what": what, "least": f"{least:f}"}
                    yield Hit((organ.id,), words)


@rule(
    "delegation.a-joint-committee-has-its-substitutes",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 9 kap. 19–35 §§: lika många ersättare som ledamöter i en gemensam nämnd.",
    each="organs",
    sentence=Sentence(
        "{title} har {members} ledamöter men {substitutes} ersättare.",
        "{title} has {members} members but {substitutes} substitutes.",
    ),
    mending=Sentence("Välj lika många ersättare som ledamöter.", "Elect as many substitutes as members."),
)
def a_joint_committee_has_its_substitutes(organ: Organ, held: Held) -> Iterator[Hit]:
    """A joint committee must have as many substitutes as members."""
    if organ.kind is not OrganKind.JOINT_COMMITTEE or not _in_force(held, "kl/9-19"):
        return
    for size in _sizes(held, organ):
        if size.substitutes is not None and size.substitutes != size.members:
            words = {"title": organ.title, "members": str(size.members), "substitutes": str(size.substitutes)}
            yield Hit((organ.id,), words)


@rule(
    "delegation.a-joint-committee-names-its-participants",
    severity=Severity.NOTE,
    source="KL 9 kap. 19 och 30 §§: deltagarnas anställda får vara delegater, så de behöver vara kända.",
    each="organs",
    sentence=Sentence(
        "Modellen säger inte vilka som deltar i {title}.", "The model does not say who takes part in {title}."
    ),
    mending=Sentence(
        "Lägg till deltagarna som ägande av slaget medlem.", "Add the participants as ownerships of the kind medlem."
    ),
)
def a_joint_committee_names_its_participants(organ: Organ, held: Held) -> Iterator[Hit]:
    """The participants of a joint committee that delegates should be known."""
    if organ.kind is OrganKind.JOINT_COMMITTEE:
        bodies = links_of(held).authority.bodies
        gives = any(delegation.giver == organ.id for delegation in held.model.delegations)
        if gives and organ.id not in bodies.participants:
            yield Hit((organ.id,), {"title": organ.title})


@rule(
    "delegation.has-a-chair-and-vice-chairs",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 5 kap. 11 § och 6 kap. 21 §: en ordförande och en eller två vice; i fullmäktige en eller flera.",
    each="organs",
    sentence=Sentence(
        "{title} har {chairs} ordförande och {vice} vice ordförande.",
        "{title} has {chairs} chairs and {vice} vice chairs.",
    ),
    mending=Sentence("Rätta befattningarna.", "Correct the posts."),
)
def has_a_chair_and_vice_chairs(organ: Organ, held: Held) -> Iterator[Hit]:
    """Fullmäktige or a nämnd must have one chair, and as many vice chairs as the law says, where any are known."""
    assembly = organ.kind is OrganKind.ASSEMBLY
    if organ.kind not in COMMITTEES and not assembly:
        return
    sitting = _presiding(held).get(organ.id)
    if sitting is not None and _in_force(held, "kl/5-11" if assembly else "kl/6-21"):
        chairs, vice = (sum(each.holders or 1 for each in sitting if each.kind is kind) for kind in _PRESIDING)
        many = not assembly and any(vice > most for most in _numbers(held, "kl/6-21", MEMBERS))
        if chairs != 1 or vice < 1 or many:
            yield Hit((organ.id,), {"title": organ.title, "chairs": str(chairs), "vice": str(vice)})


@rule(
    "delegation.has-one-director",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 7 kap. 1 §: styrelsen utser en direktör, som är främst bland de anställda.",
    sentence=Sentence(
        "Flera leder förvaltningen som direktör: {directors}.",
        "Several lead the administration as direktör: {directors_en}.",
    ),
    mending=Sentence(
        "Ange de andra som förvaltningschefer eller anställda.",
        "State the others as heads of administration or employees.",
    ),
)
def has_one_director(held: Held) -> Iterator[Hit]:
    """The region must have no more than one direktör above whom nobody stands."""
    posts = {position.id: position for position in held.model.positions}
    first = [post for post in posts.values() if post.kind is PositionKind.DIRECTOR and post.heads]
    top = sorted((post for post in first if post.superior not in posts), key=lambda post: post.id)
    if sum(post.holders or 1 for post in top) > 1 and _in_force(held, "kl/7-1"):
        titles = [post.title for post in top]
        words = {"directors": listed(titles), "directors_en": listed(titles, "en")}
        yield Hit(tuple(post.id for post in top), words)


_PRESIDING = (PositionKind.CHAIR, PositionKind.VICE_CHAIR)


def _in_force(held: Held, id: str) -> bool:
    """Whether a provision is held and in force on the day that is asked about."""
    rule = links_of(held).authority.law.rules.get(id)
    return rule is not None and rule.in_force(held.model.as_of)


def _numbers(held: Held, id: str, unit: str) -> Iterator[Decimal]:
    """The numbers of a unit that a provision sets, if it is in force on the day that is asked about."""
    if _in_force(held, id):
        for parameter in links_of(held).authority.law.rules[id].provision.parameters:
            if parameter.unit == unit and (parameter.validity is None or parameter.validity.covers(held.model.as_of)):
                yield parameter.value


def _region(held: Held) -> Organ | None:
    """The legal person of the model, if it is a region."""
    found = held.model.by_id.get(held.model.legal_person or "")
    return found if isinstance(found, Organ) and found.legal_form in _REGIONS else None


def _is_the_regions(held: Held, organ: Organ) -> bool:
    """Whether an organ belongs to no other legal person than the region."""
    return links_of(held).authority.bodies.employer(organ.id) == held.model.legal_person


def _sizes(held: Held, organ: Organ) -> Iterator[Size]:
    """The sizes in force on the day."""
    return (size for size in organ.sizes if size.validity is None or size.validity.covers(held.model.as_of))


def _presiding(held: Held) -> dict[str, list[Position]]:
    """Chairs and vice chairs by the organ that they sit in."""
    found: dict[str, list[Position]] | None = held.model.memo.get("presiding")
    if found is None:
        found = held.model.memo["presiding"] = {}
        for position in held.model.positions:
            if position.kind in _PRESIDING:
                found.setdefault(position.organ, []).append(position)
    return found


RULES: tuple[Rule, ...] = (
    has_one_assembly_and_one_board,
    functions_are_carried,
    patientnamnd_stands_alone,
    the_assembly_is_large_enough,
    the_board_is_large_enough,
    a_joint_committee_has_its_substitutes,
    a_joint_committee_names_its_participants,
    has_a_chair_and_vice_chairs,
    has_one_director,
)
