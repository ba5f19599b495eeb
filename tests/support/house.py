"""The package as its modules import each other, read without running it."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

FLOORS = (
    "commands", "door", "editing", "build", "views", "checks", "outside_links", "words", "library", "model", "report", "reading",
)  # fmt: skip
"""The rooms from the top: each imports only what stands below it."""
SITE_GENERATORS = {"mkdocs", "properdocs", "material"}


@cache
def modules(package: Path) -> dict[str, ast.Module]:
    """Return each module of the package by its name, such as `psychoed.model.lists`."""
    return {name_of(file, package): ast.parse(file.read_text("utf-8")) for file in sorted(package.rglob("*.py"))}


def name_of(file: Path, package: Path) -> str:
    return ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def imported(parts: Iterable[ast.AST]) -> Iterator[str]:
    """Yield what these parts of a module import: `a.b` and `a.b.c` for `from a.b import c`."""
    for node in parts:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{one.name}" for one in node.names))


def room_of(module: str) -> str:
    return module.partition(".")[2].partition(".")[0]


def upward(package: Path) -> list[str]:
    """List every import of a room that stands above."""
    return [
        f"{module} imports {other}"
        for module, tree in modules(package).items()
        for other in imported(ast.walk(tree))
        if other.startswith(f"{package.name}.") and room_of(other) in FLOORS and floor(other) < floor(module)
    ]


def floor(module: str) -> int:
    """Count the floors above this module. What stands beside the rooms runs them, and so stands above them all."""
    room = room_of(module)
    return FLOORS.index(room) if room in FLOORS else -1


def circle(package: Path) -> list[str]:
    """Return the modules of a circle of imports, if there is one. What only a type checker imports is no part of it."""
    found = modules(package)
    graph = {
        name: {other for other in imported(running(tree)) if other in found} - {name} for name, tree in found.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield each part of a module that runs: not what stands below `if TYPE_CHECKING:`."""
    yield node
    for part in ast.iter_child_nodes(node):
        if not (isinstance(part, ast.If) and ast.unparse(part.test) == "TYPE_CHECKING"):
            yield from running(part)


def site_generators_known(package: Path) -> set[str]:
    """Return the modules that import a site generator."""
    return {
        module
        for module, tree in modules(package).items()
        if any(other.partition(".")[0] in SITE_GENERATORS for other in imported(ast.walk(tree)))
    }


def two_homes(package: Path) -> dict[str, list[str]]:
    """Return each public name that more than one module defines at its top, with these modules."""
    homes = defaultdict(set)
    for module, tree in modules(package).items():
        for name in defined(tree):
            if not name.startswith("_"):
                homes[name].add(module)
    return {name: sorted(found) for name, found in homes.items() if len(found) > 1}


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the functions, classes and constants at the top of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name))


def first_words(package: Path) -> Iterator[tuple[str, str]]:
    """Yield each function and method that says what it does, with the first word of that."""
    for module, tree in modules(package).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and (words := (ast.get_docstring(node) or "").split()):
                yield f"{module}.{node.name}", words[0]
