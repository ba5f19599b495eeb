"""Diagrams whose drawing shows that they have no room for their shape: their authors are told of it."""

from collections.abc import Iterator

from psychoed.checks.paper import without_shape
from psychoed.library.library import Library
from psychoed.library.sources import SheetSource
from psychoed.model.blocks.base import Block
from psychoed.model.blocks.diagram import Diagram
from psychoed.model.blocks.group import Group
from psychoed.reading.problem import Problem
from psychoed.reading.yaml.tree import Keys
from psychoed.views.drawings.diagram import keeps_shape


def shapes_without_room(library: Library) -> Iterator[Problem]:
    """Yield the Advice on each cycle, web or areas that is drawn down the page."""
    for sheet in library.sheets.values():
        for keys, block in diagrams(sheet):
            if not keeps_shape(block):
                yield from without_shape(sheet, keys, block.id, block.shape)


def diagrams(sheet: SheetSource) -> Iterator[tuple[Keys, Diagram]]:
    """Yield every diagram of a sheet with the keys that lead to it, also those in groups."""
    open_: list[tuple[Keys, tuple[Block, ...]]] = [((), sheet.worksheet.blocks)]
    while open_:
        above, blocks = open_.pop(0)
        for index, block in enumerate(blocks):
            keys: Keys = (*above, "blocks", index)
            if isinstance(block, Diagram):
                yield keys, block
            elif isinstance(block, Group):
                open_.append((keys, block.blocks))
