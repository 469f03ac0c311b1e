"""
How the code blocks of the documents are run.

A ``python`` block is run, and what it prints is compared with what stands there.
So are the commands of a ``console`` block, the lines that begin with ``$``.
A ``toml``, ``json`` or ``py`` block, the last a whole file of Python, has to be well formed.
With ``<!-- file: name -->`` above it a block is also written under that name, with
``<!-- more: name -->`` added to that file, so that the blocks after it can read it.
Every document has a folder of its own to do so in.
"""

from __future__ import annotations

import ast
import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from contextlib import ExitStack, chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

if TYPE_CHECKING:
    from collections.abc import Callable

    from sybil import Example
    from sybil.typing import Parser

_MARK = re.compile(r"<!-- (?P<how>file|more): (?P<name>[\w./-]+) -->\s*\Z")
_COMMAND = re.compile(r"^\$ (?P<line>.*)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def enter_folder(namespace: dict[str, Any]) -> None:
    """Give a document a folder of its own."""
    with ExitStack() as stack:
        stack.enter_context(chdir(stack.enter_context(TemporaryDirectory())))
        namespace["_folder"] = stack.pop_all()


def leave_folder(namespace: dict[str, Any]) -> None:
    """Take the folder away again."""
    namespace["_folder"].close()


def block_parsers() -> list[Parser]:
    """What finds and runs the code blocks of a document."""
    return [
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser("console", _run_commands),
        CodeBlockParser("toml", _well_formed(tomllib.loads)),
        CodeBlockParser("json", _well_formed(json.loads)),
        CodeBlockParser("py", _well_formed(ast.parse)),
    ]


def _run_commands(example: Example) -> str | None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    environment = os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1"}
    for command in _COMMAND.finditer(example.parsed):
        done = subprocess.run(  # noqa: S602 - our own documents, with pipes where they have them
            command["line"],
            shell=True,
            check=False,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
        )
        if not doctest.OutputChecker().check_output(command["shown"], done.stdout, doctest.ELLIPSIS):
            return f"{command['line']}\nexpected:\n{command['shown']}\nfound:\n{done.stdout}"
    return None


def _well_formed(parse: Callable[[str], object]) -> Callable[[Example], None]:
    def check(example: Example) -> None:
        parse(example.parsed)
        mark = _MARK.search(example.document.text[: example.region.start])
        if mark is not None:
            file = Path(mark["name"])
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("w" if mark["how"] == "file" else "a", encoding="utf-8") as out:
                out.write(example.parsed)

    return check
