"""`psychoed lists`."""

from pathlib import Path

import click

from psychoed.library.changed_lists import changed_lists
from psychoed.reading.shipped import shipped


@click.command
@click.option("--changed", is_flag=True, help="only what the lists here change, as the package says it → as they do")
def command(changed: bool) -> None:
    root = Path.cwd()
    changes = changed_lists(root)
    if changed:
        click.echo("\n".join(map(str, changes)) or "The lists here change nothing.")
        return
    data = shipped("data")
    for file in sorted(data.rglob("*.*")):
        path = f"data/{file.relative_to(data).as_posix()}"
        count = sum(change.path == path for change in changes)
        here = f"{count} changed here" if (root / path).is_file() else "as it comes with the package"
        click.echo(f"{path}: {here}")
