"""Pages, sheets and packets share the addresses of the site."""

from collections.abc import Iterator

from library.library import Library
from library.problem import Position, Problem, problem_at
from library.yamltree import Tree


def check_addresses(library: Library) -> Iterator[Problem]:
    for name, sheet in library.sheets.items():
        yield from same_address(f"worksheets/{name}.md", sheet.tree, library)
    for name, packet in library.packets.items():
        yield from same_address(f"packets/{name}.md", packet.tree, library)


def same_address(path: str, made_from: Tree, library: Library) -> Iterator[Problem]:
    if page := library.pages.get(path):
        what = f"this page has the address of {made_from.path}"
        yield problem_at(page.tree.path, Position(), what, "give one of the two another name")
