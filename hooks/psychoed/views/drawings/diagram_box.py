"""What stands in a box of a diagram: its name, a hint, and its questions, each with lines to write on."""

from typing import NamedTuple

from psychoed.model.blocks.diagram import Box, Diagram, Joined
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import LineLook, rules
from psychoed.views.drawings.drawing import Rectangle
from psychoed.views.drawings.measure import Type, height_of

PAD = 3.0
"""From the side of a box to what stands in it."""
ABOVE_NAME, BELOW_LINES = 1.5, 1.5
"""From the upper edge of a box to its name, and from the last line to its lower edge."""


class BoxContent(NamedTuple):
    """The places of words and answers, with the height that they take."""

    height: float
    words: dict[str, Rectangle]
    places: dict[str, Rectangle]

    def moved(self, x: float, y: float) -> "BoxContent":
        """Return the same, measured from another corner."""

        def move(places: dict[str, Rectangle]) -> dict[str, Rectangle]:
            return {key: at._replace(x=at.x + x, y=at.y + y) for key, at in places.items()}

        return BoxContent(self.height, move(self.words), move(self.places))

    def taller(self, height: float) -> "BoxContent":
        """Give the room that is left to the last answer."""
        *_, last = self.places
        more = self.places[last]._replace(height=self.places[last].height + height - self.height)
        return self._replace(height=height, places=self.places | {last: more})


def head_of_box(block: Diagram, key: str, width: float, type_: Type) -> BoxContent:
    """Return the name of a box and its hint, as high as they are at this width."""
    words, y = dict[str, Rectangle](), 0.0
    for name, said in ((key, block.keyed()[key].text), (f"hint-{key}", block.keyed()[key].hint)):
        if said:
            words[name] = Rectangle(0, y, width, height_of(plain_text(said), width, type_))
            y += words[name].height
    return BoxContent(y, words, {})


def filled(block: Diagram, key: str, width: float, type_: Type) -> BoxContent:
    """Return all that stands in a box, with its lines below the words."""
    said = head_of_box(block, key, width, type_)
    words, places, y = dict(said.words), dict[str, Rectangle](), said.height
    box = block.keyed()[key]
    tall = lines_of(block, box) * type_.pitch
    for answer in block.answers_in(key, box):
        if box.asks:
            ask = plain_text(box.asks[int(answer.key.rpartition("-")[2]) - 1])
            words[answer.key] = Rectangle(0, y, width, height_of(ask, width, type_))
            y += words[answer.key].height
        places[answer.key] = Rectangle(0, y, width, tall)
        y += tall
    return BoxContent(y, words, places)


def lines_of(block: Diagram, box: Box) -> int:
    return box.lines or block.lines


def box_of(block: Diagram, key: str, at: Rectangle, type_: Type) -> tuple[BoxContent, str]:
    """Return what stands in the box at this place, and the lines that part its questions."""
    inside = (
        filled(block, key, at.width - 2 * PAD, type_)
        .taller(at.height - ABOVE_NAME - BELOW_LINES)
        .moved(at.x + PAD, at.y + ABOVE_NAME)
    )
    asked = block.keyed()[key].asks
    return inside, "".join(
        rules(place, type_.pitch, boxed=place == [*inside.places.values()][-1]) for place in inside.places.values()
    ) if asked else ""


def height_in(block: Diagram, key: str, width: float, type_: Type) -> float:
    """Return how high a box of this width has to be."""
    return filled(block, key, width - 2 * PAD, type_).height + ABOVE_NAME + BELOW_LINES


def look_of(joined: Joined) -> LineLook:
    """Return how the arrow itself is drawn."""
    return LineLook(joined.heads, joined.arrow.dashed)
