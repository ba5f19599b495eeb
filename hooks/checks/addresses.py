"""Pages and sheets share the addresses of the site."""

from collections.abc import Iterator

from library.library import Library
from library.problem import Position, Problem, problem_at


def check_addresses(library: Library) -> Iterator[Problem]:
    for name, sheet in library.sheets.items():
        if page := library.pages.get(f"worksheets/{name}.md"):
            what = f"this page has the address of {sheet.tree.path}"
            yield problem_at(page.tree.path, Position(), what, "give one of the two another name")
