"""Small case files, written for tests."""

from __future__ import annotations

from pathlib import Path

from regionstyrning.testing import CaseResult, run_cases

MODEL = """
title = "Prov"

[model]
id = "prov"
title = "Prov"
as_of = 2026-03-01
status = "fictional"

[[model.goals]]
id = "a"
title = "Mål A"
level = "mal"
contributions = [{ upper = "b", kind = "bidrar till" }]
"""


def written(folder: Path, text: str, name: str = "prov.styr.toml") -> Path:
    """A file with the text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def result_of(folder: Path, case: str, model: str = MODEL) -> CaseResult:
    """What becomes of the only case of a file."""
    (result,) = run_cases(written(folder, f'{model}\n[[cases]]\ntitle = "x"\n{case}')).results
    return result
