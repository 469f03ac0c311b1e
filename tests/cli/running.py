"""Commands run as a user runs them, within this process or in one of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from regionstyrning.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "REGIONSTYRNING_TRACEBACK": ""}


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run a command in this process, in 80 columns unless it says otherwise."""
    return CliRunner().invoke(program, [str(each) for each in arguments], env={**PLAIN, **environment})


def shown(*arguments: str | Path, **environment: str) -> str:
    """What a command that ends well writes to standard output."""
    result = run(*arguments, **environment)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def as_json(*arguments: str | Path) -> Any:  # noqa: ANN401 - any JSON
    """What a command writes as JSON, however it ends."""
    return json.loads(run(*arguments, "--format", "json").stdout)


def refused(*arguments: str | Path) -> str:
    """What a command that was used wrongly says on standard error, without how to use it."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr.partition("Error: ")[2]


def process(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the interpreter with arguments, as a process of its own."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **PLAIN, "PYTHONIOENCODING": "utf-8", **(environment or {})},
        timeout=60,
    )
