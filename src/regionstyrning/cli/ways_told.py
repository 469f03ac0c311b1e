"""By which ways a region is judged, and in what they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators import Verdict
from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.verdicts.branches import branch
from regionstyrning.evaluators.ways.words import settings_named, way_named
from regionstyrning.evaluators.wholes.goals import GOAL
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.cli.sections import Page
    from regionstyrning.cli.verdicts import Judged

_HEAD = Sentence("{title} [{id}]: {year}, sett från {day}", "{title} [{id}]: {year}, as seen on {day}")
_WAY = Sentence("bedömt med {way}{settings}", "judged by {way}{settings}")
_OTHER_WAY = Sentence("med {way}{settings}: {outcome}", "by {way}{settings}: {outcome}")
_SAME = Sentence("överallt samma utfall", "the same everywhere")
_DIFFERS = Sentence(
    "annat utfall för {count} av {of} mål och mått, där båda står",
    "another outcome for {count} of {of} goals and measures, where both stand",
)
_NAMED_ONLY = Sentence("Vad som är lika med {way} är bara nämnt.", "What is the same as by {way} is only named.")
_BOTH_WAYS = Sentence("bedömt med {way}, som ger detsamma", "judged by {way}, which give the same")


def head(judged: Judged, page: Page) -> str:
    """
    What is judged, when, by which ways, and whether they differ.

    Args:
        judged: The verdicts.
        page: How to write it.
    """
    first, *others = judged.verdicts.values()
    lines = [_HEAD.say(page.lang, title=first.title, id=first.about, year=first.year, day=judged.day)]
    lines.append(_WAY.say(page.lang, way=way_named(first, page.lang), settings=settings_named(first, page.lang)))
    for whole in others:
        settings = settings_named(whole, page.lang, set(first.settings))
        outcome = _outcome(first, whole, page)
        lines.append(_OTHER_WAY.say(page.lang, way=way_named(whole, page.lang), settings=settings, outcome=outcome))
    return "\n".join(_folded(line, page) for line in lines)


def _outcome(first: Verdict, whole: Verdict, page: Page) -> str:
    """In how many goals and measures another way of judging falls out in another way than the first."""
    ends, other = (
        {(each.kind, each.about): (each.status, each.low, each.high) for each in one.everything()}
        for one in (first, whole)
    )
    if ends == other:
        return _SAME.say(page.lang)
    counted = [key for key in {**ends, **other} if key[0] in {GOAL, INDICATOR}]
    differing = sum(ends.get(key) != other.get(key) for key in counted)
    return _DIFFERS.say(page.lang, count=differing, of=len(counted))


def explained(judged: Judged, id: str, page: Page) -> str:
    """
    The verdict on one record as a tree; by each way of judging where they differ.

    Raises:
        UnknownId: if a way of judging says nothing of it; it names the nearest.
    """
    first, *others = judged.verdicts.values()
    shown = _telling(first[id])
    alike = [first, *(whole for whole in others if _telling(whole[id]) == shown)]
    names = listed((way_named(whole, page.lang) for whole in alike), page.lang)
    way = _WAY.say(page.lang, way=names, settings="") if len(alike) == 1 else _BOTH_WAYS.say(page.lang, way=names)
    pieces = [f"{_folded(way, page)}\n{first[id].explain(page.lang, width=page.width)}"]
    known = {(each.kind, each.about): _telling(each) for each in first[id].everything()}
    for whole in others:
        if whole in alike:
            continue
        told = {key for each in whole[id].everything() if known.get(key := (each.kind, each.about)) == _telling(each)}
        settings = settings_named(whole, page.lang, set(first.settings))
        lines = [
            _folded(_WAY.say(page.lang, way=way_named(whole, page.lang), settings=settings), page),
            *([_folded(_NAMED_ONLY.say(page.lang, way=way_named(first, page.lang)), page)] if told else []),
            branch(whole[id], page.lang, told).text(page.width),
        ]
        pieces.append("\n".join(lines))
    return "\n\n".join(pieces)


def _folded(line: str, page: Page) -> str:
    return "\n".join(folded(one_line(line), page.width, "", "  "))


def _telling(verdict: Verdict) -> Verdict:
    """A verdict without what tells who made it."""
    return evolve(verdict, evaluator="", settings=())
