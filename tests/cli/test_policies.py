"""How the law is read is chosen by name, for every command that asks."""

from __future__ import annotations

import pytest

from tests.cli.running import refused, shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("oldest=ja", "no policy has the name 'oldest'"),
        ("oldest_deficit_first=kanske", "expected one of ja, yes, nej, no"),
    ],
)
def test_a_policy_that_is_not_known_is_refused(written: str, said: str) -> None:
    """With what is known."""
    assert said in refused("economy", "exempel", "--policy", written)


def test_a_policy_is_printed_with_what_rests_on_it() -> None:
    """As it was chosen."""
    told = shown("economy", "exempel", "--policy", "oldest_deficit_first=nej")
    assert "- Ett överskott återställer först det underskott vars tid går ut först: nej." in told
