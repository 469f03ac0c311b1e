"""Verdicts as a person reads them, by perspective, and as a program does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from regionstyrning.cli.ways_told import head
from regionstyrning.evaluators import Reason, Status, Verdict
from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.branches import own_reasons
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH, OF_SEVERAL
from regionstyrning.evaluators.wholes.goals import GOAL, WORK
from regionstyrning.evaluators.wholes.region import ORGAN, PERSPECTIVE, SIDE
from regionstyrning.text.escaping import one_line
from regionstyrning.text.plain import plain_value
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from regionstyrning.cli.sections import Page

_BESIDE = (Sentence("vad", "what"), Sentence("status", "status"), Sentence("varför", "why"))
_COLUMNS = (Sentence("mål och mått", "goals and measures"), Sentence("status", "status"), Sentence("varför", "why"))
_OTHER = Sentence("Utanför perspektiven", "Outside the perspectives")
_TOGETHER = Sentence("Sammantaget", "Together")
_UNJUDGED = Sentence("Bedöms inte: {titles}.", "Not judged: {titles}.")
_WORK = Sentence("Arbete utan egen bedömning:", "Work without a verdict of its own:")
_LATER = Sentence("{status} ({due})", "{status} ({due})")
_KNOWN = Sentence("Täckning: {known} av {of} är kända.", "Coverage: {known} of {of} are known.")
_COUNTED = {
    GOAL: Sentence("Mål: {counts}.", "Goals: {counts}."),
    INDICATOR: Sentence("Indikatorer: {counts}.", "Indicators: {counts}."),
}
_NOTED = Sentence("Öppen punkt {number}.", "Open point {number}.")
_NOTES = Sentence("Öppna punkter:", "Open points:")

_MISSED = (Status.NOT_MET, Sentence(OF_SEVERAL[Status.NOT_MET], IN_ENGLISH[Status.NOT_MET]))
"""The word for what is not met, of one and of several."""

_LEFT_TO_THE_TREE = frozenset(
    {
        saying.AHEAD,
        saying.COUNTED,
        saying.COUNTED_NAMED,
        saying.DEVELOPED_SINCE,
        saying.NOTHING_DUE,
        saying.NO_EARLIER,
        saying.NO_WAY,
    }
)
"""Sentences that would make a table long: days stand beside the status, parts are counted and compared in the tree."""


@frozen(kw_only=True)
class Judged:
    """
    Verdicts on one model.

    Attributes:
        day: The day from which it was judged.
        verdicts: The verdict of each way of judging, by its name; the first leads.
        open_points: The open points that reasons mention, as told; tables refer to them by number.
    """

    day: date
    verdicts: Mapping[str, Verdict]
    open_points: tuple[str, ...] = ()

    @property
    def first(self) -> Verdict:
        """The verdict that leads."""
        return next(iter(self.verdicts.values()))

    def status(self, each: Verdict, page: Page) -> str:
        """How something falls out; by each way of judging where they differ."""
        told = {name: _said(whole[each.about], page) for name, whole in self.verdicts.items() if each.about in whole}
        if len(set(told.values())) == 1:
            return next(iter(told.values()))
        return "; ".join(f"{name}: {said}" for name, said in told.items())


def verdict_text(judged: Judged, page: Page) -> str:
    """
    Verdicts as tables, one for each perspective, and how many there are of each status.

    Args:
        judged: The verdicts.
        page: How to write it.
    """
    found = dict.fromkeys(
        reason.text(page.lang)
        for each in judged.first.everything()
        for reason in each.reasons
        if each.kind == INDICATOR and reason.sentence == saying.OPEN
    )
    judged = evolve(judged, open_points=tuple(found))
    parts = judged.first.parts
    perspectives = [part for part in parts if part.kind == PERSPECTIVE]
    free = [part for part in parts if part.kind in _COUNTED]
    told: set[str] = set()
    pieces = [head(judged, page)]
    pieces += [_section(part.headline(page.lang), part.parts, judged, page, told) for part in perspectives]
    shown = [part for part in free if part.status is not Status.NOT_JUDGED]
    if shown:
        pieces.append(_section(_OTHER.say(page.lang), shown, judged, page, told))
    rest = [part for part in parts if part.kind not in {PERSPECTIVE, WORK, *_COUNTED}]
    if {part.kind for part in parts} == {SIDE}:  # an evaluator of the whole region gives its reasons there
        pieces.append(folded_text(judged.first.text(page.lang), page.width))
    if rest:
        pieces.append(f"{_TOGETHER.say(page.lang)}\n{page.table(_BESIDE, _gathered(rest, judged, page))}")
    pieces.append("\n".join(_tail(judged, free, page)))
    return "\n\n".join(pieces)


def _section(title: str, parts: Iterable[Verdict], judged: Judged, page: Page, told: set[str]) -> str:
    lines = "\n".join(folded(one_line(title), page.width))
    rows = [_row(each, depth, judged, page) for each, depth in _goals(parts, told)]
    return f"{lines}\n{page.table(_COLUMNS, rows)}" if rows else lines


def _goals(parts: Iterable[Verdict], told: set[str]) -> Iterator[tuple[Verdict, int]]:
    """Goals and indicators from the top, each once, with how deep they stand."""
    waiting = [(part, 0) for part in reversed(tuple(parts))]
    while waiting:
        each, depth = waiting.pop()
        if each.kind not in _COUNTED or each.about in told:
            continue
        told.add(each.about)
        yield each, depth
        waiting.extend((part, depth + 1) for part in reversed(each.parts))


def _row(each: Verdict, depth: int, judged: Judged, page: Page) -> tuple[str, str, str]:
    named = each.title if "/" in each.about else f"{each.title} [{each.about}]"
    return f"{'– ' * depth}{named}", judged.status(each, page), " ".join(_why(each, judged, page))


def _gathered(rest: Iterable[Verdict], judged: Judged, page: Page) -> list[tuple[str, str, str]]:
    """Sides, organs and totals; organs that fall out alike and for the same reason in one row."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for each in rest:
        named, status, why = _row(each, 0, judged, page)
        found.setdefault((each.kind if each.kind == ORGAN else each.about, status, why), []).append(named)
    return [("; ".join(names), status, why) for (_, status, why), names in found.items()]


