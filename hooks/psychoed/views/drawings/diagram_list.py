"""A diagram as a list: its boxes in steps, each with what its arrows say, for a page without room for the drawing."""

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.views.data import Data
from psychoed.views.drawings.diagram_box import lines_of


def steps_view(block: Diagram) -> list[Data]:
    """Return the steps in order, each with the arrow that leads on from it, and with the middle of a web first."""
    steps = ((("middle",),), *block.steps_by_key()) if block.middle else block.steps_by_key()
    return [step_view(block, step) for step in steps]


def step_view(block: Diagram, step: tuple[tuple[str, ...], ...]) -> Data:
    arrow = arrow_after(block, step)
    return {
        "rows": [[box_view(block, key) for key in row] for row in step],
        "middle": step == (("middle",),),
        "heads": arrow.heads if arrow else "end",
        "dashed": bool(arrow and arrow.arrow.dashed),
        "told": arrow.name if arrow and arrow.text else "",
    }


def arrow_after(block: Diagram, step: tuple[tuple[str, ...], ...]) -> Joined | None:
    """Return the arrow from the only box of a step to the next, or, in a web, the line to the box."""
    boxes = [key for row in step for key in row]
    drawn = [one for one in block.joined() if one not in block.told_below()]
    found = [one for one in drawn if (one.end if block.shape == "web" else one.start) in boxes]
    return found[0] if len(found) == 1 and len(boxes) == 1 and is_single(block, found[0].end) else None


def is_single(block: Diagram, key: str) -> bool:
    return any(step == ((key,),) for step in block.steps_by_key())


def box_view(block: Diagram, key: str) -> Data:
    box = block.keyed()[key]
    return {
        "key": key,
        "asks": [f"{key}-{a}" for a in range(1, len(box.asks) + 1)],
        "lines": lines_of(block, box),
        "before": [
            one.name for one in block.joined() if one.end == key and one.text and not is_said_between(block, one)
        ],
        "after": [name for name in (f"to-{key}",) if name in block.names()],
        **({"hint": f"hint-{key}"} if box.hint else {}),
    }


def is_said_between(block: Diagram, joined: Joined) -> bool:
    """Return True if the words of an arrow stand between two steps of one box each."""
    return block.shape != "flow" or (is_single(block, joined.start) and is_single(block, joined.end))
