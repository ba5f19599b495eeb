"""`psychoed remove`."""

import click

from psychoed.commands.changing import clinic_language, confirmed, kindly, shown
from psychoed.commands.running import clinic_folder
from psychoed.editing.folder import Folder
from psychoed.editing.pages import names_of
from psychoed.editing.removal import remove, still_named


@click.command
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--yes", is_flag=True, help="do it without asking")
@kindly
def command(pages: tuple[str, ...], yes: bool) -> None:
    root = clinic_folder()
    folder = Folder(root)
    names = names_of(folder.files)
    found = [names.found(page) for page in pages]
    removal = remove(folder, found, clinic_language(root))
    with_it = [page for page in removal.pages if page not in found]
    shown(folder)
    if with_it:
        click.echo(f"Nothing would be left in {', '.join(with_it)}, so that it goes as well.")
    if not confirmed(yes):
        return
    folder.write()
    click.echo("Done. What was taken out is kept in removed/, until you delete it there.")
    for places, why in (
        (removal.read_again, "These sentences spoke of it; the link is gone and the words stay"),
        (still_named(Folder(root), removal.pages), "These lines name it still"),
    ):
        if places:
            click.echo(f"{why}. Read them again:\n  " + "\n  ".join(places))
