"""`psychoed reviewed`: what a clinician signed, written into the pages."""

from collections.abc import Iterable
from pathlib import Path

import click

from psychoed.commands.changing import confirmed, shown
from psychoed.commands.running import clinic_folder, read_clinic_library
from psychoed.editing.folder import Folder
from psychoed.editing.pages import Refused
from psychoed.editing.review_answers import day_written, read_review_form, unsigned
from psychoed.editing.review_keys import marked, write_review
from psychoed.model.review_form import ReviewForm


@click.command
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--yes", is_flag=True, help="write it without asking")
@click.pass_context
def command(context: click.Context, file: Path, yes: bool) -> None:
    root = clinic_folder()
    library = read_clinic_library(root)
    folder = Folder(root)
    try:
        form = read_review_form(file)
        if faults := list(unsigned(form, library.words, library.today)):
            raise Refused("\n".join([*faults, "Nothing is changed."]))
        day = day_written(form.date, library.words)
        assert day, "a form without a day is refused"
        found = marked(form, library, day)
        for path, review in found.reviews.items():
            write_review(folder, path, review)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    for line in told_of(form):
        click.echo(line)
    shown(folder)
    for why in found.refused:
        click.echo(f"Not marked: {why}.", err=True)
    if folder.changed and confirmed(yes):
        folder.write()
        click.echo(f"Done: {counted_pages(len(folder.changed))} reviewed by {form.reviewer}, on {day}.")
    elif not folder.changed:
        click.echo("Nothing is changed.")
    context.exit(1 if found.refused else 0)


def counted_pages(number: int) -> str:
    return "1 page says" if number == 1 else f"{number} pages say"


def told_of(form: ReviewForm) -> Iterable[str]:
    """Say what was not agreed to as it is, with the remarks, and all other remarks."""
    for one in form.pages:
        if one.answer not in ("", "agreed"):
            yield f"{one.page}: {one.answer}, so that it is not marked"
        elif one.remarks.strip():
            yield f"{one.page}: {one.answer or 'no answer'}"
        if one.remarks.strip():
            yield "    " + one.remarks.strip().replace("\n", "\n    ")
