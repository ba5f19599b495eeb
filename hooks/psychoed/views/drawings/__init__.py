"""One drawing for page and paper: a function a kind of drawn block, from the block to its lines and places."""

from collections.abc import Callable
from importlib import import_module

from psychoed.model.blocks.drawing import Drawn
from psychoed.model.kinds import KINDS, Kind
from psychoed.views.drawings.drawing import Drawing


def function_of(kind: Kind) -> Callable[..., Drawing]:
    """Return what draws this kind: `map_drawing` of map.py draws `map`."""
    module = import_module(f"{__name__}.{kind.name.replace('-', '_')}")
    function: Callable[..., Drawing] = getattr(module, kind.drawing)
    return function


DRAWINGS = {kind.name: function_of(kind) for kind in KINDS.values() if kind.drawn}


def drawing_of(block: Drawn, *, large: bool) -> Drawing:
    """Return the drawing of a drawn block; that of large print has room for words of 18 pt."""
    return DRAWINGS[block.type](block, large=large)
