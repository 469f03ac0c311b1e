"""The names of the room are loaded when they are used."""

from __future__ import annotations

import pytest

from regionstyrning import testing


@pytest.mark.parametrize("name", testing.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each leads to something of that name."""
    assert getattr(getattr(testing, name), "__name__", name) == name


def test_dir_shows_the_names() -> None:
    """Loaded or not."""
    assert dir(testing) == sorted(testing.__all__)


def test_a_misspelt_name_is_told_the_nearest() -> None:
    """As at the top of the library."""
    with pytest.raises(AttributeError) as caught:
        testing.assert_keep  # type: ignore[attr-defined]  # noqa: B018 - misspelt, to be told
    message = "module 'regionstyrning.testing' has no attribute 'assert_keep'. Did you mean 'assert_keeps'?"
    assert str(caught.value) == message
