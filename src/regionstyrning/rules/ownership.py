"""What a revisor asks of owned and shared legal persons: the family *audit*, its fifth part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from regionstyrning.model.contents import Content
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.sentences import Sentence

OWNERSHIP = "Revisorernas granskning av ägarstyrning och uppsikt 2021, Region Västernorrland"

SEVERAL = Sentence(
    "Modellen har flera förteckningar över juridiska personer i kraft: {titles}. Vilar på modellens egna dokument.",
    "The model has several registers of legal persons in force: {titles_en}. Rests on the model's own documents.",
)


@rule(
    "audit.legal-persons-are-registered",
    severity=Severity.WARNING,
    source=f"{OWNERSHIP}: en sammanställning över juridiska personer saknas.",
    sentence=Sentence(
        "Modellen har ingen {kind} i kraft, fast den har ägande eller medlemskap i {persons}. Vilar på modellens egna "
        "dokument.",
        "The model has no {kind_en} in force, though it has ownership of or membership in {persons_en}. Rests on the "
        "model's own documents.",
    ),
    mending=Sentence("Håll en enda förteckning, eller lägg till den.", "Keep one register, or add it."),
)
def legal_persons_are_registered(held: Held) -> Iterator[Hit]:
    """Where the structure has a register of legal persons, exactly one must be in force."""
    yield from criticised(held, "audit.legal-persons-are-registered")
    bodies = held.model.by_id  # a joint nämnd that others take part in is no legal person
    owned = {
        each.owned
        for each in held.model.ownerships
        if getattr(bodies.get(each.owned), "kind", None) in {OrganKind.LEGAL_PERSON, None}
    }
    structure = held.threads.structure
    kinds = () if structure is None else structure.document_kinds
    registers = {kind.id: kind.title.lower() for kind in kinds if Content.REGISTER in kind.contains}
    found = sorted(document.id for document in held.model.documents if document.kind in registers)
    if owned and registers and not found:
        persons = in_a_row("persons", (title_of(held.model, id) for id in sorted(owned)))
        yield Hit(tuple(sorted(owned)), {**in_a_row("kind", registers.values(), ("eller", "or")), **persons})
    if len(found) > 1:
        yield Hit(tuple(found), in_a_row("titles", (title_of(held.model, id) for id in found)), sentence=SEVERAL)


@rule(
    "audit.ownership-has-one-that-answers",
    severity=Severity.WARNING,
    source=f"{OWNERSHIP}: otydligt när två organ svarar för samma ägarstyrning; att bara ett får svara är en läsning.",
    sentence=Sentence(
        "Flera organ svarar för att {owner} äger eller är medlem i {owned}: {organs}. Vilar på modellens egna "
        "uppgifter om ägande.",
        "Several organs answer for {owner} owning or being a member of {owned}: {organs_en}. Rests on the model's own "
        "records of ownership.",
    ),
    mending=Sentence("Låt ett organ svara för det.", "Let one organ answer for it."),
)
def ownership_has_one_that_answers(held: Held) -> Iterator[Hit]:
    """No more than one organ may answer for the same ownership or membership."""
    yield from criticised(held, "audit.ownership-has-one-that-answers")
    answering: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for each in held.model.ownerships:
        if each.answers is not None:
            answering[each.owner, each.owned].add(each.answers)
    for (owner, owned), organs in sorted(answering.items()):
        if len(organs) > 1:
            named = in_a_row("organs", (title_of(held.model, organ) for organ in sorted(organs)))
            words = {"owner": title_of(held.model, owner), "owned": title_of(held.model, owned)}
            yield Hit((owned, *sorted(organs)), {**words, **named})


RULES: tuple[Rule, ...] = (
    legal_persons_are_registered,
    ownership_has_one_that_answers,
)
