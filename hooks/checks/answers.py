"""Every answer of a sheet has a name of its own: it names the field on screen, in storage and in the PDF."""

from collections.abc import Iterator

from library.library import Library, Sheet
from library.problem import Problem, problem_at
from library.yamltree import Keys


def check_answers(library: Library) -> Iterator[Problem]:
    for sheet in library.sheets.values():
        yield from names_used_twice(sheet)


def names_used_twice(sheet: Sheet) -> Iterator[Problem]:
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


def keys_of(sheet: Sheet, number: int, name: str) -> Keys:
    """Where the id of the block with this answer stands; inside a group, that of the inner block."""
    data = sheet.tree.data()["blocks"][number]
    inner = [n for n, block in enumerate(data.get("blocks", [])) if str(name).startswith(str(block.get("id")))]
    return ("blocks", number, "blocks", inner[-1], "id") if inner else ("blocks", number, "id")
