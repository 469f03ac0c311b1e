"""What the fields that name records say, in words."""

from __future__ import annotations

import pytest

from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.references import reference_fields
from regionstyrning.rules.fields import says

PLAIN = sorted(
    {
        field.name
        for cls in CATALOGUES.values()
        for field in reference_fields(cls)
        if not field.name.startswith("rivals.")
    }
)


@pytest.mark.parametrize("field", [name for name in PLAIN if not name.endswith(".sources.publication")])
def test_a_field_has_words_of_its_own(field: str) -> None:
    """No finding about it has to fall back on its key."""
    assert "hänvisar" not in says(field)["says"]


def test_a_field_without_words_is_named() -> None:
    """It is at least told which."""
    assert says("rivals.without") == {"says": "hänvisar i rivals.without till", "says_en": "names in rivals.without"}
