"""``regionstyrning schema``: what a file may hold."""

from __future__ import annotations

import click

from regionstyrning.cli.output import write_json
from regionstyrning.files import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a model's file, for an editor to complete and check by."""
    write_json(json_schema())
