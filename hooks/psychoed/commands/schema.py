"""`psychoed schema`."""

from pathlib import Path

import click

from psychoed.library.belongings import ids_listed
from psychoed.model.schema import schema_text

USUAL_FILE = Path("worksheets", "schema.json")


@click.command
@click.option(
    "--to", type=click.Path(path_type=Path), default=USUAL_FILE, metavar="FILE", help="another file; - prints it"
)
def command(to: Path) -> None:
    text = schema_text(ids_listed(Path.cwd()))
    if str(to) == "-":
        click.echo(text, nl=False)
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, "utf-8")
    click.echo(f"{to.as_posix()} is written. .vscode/settings.json, or your editor's own settings, names it.")
