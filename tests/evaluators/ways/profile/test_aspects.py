"""Which ratios a financial profile asks, and by whose values."""

from __future__ import annotations

from collections import Counter

from regionstyrning.evaluators.ways.profile.aspects import ASPECTS, Aspect, Peer, ProfileRatio
from regionstyrning.questions.economy import known_ratios
from tests.evaluators.small import model


def test_each_aspect_has_two_ratios_that_the_library_knows() -> None:
    """Four aspects, eight ratios, none of them asked twice."""
    asked = Counter(each.ratio for aspect in ASPECTS for each in aspect.ratios)
    assert [len(aspect.ratios) for aspect in ASPECTS] == [2, 2, 2, 2]
    assert (len(asked), asked.keys() - known_ratios(model()).keys()) == (8, set())


def test_what_is_given_in_any_order_of_things_is_kept_as_a_tuple() -> None:
    """A list, as a caller writes it, is kept as what cannot change."""
    aspect = Aspect(id="a", title="A", ratios=[ProfileRatio(ratio="soliditet")])
    assert (aspect.ratios, Peer(title="Tom", values=[]).values) == ((ProfileRatio(ratio="soliditet"),), ())
