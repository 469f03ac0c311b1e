"""The bodies of the region, its posts and its ties to other legal persons."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.model.organisation import LegalForm, Organ, OrganKind
from regionstyrning.report.pages import Part, chapter
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.report.pages import Subject

_REGION = Sentence("Regionen och dess organ", "The region and its bodies")
_LEGAL = Sentence("Juridisk person: {title} ({form}).", "Legal person: {title} ({form}).")
_NO_FORM = Sentence("juridisk person, vars form inte anges", "a legal person, of no stated form")
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

_KINDS = tuple(OrganKind)


def bodies_chapter(subject: Subject) -> str:
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
    title = f"{organ.title} ({organ.short})" if organ.short and organ.short not in organ.title else organ.title
    facts = [
        organ.kind.value
        if organ.kind is not OrganKind.LEGAL_PERSON or organ.legal_form is None
        else _form(subject, organ.legal_form)
    ]
    day = subject.held.as_of
    sizes = [size for size in organ.sizes if size.validity is None or size.validity.covers(day)]
    facts += [subject.say(_MEMBERS, count=size.members) for size in sizes[-1:]]
    if organ.roles:
        facts.append(subject.say(_ROLES, roles=listed([role.title for role in organ.roles], subject.lang)))
    return subject.at_end(f"{title}: {'; '.join(facts)}", organ.sources)


def _form(subject: Subject, form: LegalForm) -> str:
    return subject.say(_NO_FORM) if form is LegalForm.NOT_STATED else form.value


def _posts(subject: Subject) -> str:
    """Posts under the body they sit in."""
    order = sorted(subject.held.positions, key=lambda post: (subject.title(post.organ), post.title, post.id))
    lines = []
    for organ, some in groupby(order, key=lambda post: subject.title(post.organ)):
        lines.append(bullets([for_markdown(organ)]))
        for post in some:
            same = post.kind.value in post.title.casefold()
            title = post.title if same else f"{post.title} ({post.kind.value})"
            lines.append(bullets([for_markdown(subject.at_end(title, post.sources))], 1))
    return "\n".join(lines)


def _ties(subject: Subject) -> str:
    rows = []
    for each in sorted(subject.held.ownerships, key=lambda each: (each.kind.value, subject.title(each.owned), each.id)):
        share = "" if each.share_percent is None else f" {number(each.share_percent, subject.lang)} %"
        answers = "" if each.answers is None else subject.title(each.answers)
        owner, owned = subject.title(each.owner), subject.title(each.owned)
        rows.append([owner, each.kind.value + share, owned, answers, subject.places(each.sources)])
    return subject.table((_OWNER, _TIE, _OWNED, _ANSWERS, _SOURCE), rows)
