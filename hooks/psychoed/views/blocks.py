"""The blocks of a worksheet as page and paper both draw them, with every word ready and every field named."""

from typing import Any

from psychoed.library.library import Words
from psychoed.model.blocks.base import Answer, Block
from psychoed.model.blocks.drawing import Drawn
from psychoed.model.blocks.group import Group
from psychoed.model.kinds import KINDS
from psychoed.reading.markdown.richtext import inline, parse, plain, quoted
from psychoed.views.data import Data, Link, as_data
from psychoed.views.drawings.view import drawn_view


class BlockViews:
    """Draws the texts of one sheet in the words of its language, with the clinic's settings and links."""

    def __init__(self, words: Words, quotes: dict[str, str], link: Link) -> None:
        self.words, self.quotes, self.link = words, quotes, link

    def text(self, text: str, *, one_line: bool) -> list[Any]:
        said = quoted(text, self.quotes)
        return as_data(inline(said) if one_line else parse(said), self.link)

    def answer(self, answer: Answer) -> Data:
        return answer_view(answer, self.words, self.quotes)

    def block(self, block: Block) -> Data:
        data = block.model_dump(context={"draw": self.text}, by_alias=False, exclude_none=True)
        data |= {"macro": KINDS[block.type].macro, "function": KINDS[block.type].function}
        data["answers"] = {answer.key: self.answer(answer) for answer in block.answers()}
        data |= self.names_of_options(block)
        for key in ("columns", "items"):
            cells = getattr(block, key, None)
            for cell, drawn in zip(cells, data[key], strict=True) if isinstance(cells, tuple) else ():
                drawn["option_names"] = [plain(option) for option in cell.options]
        if hasattr(block, "day_names"):
            data["day_names"] = [[self.words.get(day, day)] for day in block.day_names]
        if isinstance(block, Drawn):
            data |= drawn_view(block, self.words, lambda text: self.text(text, one_line=True))
            data["alt"] = quoted(data["alt"], self.quotes)
        if isinstance(block, Group):
            data["entries"] = [self.entry(block, number) for number in block.numbers()]
        return data

    def names_of_options(self, block: Block) -> Data:
        """What is read aloud for each choice."""
        named = {key: getattr(block, key, None) for key in ("options", "scale")}
        return {
            f"{key.rstrip('s')}_names": [plain(quoted(name, self.quotes)) for name in names]
            for key, names in named.items()
            if isinstance(names, tuple)
        }

    def entry(self, group: Group, number: int) -> Data:
        date, name = group.date_of(number), plain(group.entry or "")
        numbered = self.words["sheet"]["entry"].format(entry=name, n=number)
        return {
            **({"title": numbered if group.repeat > 1 else name} if name else {}),
            **({"date": self.answer(date)} if date else {}),
            "blocks": [self.block(block) for block in group.entry_blocks(number)],
        }


def answer_view(answer: Answer, words: Words, quotes: dict[str, str]) -> Data:
    question, *which = answer.parts(words)
    label = quoted(", ".join([question, *which]), quotes)
    return {
        "name": answer.name,
        "label": plain(label),
        "which": plain(quoted(", ".join(which), quotes)),
        "kind": answer.kind,
        "values": list(answer.values),
    }
