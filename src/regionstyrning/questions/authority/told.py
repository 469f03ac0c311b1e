"""Answers about the right to decide, laid out as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.authority.doubts import Doubt
from regionstyrning.questions.authority.refusals import Refusal
from regionstyrning.questions.authority.wording import held_together, kronor, name_of, opened
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regionstyrning.questions.answers import Step
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.duties import Duty
    from regionstyrning.text.sentences import Language

ARROW = " → "

ANSWERS: Mapping[str, Mapping[object, str]] = {
    "sv": {True: "ja", False: "nej", None: "beror på"},
    "en": {True: "yes", False: "no", None: "depends"},
}
"""Whether someone may decide, in a word."""

IN_NOTEBOOK = {"allowed": ANSWERS["sv"]}
"""What the column says in a notebook: that it depends is no empty cell."""

HEADINGS = {
    "depends": Sentence("Beror på", "Depends on"),
    "steps": Sentence("Steg", "Steps"),
    "refused": Sentence("Räckte inte", "Did not reach"),
    "why not": Sentence("Varför inte", "Why not"),
    "near": Sentence("Närmast av dem som inte får", "Nearest of those who may not"),
    "not": Sentence("Får inte", "May not"),
    "duties": Sentence("Därefter", "Afterwards"),
    "missing": Sentence("Inte känt", "Not known"),
}
_CASE = Sentence("{matter}{amount} den {day}", "{matter}{amount} on {day}")
_FOR = Sentence(" för {amount}", " for {amount}")
_ROW = Sentence("rad {label}", "row {label}")
_MORE = Sentence("och {count} till", "and {count} more")
_CALL_UP = Sentence("{who} kan ta över ärendet innan det är beslutat.", "{who} may call the matter up first.")


def case_text(case: Case, lang: Language) -> str:
    """The matter, the amount if it is given, and the day."""
    amount = "" if case.amount_sek is None else _FOR.say(lang, amount=kronor(case.amount_sek, lang))
    return _CASE.say(lang, matter=name_of(case.authority, case.matter), amount=amount, day=case.on.isoformat())


def section(name: str, lines: Sequence[str], lang: Language) -> list[str]:
    """A heading with lines below it, after an empty line; nothing if there are none."""
    return ["", HEADINGS[name].say(lang), *lines] if lines else []


def as_list(lines: Iterable[str], width: int) -> list[str]:
    """Sentences as a list, folded."""
    return [piece for line in lines for piece in folded(line, width, "- ", "  ")]


def told(each: Step | Duty, lang: Language) -> str:
    """A sentence with its paragraph, and for a refusal the row of the scheme, if they do not stand in it."""
    said = each.text(lang)
    beside = [] if each.law is None or each.law in said else [held_together(each.law)]
    if isinstance(each, Refusal) and each.delegation is not None:
        number = () if each.label is None else (held_together(_ROW.say(lang, label=each.label)),)
        beside = [*number, each.delegation, *beside]
    return f"{said} [{', '.join(beside)}]" if beside else said


def told_steps(steps: Iterable[Step], lang: Language, width: int) -> list[str]:
    """The steps of an answer and, under a heading of their own, its doubts."""
    steps = tuple(steps)
    doubts = [told(each, lang) for each in steps if isinstance(each, Doubt)]
    plain = [told(each, lang) for each in steps if not isinstance(each, Doubt)]
    return [
        *section("depends", as_list(doubts, width), lang),
        *section("steps", as_list(plain, width), lang),
    ]


def told_some(refused: Sequence[Refusal], most: int, lang: Language, width: int) -> list[str]:
    """The first of some refusals, and how many more there are."""
    lines = [told(each, lang) for each in refused[:most]]
    left = len(refused) - most
    return as_list([*lines, _MORE.say(lang, count=left)] if left > 0 else lines, width)


def told_duties(duties: Mapping[str, Sequence[Duty]], authority: Authority, lang: Language, width: int) -> list[str]:
    """What follows, each duty once, with whom it concerns unless it concerns all."""
    return told_once({who: [told(duty, lang) for duty in each] for who, each in duties.items()}, authority, lang, width)


def told_once(said: Mapping[str, Sequence[str]], authority: Authority, lang: Language, width: int) -> list[str]:
    """Sentences about some records, each once, with what it is about unless it is about all of them."""
    about: dict[str, dict[str, None]] = {}
    for id, sentences in said.items():
        for sentence in sentences:
            about.setdefault(sentence, {})[id] = None
    lines = []
    for sentence, ids in about.items():
        names = opened(listed((name_of(authority, id) for id in ids), lang))
        lines.append(sentence if len(ids) == len(said) else f"{names}: {sentence[:1].lower()}{sentence[1:]}")
    return as_list(lines, width)


def told_call_up(ids: Sequence[str], authority: Authority, lang: Language, width: int) -> list[str]:
    """Who may call the matter up, after an empty line; nothing if nobody."""
    names = opened(listed((name_of(authority, id) for id in ids), lang))
    return ["", *folded(_CALL_UP.say(lang, who=names), width)] if ids else []
