"""What commands that change a clinic's files have in common: they show it first, ask, and refuse in plain words."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from psychoed.editing.beginning import known_language
from psychoed.editing.folder import ChangedLine, Folder
from psychoed.editing.links_out import Language
from psychoed.editing.pages import Refused
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import setting

P = ParamSpec("P")
MOST_LINES = 12
"""Lines of one file that are shown; of a longer change the number is said."""


def kindly(function: Callable[P, None]) -> Callable[P, None]:
    """Tell a refusal as one sentence."""

    @wraps(function)
    def telling(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            function(*arguments, **named)
        except Refused as refusal:
            raise click.ClickException(f"{refusal}.") from None

    return telling


def clinic_language(root: Path) -> Language:
    said = setting(read_settings(root / "mkdocs.yml", root).value, "theme", "language")
    return known_language(root, str(said[1].value) if said else "en")


def shown(folder: Folder) -> None:
    """Show what will be changed, file by file."""
    for path in folder.gone:
        click.echo(f"{path}\n  is taken out")
    for path, new in folder.moved.items():
        click.echo(f"{path}\n  becomes {new}")
    for path, lines in folder.changes():
        click.echo(path)
        for line in lines[:MOST_LINES]:
            click.echo(line_shown(line))
        if len(lines) > MOST_LINES:
            click.echo(f"  and {len(lines) - MOST_LINES} more places")


def line_shown(line: ChangedLine) -> str:
    before = [f"  {line.number + n:4} - {text}" for n, text in enumerate(line.before) if text.strip() or line.after]
    return "\n".join([*before, *(f"  {line.number + n:4} + {text}" for n, text in enumerate(line.after))])


def confirmed(yes: bool) -> bool:
    return yes or click.confirm("Change this?", default=True)


def shown_lines_of_others(folder: Folder, new: str) -> None:
    """Show what is changed beside a file that is new."""
    for path, lines in folder.changes():
        if path != new:
            click.echo("\n".join([path, *map(line_shown, lines)]))
