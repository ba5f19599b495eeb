"""Every answer of a sheet has a name of its own: it names the field on screen, in storage and in the PDF."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import STAFF_FOLDER, SheetSource
from psychoed.model.blocks.group import Group
from psychoed.model.worksheet import Worksheet
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.tree import Keys

ANSWER_NAMES = Rule("answer-names", "fixed", "every answer of a sheet has a name of its own")
PAGE_ADDRESS = Rule("page-address", "fixed", "no two pages have the same address")
STAFF_PAGES = Rule("staff-folder", "fixed", "pages for staff and clinicians lie in content/staff/")


def check_answers(library: Library) -> Iterator[Problem]:
    for sheet in library.sheets.values():
        yield from names_used_twice(sheet)


def names_used_twice(sheet: SheetSource) -> Iterator[Problem]:
    """Yield one Problem for each block whose answers have a name that is taken."""
    header = {answer.name for answer in sheet.worksheet.header()}
    seen, reported = set(header), set[Keys]()
    for keys, name in answer_names(sheet.worksheet):
        if name in seen and keys not in reported:
            what = f"the answer “{name}” has the name of another one"
            if name in header:
                what = f"the answer “{name}” is the line at the top of every sheet"
            at = sheet.tree.position(keys)
            yield problem_at(sheet.tree.path, at, what, "give this block an `id` that no other block has")
            reported.add(keys)
        seen.add(name)


def answer_names(worksheet: Worksheet) -> Iterator[tuple[Keys, str]]:
    """Yield the name of each answer in reading order, with the keys that lead to the `id` it is made from."""
    for number, block in enumerate(worksheet.blocks):
        if isinstance(block, Group):
            for inner, answer in block.answers_of_blocks():
                yield ("blocks", number, *(() if inner is None else ("blocks", inner)), "id"), answer.name
        else:
            yield from ((("blocks", number, "id"), answer.name) for answer in block.answers())


def check_page_addresses(library: Library) -> Iterator[Problem]:
    """Yield a Problem where a page that is made of a worksheet or a packet has the address of one that lies in
    content/."""
    for source in library.sources():
        page = library.pages.get(source.path)
        if page and page is not source:
            what = f"this page has the address of {source.tree.path}"
            yield problem_at(page.tree.path, Position(), what, "give one of the two another name")


def check_staff_pages(library: Library) -> Iterator[Problem]:
    """Yield a Problem for each page for staff or clinicians outside content/staff/, which an engine that ignores hooks
    would publish."""
    for source in library.pages.values():
        if source.audience != "client" and not source.path.startswith(STAFF_FOLDER):
            at = source.tree.position(("audience",))
            what = f"a page for {source.audience} readers stands among the public pages"
            yield problem_at(source.tree.path, at, what, "move the file to content/staff/")
