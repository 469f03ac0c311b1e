"""How a report begins: whose it is, of which day, and the bodies of the region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.organisation import Organ, OrganKind
from regionstyrning.model.steering_model import ModelStatus
from regionstyrning.report.pages import Part, chapter, paragraphs
from regionstyrning.report.words import days_words
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.report.pages import Subject

_TITLE = Sentence("Så styrs {title}", "How {title} is steered")
_DAY = Sentence("Läget den {day}.", "As of {day}.")
_FICTIONAL = Sentence("Regionen är påhittad.", "The region is fictional.")
_STRUCTURE = Sentence("Styrmodell i kraft: {title}{days}.", "Steering model in force: {title}{days}.")
_NO_STRUCTURE = Sentence("Ingen styrmodell är känd för den dagen.", "No steering model is known for that day.")
_READ = Sentence(
    "Rapporten är gjord ur modellens poster. Varje uppgift står som källan skriver den; det som är vår läsning"
    " är märkt som tolkad eller omtvistad.",
    "The report is made from the records of the model. Each fact stands as its source writes it; a reading of ours"
    " is marked as inferred or disputed.",
)
_REGION = Sentence("Regionen och dess organ", "The region and its bodies")
_LEGAL = Sentence("{title} är juridisk person, {form}.", "{title} is the legal person, {form}.")
_ORGANS = Sentence("Organ", "Bodies")
_POSTS = Sentence("Befattningar", "Posts")
_TIES = Sentence("Ägande och medlemskap", "Ownership and membership")
_MEMBERS = Sentence("{count} ledamöter", "{count} members")
_ROLES = Sentence("roller: {roles}", "roles: {roles}")
_OWNER = Sentence("Ägare eller medlem", "Owner or member")
_TIE = Sentence("Band", "Tie")
_OWNED = Sentence("Juridisk person", "Legal person")
_ANSWERS = Sentence("Svarar för ägandet", "Answers for the ownership")
_SOURCE = Sentence("Källa", "Source")
_POST = Sentence("Befattning", "Post")
_KIND = Sentence("Slag", "Kind")
_SITS = Sentence("I organet", "In the body")

_KINDS = tuple(OrganKind)


def opening(subject: Subject) -> str:
    """Title, day and structure."""
    held, structure = subject.held, subject.structure
    lines = [subject.say(_DAY, day=held.as_of)]
    if structure is None:
        lines.append(subject.say(_NO_STRUCTURE))
    else:
        days = "" if structure.validity is None else f" ({days_words(structure.validity, subject.lang)})"
        lines.append(subject.say(_STRUCTURE, title=structure.title, days=days))
    if held.status is ModelStatus.FICTIONAL:
        lines.append(subject.say(_FICTIONAL))
    lines.append(subject.say(_READ))
    return paragraphs([heading(subject.say(_TITLE, title=held.title), 1), for_markdown(" ".join(lines))])


def region_chapter(subject: Subject) -> str:
    """The bodies of the day as a list, posts and ties to other legal persons."""
    legal = subject.held.by_id.get(subject.held.legal_person or "")
    form = legal.legal_form if isinstance(legal, Organ) else None
    said = "" if legal is None or form is None else subject.say(_LEGAL, title=legal.title, form=form.value)
    return chapter(
        subject,
        _REGION,
        Part(title=subject.say(_ORGANS), body="\n".join(_organs(subject))),
        Part(title=subject.say(_POSTS), body=_posts(subject)),
        Part(title=subject.say(_TIES), body=_ties(subject)),
        opening=for_markdown(said),
    )


def _organs(subject: Subject) -> Iterator[str]:
    """Bodies under what they are a part of, the region first and other legal persons last; circles are told too."""
    outside = {ownership.owned for ownership in subject.held.ownerships}

    def order(organ: Organ) -> tuple[bool, bool, int, str, str]:
        first = organ.id != subject.held.legal_person
        return first, organ.id in outside, _KINDS.index(organ.kind), organ.title, organ.id

    organs = {organ.id: organ for organ in sorted(subject.held.organs, key=order)}
    parts: dict[str | None, list[Organ]] = {}
    for organ in organs.values():
        parts.setdefault(organ.part_of if organ.part_of in organs else None, []).append(organ)
    told: set[str] = set()
    waiting = [(organ, 0) for organ in reversed([*parts.get(None, ()), *organs.values()])]
    while waiting:  # no recursion: a chain of bodies may be deeper than Python's stack
        organ, depth = waiting.pop()
        if organ.id not in told:
            told.add(organ.id)
            yield bullets([for_markdown(_label(subject, organ))], min(depth, _DEEPEST))
            waiting += [(part, depth + 1) for part in reversed(parts.get(organ.id, ()))]


_DEEPEST = 8
"""How far lists stand in one another; deeper bodies are told beside their wholes."""


def _label(subject: Subject, organ: Organ) -> str:
    title = f"{organ.title} ({organ.short})" if organ.short else organ.title
    facts = [organ.kind.value if organ.legal_form is None else f"{organ.kind.value}, {organ.legal_form.value}"]
    day = subject.held.as_of
    sizes = [size for size in organ.sizes if size.validity is None or size.validity.covers(day)]
    facts += [subject.say(_MEMBERS, count=size.members) for size in sizes[-1:]]
    if organ.roles:
        facts.append(subject.say(_ROLES, roles=listed([role.title for role in organ.roles], subject.lang)))
    return f"{title} – {'; '.join(facts)}"


def _posts(subject: Subject) -> str:
    rows = [
        [post.title, post.kind.value, subject.title(post.organ), subject.places(post.sources[:1])]
        for post in sorted(subject.held.positions, key=lambda post: (subject.title(post.organ), post.title, post.id))
    ]
    return subject.table((_POST, _KIND, _SITS, _SOURCE), rows)


def _ties(subject: Subject) -> str:
    rows = []
    for each in sorted(subject.held.ownerships, key=lambda each: (each.kind.value, subject.title(each.owned), each.id)):
        share = "" if each.share_percent is None else f" {number(each.share_percent, subject.lang)} %"
        answers = "" if each.answers is None else subject.title(each.answers)
        owner, owned = subject.title(each.owner), subject.title(each.owned)
        rows.append([owner, each.kind.value + share, owned, answers, subject.places(each.sources[:1])])
    return subject.table((_OWNER, _TIE, _OWNED, _ANSWERS, _SOURCE), rows)
