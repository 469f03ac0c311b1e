"""
Which goals would nothing measure if one indicator were dropped.

An alternative is a function from model to model; the baseline stays as it is.
"""

from __future__ import annotations

import regionstyrning as rs

baseline = rs.load_region("exempel")
known = {end.text() for end in rs.loose_ends(baseline).ends}

for indicator in baseline.indicators:
    alternative = baseline.without(indicator.id)
    for end in rs.loose_ends(alternative).ends:
        if end.text() not in known:
            print(f"Utan {indicator.title}: {end.text()}")
