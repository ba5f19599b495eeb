"""`psychoed rename`."""

import click

from psychoed.commands.changing import confirmed, kindly, shown
from psychoed.commands.running import clinic_folder
from psychoed.editing.folder import Folder
from psychoed.editing.pages import names_of
from psychoed.editing.removal import still_named
from psychoed.editing.renaming import rename
from psychoed.library.sources import url_of


@click.command
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--yes", is_flag=True, help="do it without asking")
@kindly
def command(old: str, new: str, yes: bool) -> None:
    root = clinic_folder()
    folder = Folder(root)
    page = names_of(folder.files).found(old)
    to = rename(folder, page, new)
    shown(folder)
    if not confirmed(yes):
        return
    folder.write()
    click.echo(f"Done. Its address is /{url_of(to)} now. Codes on prints that lead to /{url_of(page)} still find it.")
    after = Folder(root)
    if places := [place for place in still_named(after, [page]) if not is_kept(after, place)]:
        click.echo("These lines name it as before. Look at them:\n  " + "\n  ".join(places))


def is_kept(folder: Folder, place: str) -> bool:
    """Return True if the line says which names a page had."""
    path, _, line = place.rpartition(":")
    return folder.text(path).split("\n")[int(line) - 1].startswith("moved_from:")
