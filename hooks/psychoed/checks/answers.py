"""Every answer of a sheet has a name of its own: it names the field on screen, in storage and in the PDF."""

from collections.abc import Iterator

from psychoed.library.library import Library
from psychoed.library.sources import STAFF_FOLDER, SheetSource
from psychoed.model.article import Article
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.tree import Keys, Tree


def check_answers(library: Library) -> Iterator[Problem]:
    for sheet in library.sheets.values():
        yield from names_used_twice(sheet)


def names_used_twice(sheet: SheetSource) -> Iterator[Problem]:
    header = {answer.name for answer in sheet.worksheet.header()}
    seen = set(header)
    for number, block in enumerate(sheet.worksheet.blocks):
        names = [answer.name for answer in block.answers()]
        twice = next((name for n, name in enumerate(names) if name in seen or name in names[:n]), None)
        if twice:
            at = sheet.tree.position(keys_of(sheet, number, twice))
            what = f"the answer “{twice}” has the name of another one"
            if twice in header:
                what = f"the answer “{twice}” is the line at the top of every sheet"
            yield problem_at(sheet.tree.path, at, what, "give this block an `id` that no other block has")
        seen.update(names)


def keys_of(sheet: SheetSource, number: int, name: str) -> Keys:
    """Where the id of the block with this answer stands; inside a group, that of the inner block."""
    data = sheet.tree.data()["blocks"][number]
    inner = [n for n, block in enumerate(data.get("blocks", [])) if str(name).startswith(str(block.get("id")))]
    return ("blocks", number, "blocks", inner[-1], "id") if inner else ("blocks", number, "id")


def check_addresses(library: Library) -> Iterator[Problem]:
    for name, sheet in library.sheets.items():
        yield from same_address(f"worksheets/{name}.md", sheet.tree, library)
    for name, packet in library.packets.items():
        yield from same_address(f"packets/{name}.md", packet.tree, library)


def same_address(path: str, made_from: Tree, library: Library) -> Iterator[Problem]:
    if page := library.pages.get(path):
        what = f"this page has the address of {made_from.path}"
        yield problem_at(page.tree.path, Position(), what, "give one of the two another name")


def check_audience(library: Library) -> Iterator[Problem]:
    """A page for staff or clinicians outside content/staff/ would be published by an engine that ignores hooks."""
    for source in library.pages.values():
        page = source.page
        if isinstance(page, Article) and page.audience != "client" and not source.path.startswith(STAFF_FOLDER):
            at = source.tree.position(("audience",))
            what = f"a page for {page.audience} readers stands among the public pages"
            yield problem_at(source.tree.path, at, what, "move the file to content/staff/")
