"""`psychoed schema`."""

import json
from pathlib import Path

import click

from psychoed.library.belongings import ids_listed
from psychoed.model.schema import schema_text
from psychoed.model.schemas import schemas, wired

EDITOR = Path(".vscode", "settings.json")
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
    files = {to: text} | ({Path(path): schema for path, schema in schemas().items()} if to == USUAL_FILE else {})
    if to == USUAL_FILE and not EDITOR.is_file():
        files[EDITOR] = json.dumps({"yaml.schemas": wired()}, indent=2) + "\n"
    for file, said in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, "utf-8")
    more = f", with {len(files) - 1} more in {EDITOR.parent}/" if len(files) > 1 else ""
    click.echo(f"{to.as_posix()} is written{more}. {EDITOR.as_posix()}, or your editor's own settings, names it.")
