"""A comparison is held against cases taken by chance, each asked of both schemes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regionstyrning.questions.powers import compare_powers
from tests.questions.powers.generated import FIRST, LAST, altered, case, scheme
from tests.questions.powers.read_back import answer, told

_SEEDS = st.integers(min_value=0, max_value=2**32)


def _cases() -> int:
    """2,000 for each of 500 pairs of schemes in the full run: a million."""
    return 4 * settings().max_examples


@pytest.mark.verify
@given(seed=_SEEDS)
def test_no_case_contradicts_a_comparison(seed: int) -> None:
    """A case is told as gained if and only if the second scheme alone lets it be, as lost if the first alone does."""
    random = Random(seed)  # noqa: S311 - no secret
    old = scheme(random)
    new = altered(random, old) if random.random() < 0.7 else scheme(random)
    days = (FIRST, LAST) if random.random() < 0.5 else (FIRST, FIRST)
    found = compare_powers(old, new, on=days[0], until=days[1])
    for _ in range(_cases()):
        asked = case(random, (old, new), days)
        before, after = answer(old, asked) is True, answer(new, asked) is True
        assert told(found.gained, (old, new), asked) == (after and not before), asked
        assert told(found.lost, (old, new), asked) == (before and not after), asked


@pytest.mark.verify
@given(seed=_SEEDS)
def test_every_example_shows_what_it_stands_beside(seed: int) -> None:
    """The example of what was gained is let by the second scheme alone, that of what was lost by the first alone."""
    random = Random(seed)  # noqa: S311 - no secret
    old = scheme(random)
    new = altered(random, old) if random.random() < 0.7 else scheme(random)
    found = compare_powers(old, new, on=FIRST, until=LAST)
    assert {(each.example.before, each.example.after) for each in found.gained} <= {(False, True)}
    assert {(each.example.before, each.example.after) for each in found.lost} <= {(True, False)}
