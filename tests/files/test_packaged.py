"""The regions that the library ships."""

from __future__ import annotations

import pytest

from regionstyrning.errors import UnknownId
from regionstyrning.files import load, load_region, regions
from regionstyrning.files.packaged import FOLDER


def test_the_regions_are_listed_in_order() -> None:
    """A folder counts if it says what region it is."""
    assert {"exempel", "vasternorrland"} <= set(regions())
    assert list(regions()) == sorted(regions())


@pytest.mark.parametrize("region", regions())
def test_a_region_is_loaded_by_its_id(region: str) -> None:
    """Which is the name of its folder."""
    model = load_region(region)
    assert (model.id, model) == (region, load(FOLDER / region))


@pytest.mark.parametrize("id", ["vasternorland", "../regions/exempel", "", "."])
def test_what_is_not_shipped_is_not_looked_for(id: str) -> None:
    """An id is not a path."""
    with pytest.raises(UnknownId):
        load_region(id)


def test_the_nearest_id_is_named() -> None:
    """For one that was misspelt."""
    with pytest.raises(UnknownId, match=r"no region has the id 'vasternorland'\. Did you mean 'vasternorrland'\?"):
        load_region("vasternorland")
