"""Who carries which goals, and what nobody carries, in every packaged region."""

from __future__ import annotations

import regionstyrning as rs

for region in rs.regions():
    model = rs.load_region(region)
    print(f"{model.title}, {model.as_of}")
    print(rs.coverage(model).text())
    print()
