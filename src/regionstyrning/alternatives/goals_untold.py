"""Why financial goals cannot be judged in years ahead, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.text.sentences import Language

ENDED, UNSET, NOT_KNOWN, NOT_OVER = "ended", "unset", "before", "period"
REPLACED, VANISHED, WEIGHED, UNCOUNTED = "replaced", "vanished", "weighed", "uncounted"
_TOGETHER = frozenset({ENDED, UNSET, REPLACED, VANISHED})

_GO_ON = Sentence(
    "Låt de sista målen gälla vidare med Assumptions(last_targets_go_on=True) eller --last-targets.",
    "Let the last targets go on by Assumptions(last_targets_go_on=True) or --last-targets.",
)

_WHY = {
    "formula": Sentence(
        "{titles} kan inte bedömas {years}: måttet har ingen formel över rader som räknas fram.",
        "{titles} cannot be judged {years}: its measure has no formula over lines that are reckoned ahead.",
    ),
    "condition": Sentence(
        "{titles} kan inte bedömas {years}: villkoret ({asked}) räknas inte framåt.",
        "{titles} cannot be judged {years}: what is asked ({asked}) is not reckoned ahead.",
    ),
    "years": Sentence(
        "{titles} kan inte bedömas {years}: över vilka år det gäller ({asked}) sägs inte.",
        "{titles} cannot be judged {years}: over which years it holds ({asked}) is not said.",
    ),
    "method": Sentence(
        "{titles} kan inte bedömas {years}: måttet räknas på ett annat sätt i något av åren.",
        "{titles} cannot be judged {years}: the measure is counted in another way in some of the years.",
    ),
    NOT_KNOWN: Sentence(
        "{titles} kan inte bedömas {years}: det som krävs ({asked}) hänger på år vars mått inte är kända.",
        "{titles} cannot be judged {years}: what is asked ({asked}) hangs on years whose measure is not known.",
    ),
    NOT_OVER: Sentence(
        "{titles} kan inte bedömas än {years}: det som krävs ({asked}) är sett till och med {last}.",
        "{titles} cannot be judged yet {years}: what is asked ({asked}) is over the years until {last}.",
    ),
    ENDED: Sentence(
        "Inget mål är satt {years} för {titles}: {document} har sitt sista mål {last}. {go_on}",
        "No target is set {years} for {titles}: {document} has its last target for {last}. {go_on}",
    ),
    UNSET: Sentence(
        "Inget mål är satt {years} för {titles}. {go_on}", "No target is set {years} for {titles}. {go_on}"
    ),
    REPLACED: Sentence(
        "Inget mål är satt {years} för {titles}: {document} håller inget. {go_on}",
        "No target is set {years} for {titles}: {document} holds none. {go_on}",
    ),
    VANISHED: Sentence(
        "Inget mål gäller {years} för {titles}: {document}, som har satt mål till och med {last}, gäller inte då. "
        "{go_on}",
        "No target holds {years} for {titles}: {document}, which has set targets until {last}, is not in force then. "
        "{go_on}",
    ),
    "nothing": Sentence(
        "Inget finansiellt mål räknas {years}, så de finansiella målen kan inte bedömas.",
        "No financial goal counts {years}, so the financial goals cannot be judged.",
    ),
    "no-measure": Sentence(
        "{titles} kan inte bedömas {years}: målet har inget mått.",
        "{titles} cannot be judged {years}: the goal has no measure.",
    ),
    "overall": Sentence(
        "{titles} kan inte bedömas {years}: målet avgörs av en samlad bedömning.",
        "{titles} cannot be judged {years}: the goal is decided by an overall judgement.",
    ),
    "not-judged": Sentence(
        "{titles} kan inte bedömas {years}: vad som avgör målet sägs inte, eller så bedöms det inte.",
        "{titles} cannot be judged {years}: what decides the goal is not said, or it is not judged.",
    ),
    "no-side": Sentence(
        "{titles} kan inte bedömas {years}: om målet är finansiellt eller för verksamheten sägs inte.",
        "{titles} cannot be judged {years}: whether the goal is financial or of the activities is not said.",
    ),
    "of-a-part": Sentence(
        "{titles} kan inte bedömas {years}: det som krävs ({asked}) gäller bara en del.",
        "{titles} cannot be judged {years}: what is asked ({asked}) holds for a part alone.",
    ),
    WEIGHED: Sentence(
        "{titles} kan inte alltid bedömas {years}: hur åren vägs ({asked}) är inte känt.",
        "{titles} cannot always be judged {years}: how the years are weighed ({asked}) is not known.",
    ),
    UNCOUNTED: Sentence(
        "{titles} kan inte alltid bedömas {years}: måttet ({asked}) går inte att räkna ut.",
        "{titles} cannot always be judged {years}: the measure ({asked}) cannot be counted.",
    ),
}


@frozen(kw_only=True)
class Untold:
    """
    Why something cannot be judged ahead (varför det inte kan bedömas).

    Attributes:
        why: The kind of reason.
        titles: Titles of the measures.
        years: In which years.
        asked: What is asked, as written.
        document: Title of the document that set the last target; None if no document did.
        last: The year of the last target, or the last year of the period.
    """

    why: str
    titles: tuple[str, ...] = field(default=(), converter=as_tuple)
    years: tuple[int, ...] = field(default=(), converter=as_tuple)
    asked: str = ""
    document: str | None = None
    last: int | None = None

    def text(self, lang: Language = "sv") -> str:
        """The reason in a sentence."""
        return _WHY[self.why].say(
            lang,
            titles=listed([each.rstrip(".") for each in self.titles], lang),
            years=spans(self.years),
            asked=self.asked,
            document=self.document or "",
            last=self.last or "",
            go_on=_GO_ON.say(lang),
        )


def untold_of(goal: GoalAhead, why: str) -> Untold:
    """
    Why a goal is left open.

    Args:
        goal: The goal.
        why: The kind of reason.
    """
    condition = goal.target.condition
    return Untold(why=why, titles=(goal.indicator.title,), asked=condition.text or condition.kind.value)


def told_together(found: Mapping[Untold, Sequence[int]]) -> Iterator[Untold]:
    """
    Reasons with their years, those of one document and the same years in one.

    Args:
        found: The years of each reason.
    """
    joined: dict[Untold, list[str]] = {}
    for untold, years in found.items():
        alike = evolve(untold, titles=(), years=years) if untold.why in _TOGETHER else evolve(untold, years=years)
        joined.setdefault(alike, []).extend(untold.titles)
    for alike, titles in joined.items():
        yield evolve(alike, titles=titles)


def reasons(found: Iterable[Untold], title: str, year: int, lang: Language = "sv") -> Iterator[str]:
    """
    Why one measure cannot be judged in one year, each reason in a sentence.

    Args:
        found: Reasons, of any measures and years.
        title: Title of the measure.
        year: The year.
        lang: Swedish or English.
    """
    for each in found:
        if title in each.titles and year in each.years:
            yield evolve(each, titles=(title,), years=(year,)).text(lang)


def spans(years: Sequence[int]) -> str:
    """
    Years as a person writes them.

    >>> spans([2026, 2028, 2029, 2030])
    '2026, 2028–2030'
    """
    ordered = sorted(set(years))
    begun = [year for year in ordered if year - 1 not in ordered]
    ended = [year for year in ordered if year + 1 not in ordered]
    pairs = zip(begun, ended, strict=True)
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in pairs)
