"""The blocks of a worksheet as page and paper both draw them, with every word ready and every field named."""

import json
from collections.abc import Mapping
from typing import Any

from psychoed.library.library import TemplateWords
from psychoed.model.base import whole_where_whole
from psychoed.model.blocks.base import Answer, Block, Word, Worked
from psychoed.model.blocks.drawing import Drawn
from psychoed.model.blocks.group import ADDED, Group, Steps
from psychoed.model.blocks.tables import Table, Week
from psychoed.model.kinds import KINDS
from psychoed.model.worked_out import AnswersOfSheet
from psychoed.reading.markdown.richtext import inline, parse, plain_text, quoted
from psychoed.views.data import AddressOf, Data, as_data
from psychoed.views.drawings.view import drawn_view


class BlockViews:
    """Draws the texts of one sheet in the words of its language, with the clinic's settings and links."""

    def __init__(
        self, words: TemplateWords, quotes: Mapping[str, str], link: AddressOf, answers: AnswersOfSheet
    ) -> None:
        self.words, self.quotes, self.link, self.answers = words, quotes, link, answers

    def text(self, text: str, *, one_line: bool) -> list[Any]:
        said = quoted(text, self.quotes)
        return as_data(inline(said) if one_line else parse(said), self.link)

    def label(self, text: str) -> list[Any]:
        """Return an author's words, or those of the language, as rich text."""
        return [text.spoken(self.words)] if isinstance(text, Word) else self.text(text, one_line=True)

    def plain(self, text: str) -> str:
        """Return an author's words alone."""
        return plain_text(quoted(text, self.quotes))

    def answer(self, answer: Answer) -> Data:
        worked = {"worked": self.worked(answer.worked)} if answer.worked else {}
        return answer_view(answer, self.words, self.quotes) | worked

    def worked(self, worked: Worked) -> str:
        """Return how a page works an answer out, for its script."""
        parts = [(name, whole_where_whole(times)) for name, times in self.answers.parts(worked)]
        told = {"how": worked.how, "of": parts, "times": whole_where_whole(worked.times), "whole": worked.whole}
        return json.dumps(told, separators=(",", ":"))

    def block(self, block: Block) -> Data:
        data = block.model_dump(context={"draw": self.text}, by_alias=False, exclude_none=True)
        data |= {"macro": KINDS[block.type].macro, "function": KINDS[block.type].function}
        data["answers"] = {answer.key: self.answer(answer) for answer in block.answers()}
        data |= {key: [self.label(text) for text in texts] for key, texts in block.labels().items()}
        if isinstance(block, Drawn):
            data |= drawn_view(block, self.words, lambda text: self.text(text, one_line=True), self.plain)
        if isinstance(block, Week) and block.hours:
            data["items"] = [{"text": name, "kind": "text", "options": []} for name in data["hour_names"]]
        if isinstance(block, Group):
            data["entries"] = [self.entry(block, number) for number in block.numbers()]
            data |= {"added": self.entry(block, ADDED)} if block.grows else {}
        if isinstance(block, Table) and block.more:
            data["added"] = {answer.key: self.answer(answer) for answer in block.row(ADDED, ADDED)}
        if isinstance(block, Steps):
            for step, inside in zip(data["steps"], block.steps, strict=True):
                step["blocks"] = [self.block(inner) | {"bare": True} for inner in inside.blocks]
        return data

    def entry(self, group: Group, number: int | str) -> Data:
        date, name = group.date_of(number), self.plain(group.entry or "")
        numbered = self.words["sheet"]["entry"].format(entry=name, n=number)
        return {
            **({"title": numbered if group.repeat > 1 else name} if name else {}),
            **({"date": self.answer(date)} if date else {}),
            "blocks": [self.block(block) for block in group.entry_blocks(number)],
        }


def answer_view(answer: Answer, words: TemplateWords, quotes: Mapping[str, str]) -> Data:
    question, *which = answer.parts(words, quotes)
    return {
        "name": answer.name,
        "label": ", ".join([question, *which]),
        "which": ", ".join(which),
        "kind": answer.kind,
        "form": answer.written(words),
        "values": list(answer.values),
        "numbers": [whole_where_whole(one) for one in answer.numbers or ()],
    }
