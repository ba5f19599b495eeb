"""What templates need of a drawn block: its two drawings as SVG, what is laid over them, and its text alternative."""

from collections.abc import Callable, Iterator
from typing import Any

from psychoed.library.library import TemplateWords
from psychoed.model.blocks.base import Word
from psychoed.model.blocks.diagram import Diagram
from psychoed.model.blocks.drawing import Body, Drawn
from psychoed.model.blocks.drawing_lists import Draw
from psychoed.model.blocks.family import Family
from psychoed.views.data import Data
from psychoed.views.drawings import drawing_of
from psychoed.views.drawings.body_signs import SIGNS
from psychoed.views.drawings.diagram_list import steps_view
from psychoed.views.drawings.drawing import Drawing

SVG_GROUP = '<g fill="none" stroke-width="0.4" stroke-linecap="round" stroke-linejoin="round">{}</g>'


def drawn_view(block: Drawn, words: TemplateWords, draw: Callable[[str], Any], plain: Callable[[str], str]) -> Data:
    """Return what templates need of a drawn block. `draw` makes rich text of an author's words, `plain` words alone."""
    names = {name: said.spoken(words) if isinstance(said, Word) else said for name, said in block.names().items()}
    return {
        "alt": plain(block.alt) if block.alt else text_alternative(block, words, [*map(plain, names.values())], plain),
        "names": {name: draw(said) for name, said in names.items()},
        "drawing": {size: drawing_view(drawing_of(block, large=size == "large"), block) for size in ("usual", "large")},
        "held": holds_every_answer(drawing_of(block, large=False), block),
        **({"signs": signs(block)} if isinstance(block, (Body, Draw, Family)) else {}),
        **({"steps": steps_view(block)} if isinstance(block, Diagram) else {}),
    }


def holds_every_answer(drawing: Drawing, block: Drawn) -> bool:
    """Return True if the drawing, in one piece, has a place for every answer: printed, it needs no list of them."""
    answers = {answer.key for answer in block.answers()}
    return not drawing.breaks and answers <= {place.partition("=")[0] for place in drawing.places}


def signs(block: Body | Draw | Family) -> list[str]:
    """Return the sign of each mark as SVG, or an empty text."""
    return [SVG_GROUP.format(SIGNS[mark.sign]) if mark.sign else "" for mark in block.legend]


def text_alternative(block: Drawn, words: TemplateWords, names: list[str], plain: Callable[[str], str]) -> str:
    """Say this kind of drawing in a sentence, with the block's own names."""
    said = {key: fact.spoken(words) if isinstance(fact, Word) else plain(fact) for key, fact in block.facts().items()}
    sentence: str = words["drawn"][block.sentence()]
    return sentence.format(**{"n": len(names), "names": "; ".join(names)} | said)


def drawing_view(drawing: Drawing, block: Drawn) -> Data:
    return {
        "width": round(drawing.width, 2),
        "height": round(drawing.height, 2),
        "breaks": [round(at, 2) for at in drawing.breaks],
        "svg": SVG_GROUP.format(drawing.shapes),
        "laid": [rounded(one) for one in in_reading_order(drawing, block)],
    }


def rounded(one: Data) -> Data:
    """Round to hundredths of a millimetre, which are the same on every machine."""
    return {key: round(value, 2) if isinstance(value, float) else value for key, value in one.items()}


def is_before(name: str, key: str) -> bool:
    """Return True if these words are read before that answer."""
    return key == name or key.startswith(f"{name}-")


def in_reading_order(drawing: Drawing, block: Drawn) -> Iterator[Data]:
    """Yield words and answers in reading order. A word without an answer comes before the next word that has one."""
    left = list(drawing.words)
    for key in (answer.key for answer in block.answers()):
        own = [number for number, name in enumerate(left) if is_before(name.removeprefix("hint-"), key)]
        for name in left[: own[-1] + 1] if own else ():
            yield {"word": name, **drawing.words[name]._asdict()}
        left = left[own[-1] + 1 :] if own else left
        for place, at in drawing.places.items():
            answer, _, value = place.partition("=")
            if answer == key:
                yield {
                    "answer": key,
                    **({"value": value, "said": block.said_at(value)} if value else {}),
                    **at._asdict(),
                }
    for name in left:
        yield {"word": name, **drawing.words[name]._asdict()}
