"""`psychoed review-packet`: one PDF for a clinician, with a form that comes back."""

import json
from collections.abc import Iterable
from pathlib import Path

import click
import typst

from psychoed.build.review_packet import print_review
from psychoed.checks.dates.waiting import reviewable, version_reviewed, waiting_reviews
from psychoed.commands.running import EDITIONS, clinic_folder, read_clinic_library
from psychoed.door.folder_settings import project_in
from psychoed.editing.pages import Names, Refused
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.reading.markdown.richtext import plain_text, quoted

USUAL_PACKET = Path("review-packet.pdf")
A_FILE_TO_WRITE = click.Path(dir_okay=False, path_type=Path)
HEAD_OF_FORM = """# The form of {pdf}, for answers that came back on paper. Fill in what stands between the quotation marks,
# and then: psychoed reviewed {form}
# answer: agreed, agreed with changes, or not agreed; leave it empty for what was not read. date: as 2026-11-30.
# signature: the clinician's name once more. Without name, role, date and signature nothing is marked as reviewed.
"""


@click.command
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option(
    "--most", type=click.IntRange(1, 500), default=12, metavar="N", help="the N weightiest that wait; else 12"
)
@click.option("--out", type=A_FILE_TO_WRITE, default=USUAL_PACKET, metavar="FILE.pdf", help=f"else {USUAL_PACKET}")
@click.option("--form", type=A_FILE_TO_WRITE, metavar="FILE.yml", help="also write the form as a file to fill in")
def command(pages: tuple[str, ...], most: int, out: Path, form: Path | None) -> None:
    root = clinic_folder()
    library = read_clinic_library(root)
    waiting = [one.source for one in waiting_reviews(library)]
    try:
        chosen = named_pages(pages, library) if pages else waiting[:most]
    except Refused as refusal:
        raise click.ClickException(f"{refusal}.") from None
    if not chosen:
        click.echo("Nothing waits for review. To have a page read all the same, write its name behind the command.")
        return
    settings = EDITIONS["staff"].settings if (root / EDITIONS["staff"].settings).is_file() else "mkdocs.yml"
    try:
        pdf = print_review(chosen, library, project_in(root / settings))
    except typst.TypstError as error:
        raise click.ClickException(
            f"it cannot be printed ({error.message}); psychoed build says which page and why"
        ) from None
    write_out(out, pdf)
    if form:
        write_out(form, form_text(chosen, library, out, form).encode())
    click.echo("\n".join(told_packet(chosen, [] if pages else waiting[most:], out, form)))


def named_pages(names: Iterable[str], library: Library) -> list[PageSource | SheetSource]:
    """Return the pages that somebody names by path, id, file or address, each once."""
    sources = {source.path: source for source in reviewable(library)}
    known = Names({path: source.tree.path for path, source in sources.items()})
    return [sources[path] for path in dict.fromkeys(known.found(name) for name in names)]


def write_out(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise click.ClickException(
            f"“{file}” cannot be written ({error.strerror}); close it where it is open, or write another name"
        ) from None


def form_text(chosen: Iterable[PageSource | SheetSource], library: Library, pdf: Path, form: Path) -> str:
    """Return the form as YAML with room for every answer."""
    lines = [HEAD_OF_FORM.format(pdf=pdf.name, form=form.name)]
    lines += [f'{key}: ""' for key in ("name", "role", "date", "signature")]
    lines.append("pages:")
    for source in chosen:
        title = json.dumps(plain_text(quoted(source.title, library.quotes())), ensure_ascii=False)
        lines += [f"  - page: {source.path}", f"    title: {title}"]
        lines += [f'    version: "{version_reviewed(source, library)}"', '    answer: ""', '    remarks: ""']
    return "\n".join(lines) + "\n"


def told_packet(
    chosen: list[PageSource | SheetSource], left: list[PageSource | SheetSource], out: Path, form: Path | None
) -> Iterable[str]:
    yield f"{out} holds {len(chosen)} to review, the weightiest first:"
    yield from (f"  {source.path}" for source in chosen)
    if left:
        yield f"{len(left)} more wait: --most {len(chosen) + len(left)} takes all, or write names of pages behind the command."
    yield "Send it to a clinician. When it comes back filled in and signed:"
    yield f"  psychoed reviewed {out}"
    if form:
        yield f"Where it comes back on paper, write the answers into {form}, and then: psychoed reviewed {form}"