def _why(each: Verdict, judged: Judged, page: Page) -> Iterable[str]:
    if each.kind != INDICATOR:
        in_full = _names_what_is_missed if each.kind == SIDE else None
        return own_reasons(each, page.lang, in_full=in_full) or _counted(each, page)
    return dict.fromkeys(_brief(reason, judged, page) for reason in each.reasons if _is_told(reason, each))


def _names_what_is_missed(reason: Reason) -> bool:
    """Whether it names goals that are not met, which one should not have to look for among the others."""
    return reason.sentence == saying.COUNTED_NAMED and dict(reason.words)["status"] in _MISSED


def _counted(each: Verdict, page: Page) -> list[str]:
    """How many parts of something unknown are so, where nothing else is said of it; they stand below by name."""
    if each.status is not Status.CANNOT_BE_ASSESSED:
        return []
    named = (reason for reason in each.reasons if reason.sentence == saying.COUNTED_NAMED)
    short = [evolve(reason, sentence=saying.COUNTED).text(page.lang) for reason in named]
    return short or [reason.text(page.lang) for reason in each.reasons if each.kind not in _COUNTED]


def _is_told(reason: Reason, each: Verdict) -> bool:
    """Whether a reason stands in a table; a rival reading that changes nothing does not."""
    words = dict(reason.words)
    what = words.get("what")
    sentences = {reason.sentence, *([what.sentence] if isinstance(what, Reason) else [])}
    same = reason.sentence == saying.READING and words["status"] is each.status
    return not same and not sentences & _LEFT_TO_THE_TREE


