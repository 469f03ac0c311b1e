"""A verdict as a tree, where nothing is told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.text.sentences import Language


def branch(verdict: Verdict, lang: Language, known: Iterable[tuple[str, str]] = ()) -> Tree:
    """
    A verdict as a tree: its reasons first, then its parts.

    What has been told is only named, and a reason stands with the part that it is about, not above it too.

    Args:
        verdict: The verdict at the top.
        lang: Swedish or English.
        known: Kind and id of what has been told elsewhere, and is only named here.
    """
    told = set(known)
    order: list[tuple[Verdict, int, bool]] = []
    waiting = [(verdict, -1)]
    while waiting:  # no recursion: a chain of goals may be longer than Python's stack
        each, above = waiting.pop()
        again = (each.kind, each.about) in told
        told.add((each.kind, each.about))
        order.append((each, above, again))
        if not again:
            waiting.extend((part, len(order) - 1) for part in reversed(each.parts))
    under: list[list[Tree]] = [[] for _ in order]
    for place in range(len(order) - 1, 0, -1):
        each, above, again = order[place]
        named = each.headline(lang, under=order[above][0].title)
        under[above].append(Tree(named) if again else _grown(each, named, under[place], lang))
    return _grown(verdict, verdict.headline(lang), under[0], lang)


def own_reasons(verdict: Verdict, lang: Language, *, in_full: Callable[[Reason], bool] | None = None) -> list[str]:
    """
    What is said of a verdict where its parts stand under it, and tell their own reasons.

    Args:
        verdict: The verdict.
        lang: Swedish or English.
        in_full: Which reasons are not made shorter, though parts stand under the verdict.
    """
    below = [reason.core for part in verdict.parts for reason in part.reasons]  # words need not be hashable
    own = [reason for reason in verdict.reasons if reason.core not in below]
    said = (reason.text_above_parts(lang) if verdict.parts else reason.text(lang) for reason in own)
    full = (reason.text(lang) if in_full is not None and in_full(reason) else "" for reason in own)
    return [long or each for each, long in zip(said, full, strict=True) if each]


def _grown(verdict: Verdict, headline: str, parts: list[Tree], lang: Language) -> Tree:
    return Tree(headline, [*map(Tree, own_reasons(verdict, lang)), *reversed(parts)])
