"""`psychoed add`."""

import click

from psychoed.commands.changing import kindly, shown_lines_of_others
from psychoed.commands.running import clinic_folder
from psychoed.editing.addition import add
from psychoed.editing.folder import Folder


@click.command
@click.argument("kind", type=click.Choice(["worksheet", "article", "packet", "path"]))
@click.argument("name", metavar="NAME")
@click.option(
    "--with",
    "holding",
    multiple=True,
    metavar="PAGE",
    help="for a packet or a path: a sheet or an article in it; may be said again",
)
@kindly
def command(kind: str, name: str, holding: tuple[str, ...]) -> None:
    folder = Folder(clinic_folder())
    added = add(folder, kind, name, holding)
    shown_lines_of_others(folder, added.file)
    folder.write()
    click.echo(f"{added.file} is there, and builds. Open it, and write your own words: each line says what it is for.")