def _brief(reason: Reason, judged: Judged, page: Page) -> str:
    if reason.sentence != saying.OPEN:
        return reason.text(page.lang)
    return _NOTED.say(page.lang, number=judged.open_points.index(reason.text(page.lang)) + 1)


def _said(each: Verdict, page: Page) -> str:
    said = each.headline(page.lang).rpartition(": ")[2]
    return _LATER.say(page.lang, status=said, due=each.due) if each.status is Status.NOT_DUE else said


def _tail(judged: Judged, free: Iterable[Verdict], page: Page) -> Iterator[str]:
    unjudged = [part.title for part in free if part.status is Status.NOT_JUDGED]
    if unjudged:
        yield from folded(one_line(_UNJUDGED.say(page.lang, titles="; ".join(unjudged))), page.width)
    work = Counter(
        reason.text(page.lang) for each in judged.first.everything() if each.kind == WORK for reason in each.reasons
    )
    if work:
        yield _WORK.say(page.lang)
        yield page.listed(f"{count}: {text}" for text, count in sorted(work.items()))
    if judged.open_points:
        yield _NOTES.say(page.lang)
        for number, text in enumerate(judged.open_points, 1):
            yield from folded(text, page.width, f"{number}. ", "   ")
    totals: dict[str, list[str]] = {}
    for name, whole in judged.verdicts.items():
        totals.setdefault(_total(whole, page), []).append(name)
    for told, names in totals.items():
        yield from folded(told if len(totals) == 1 else f"{', '.join(names)}: {told}", page.width)


def _total(whole: Verdict, page: Page) -> str:
    lines = [sentence.say(page.lang, counts=_counts(whole, kind, page)) for kind, sentence in _COUNTED.items()]
    known = _KNOWN.say(page.lang, known=whole.coverage.known, of=whole.coverage.of)
    return " ".join([*lines, known])


def _counts(whole: Verdict, kind: str, page: Page) -> str:
    found = whole.summary(kind)
    return ", ".join(f"{count} {_word(status, count, page)}" for status, count in found.items() if count) or "0"


def _word(status: Status, count: int, page: Page) -> str:
    if page.lang != "sv":
        return IN_ENGLISH[status]
    return status.value if count == 1 else OF_SEVERAL.get(status, status.value)


def folded_text(text: str, width: int) -> str:
    """Text whose lines are folded at a width, those of a list under their dash."""
    lines = text.splitlines()
    return "\n".join(piece for line in lines for piece in folded(line, width, "", "  " if line[:2] == "- " else ""))


def plain_verdict(whole: Verdict, about: str, page: Page) -> dict[str, Any]:
    """
    A verdict for a program: each record once, with the ids of its parts and whole reasons.

    Args:
        whole: The verdict on the model, whose evaluator and settings it tells.
        about: Id of the record that it is about.
        page: In which language reasons are told.
    """
    top = whole[about]
    rows = zip(top.everything(), top.to_records(), strict=True)
    return {
        "evaluator": whole.evaluator,
        "settings": dict(whole.settings),
        "about": about,
        "status": top.status.value,
        "counts": {kind: {status.value: count for status, count in top.summary(kind).items()} for kind in _COUNTED},
        "verdicts": [_plain(each, row, whole, page) for each, row in rows],
    }


def _plain(each: Verdict, row: dict[str, Any], whole: Verdict, page: Page) -> dict[str, Any]:
    reasons = [{**plain, "text": reason.text(page.lang)} for reason in each.reasons for plain in reason.to_records()]
    parts = [{"kind": part.kind, "about": part.about} for part in each.parts]
    plain = {name: plain_value(value) for name, value in row.items()}
    return {**plain, "evaluator": whole.evaluator, "set_by": each.set_by, "reasons": reasons, "parts": parts}
