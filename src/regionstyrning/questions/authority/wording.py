"""How organs, posts, matters and facts are named in running text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.organisation import Organ, OrganKind
from regionstyrning.questions.authority.case import AMOUNT, AWAY, BASE_AMOUNT, OWNED_BY, TAKEN_BY, VACANT
from regionstyrning.questions.authority.lawful import APPOINTED, DECIDING, HEAD_IN_FIELD, NOT_HELD
from regionstyrning.questions.authority.needs import EACH_ALONE
from regionstyrning.text.numbers import SPACE, number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation, Limit
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.text.sentences import Language

LONGEST_CITATION = 40

IF = "om "
"""How a condition begins that is written as a clause."""

EITHER = Sentence("{sv}", "{en}")
"""A sentence that was made in both languages where its words were at hand."""

_FACTS = {
    AMOUNT: Sentence("vilket belopp det gäller", "what the amount is"),
    "antal": Sentence("vilket antal det gäller", "what the number is"),
    "dagar": Sentence("hur många dagar det gäller", "how many days it is for"),
    "manader": Sentence("hur många månader det gäller", "how many months it is for"),
    "ar": Sentence("hur många år det gäller", "how many years it is for"),
    "procent": Sentence("hur många procent det gäller", "what percentage it is"),
    EACH_ALONE: Sentence("om var och en av delegaterna får besluta ensam", "whether each receiver may decide alone"),
    HEAD_IN_FIELD: Sentence(
        "om den som för rätten vidare är förvaltningschef inom nämndens område",
        "whether whoever passes the right on is head of an administration in the committee's field",
    ),
    APPOINTED: Sentence("om den som beslutar är personligen utsedd", "whether the decider is appointed in person"),
    DECIDING: Sentence("hur många som beslutar", "how many decide"),
    NOT_HELD: Sentence("vad lagen sade den dagen", "what the law said that day"),
}
_ABOUT = {
    AWAY: Sentence("om {body} är frånvarande", "whether {body} is absent"),
    VACANT: Sentence("om tjänsten som {body} är vakant", "whether the post of {body} is vacant"),
    TAKEN_BY: Sentence("om {body} har tagit över ärendet", "whether {body} has taken the case over"),
    OWNED_BY: Sentence("om ärendet hör till {body}", "whether the matter belongs to {body}"),
}
_BASE = Sentence("vad prisbasbeloppet är {year}", "what the prisbasbelopp is in {year}")
_CONDITION = Sentence("om villkoret ”{text}” är uppfyllt [{fact}]", "whether the condition ”{text}” is met [{fact}]")
_CONDITION_IF = Sentence("{text} [{fact}]", "whether this is so: {text} [{fact}]")
_UNTOLD = Sentence("om villkoret [{fact}] är uppfyllt", "whether the condition [{fact}] is met")
_OR = Sentence(" eller ", " or ")
_HOLDS = Sentence("om detta gäller", "whether this holds")
_PER = Sentence("{limit} per {span}", "{limit} per {span}")


def both(said: Mapping[Language, str]) -> tuple[tuple[str, str], ...]:
    """The words of `EITHER`."""
    return tuple(said.items())


def title_of(authority: Authority, id: str) -> str:
    """The title of an organ, post or matter; its id if it has none."""
    record = authority.model.by_id.get(id)
    return str(getattr(record, "title", None) or id)


def name_of(authority: Authority, id: str) -> str:
    """
    The title as it stands within a sentence: without its capital, unless it is a name.

    A title with a capital further in, and that of a legal person, is taken for a name.
    """
    record, title = authority.model.by_id.get(id), title_of(authority, id)
    named = isinstance(record, Organ) and record.kind is OrganKind.LEGAL_PERSON
    return title if named or title[1:] != title[1:].lower() else title[:1].lower() + title[1:]


def short_name(authority: Authority, id: str) -> str:
    """The short name of an organ, or the title."""
    organ = authority.bodies.organs.get(id)
    return title_of(authority, id) if organ is None or organ.short is None else organ.short


def opened(sentence: str) -> str:
    """A sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def kronor(amount: Decimal | int, lang: str = "sv") -> str:
    """An amount in kronor, such as ``2 000 000 kronor``."""
    return f"{number(amount, lang)} kronor"


def limit_text(limit: Limit, lang: str = "sv") -> str:
    """A limit, such as ``2 000 000 kronor per avtal``."""
    said = f"{number(limit.value, lang)} {limit.unit.value}"
    return said if limit.span.name == "NOT_STATED" else _PER.say(lang, limit=said, span=limit.span.value)


def limits_text(limits: Iterable[Limit], lang: str = "sv") -> str:
    """Several limits, all of them at once."""
    return listed((limit_text(limit, lang) for limit in limits), lang)


def cited(rule: LawRule | None, delegation: Delegation | None = None) -> str | None:
    """How a provision is cited, or the statute that a delegation itself names."""
    if rule is not None:
        return rule.cited
    return None if delegation is None else delegation.statute


def laws_once(citations: Iterable[str]) -> list[str]:
    """
    Citations in order, each once, and the statute before the first of its paragraphs only.

    >>> laws_once(["KL 6 kap. 44 §", "KL 7 kap. 5 §", "KL 6 kap. 44 §"])
    ['KL 6 kap. 44 §', '7 kap. 5 §']
    """
    said: list[str] = []
    before = ""
    for citation in dict.fromkeys(citations):
        statute, space, paragraph = citation.partition(" ")
        said.append(paragraph if space and statute == before else citation)
        before = statute
    return said


def held_together(citation: str) -> str:
    """A citation that is not folded, unless it is long."""
    return citation if len(citation) > LONGEST_CITATION else citation.replace(" ", SPACE)


def facts_text(authority: Authority, facts: Collection[str], lang: str = "sv", *, either: bool = False) -> str:
    """
    What is not known, as clauses with the facts' names in brackets.

    Args:
        authority: The rights of the model.
        facts: Names of the facts.
        lang: Swedish or English.
        either: Whether one of them is enough.
    """
    clauses: list[str] = []
    unworded = []
    for fact in sorted(facts):
        clause = fact_text(authority, fact, lang)
        if clause is None:
            unworded.append(fact)
        else:
            clauses.append(f"{clause} [{fact}]")
    if unworded:
        clauses.append(f"{_HOLDS.say(lang)} [{', '.join(unworded)}]")
    return _OR.say(lang).join(clauses) if either else listed(clauses, lang)


def fact_text(authority: Authority, fact: str, lang: str = "sv") -> str | None:
    """What is asked by a fact, as a clause; None if nothing but its name is known."""
    if fact in _FACTS:
        return _FACTS[fact].say(lang)
    about, colon, body = fact.partition(":")
    if colon and about in _ABOUT:
        return _ABOUT[about].say(lang, body=name_of(authority, body))
    kind, _, year = fact.rpartition("-")
    return _BASE.say(lang, year=year) if kind == BASE_AMOUNT else None


def condition_text(fact: str, text: str | None, lang: str = "sv") -> str:
    """The condition that a delegation sets, as a clause with the fact's name in brackets."""
    if not text:
        return _UNTOLD.say(lang, fact=fact)
    said = _CONDITION_IF if text.startswith(IF) else _CONDITION
    return said.say(lang, text=text, fact=fact)
