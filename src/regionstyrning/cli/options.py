"""Arguments and options that commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from regionstyrning.text.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT, JSON, SARIF = "text", "json", "sarif"


class Refused(click.ClickException):
    """Wrong use, or input that does not load: said on standard error, and status 2."""

    exit_code = 2


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:  # noqa: ARG001 - click's own signature
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:  # other forms of ISO 8601 are read too, and mistaken easily
        message = f"{value!r} is not a day of the form YYYY-MM-DD"
        raise click.BadParameter(message)
    return day


def _models(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's own signature
    """Ids of the packaged regions, and whatever the shell knows of files."""
    from regionstyrning.files import regions  # noqa: PLC0415 - needed only by the shell

    ids = [CompletionItem(id) for id in regions() if id.startswith(incomplete)]
    return [*ids, CompletionItem(incomplete, type="file")]


model_argument = click.argument("model", shell_complete=_models)


def day_option(name: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """
    An option that takes a day.

    Args:
        name: How it is written, as ``--on``.
        help: What the day is.
    """
    return click.option(name, metavar="YYYY-MM-DD", callback=_day, help=help)


on_option = day_option("--on", "The day to ask about.  [default: the model's own]")

as_of_option = day_option(
    "--as-of", "The day from which it is seen: what was known later does not count.  [default: the model's own]"
)

from_option = click.option(
    "--from", "first", metavar="YYYY-MM-DD", callback=_day, help="Only what has its last day on that day or later."
)

to_option = click.option(
    "--to", "last", metavar="YYYY-MM-DD", callback=_day, help="Only what has its last day on that day or earlier."
)

language_option = click.option(
    "--language",
    type=click.Choice(["sv", "en"]),
    default="sv",
    show_default=True,
    help="Language of what is said of a region; names and texts of the region stay as they are.",
)


def _svg(ctx: click.Context, param: click.Parameter, place: Path | None) -> Path | None:  # noqa: ARG001 - click's own signature
    """
    The file of a picture, if its name says nothing else than SVG.

    Raises:
        Refused: for the name of another kind of picture.
    """
    if place is not None and place.suffix.lower() not in {".svg", ""}:
        message = f"--plot: the picture is SVG, expected a name that ends with .svg, found {place.name!r}"
        raise Refused(printable(message))
    return place


plot_option = click.option(
    "--plot",
    "plot_",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_svg,
    metavar="FILE.svg",
    help="Draw it too, as SVG.",
)


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """
    The option ``--format``.

    Args:
        formats: The formats to choose from, the first by default.
    """
    return click.option(
        "--format", type=click.Choice(formats), default=formats[0], show_default=True, help="Form of the output."
    )
