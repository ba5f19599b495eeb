"""The author's guide: what each kind of block is for, with an example to copy. data/kinds.yml is read into it."""

from textwrap import indent
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Line, Model
from psychoed.model.kinds import KINDS
from psychoed.model.validation.messages import validate
from psychoed.model.worksheet import Worksheet
from psychoed.reading.file import File
from psychoed.reading.problem import Problem, suggestion
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Tree

SHEET_HEAD = "title: A sheet\nsummary: A sheet.\nphase: clinic\nminutes: 1\npages: 1\nblocks:\n"
"""What stands above the blocks of any worksheet."""


class KindExample(Model):
    """One kind of block, as authors see it in the guide."""

    id: str
    """The kind: what a block says as its `type`."""
    family: Literal["read", "write", "choose", "table", "draw"]
    """The part of the guide in which it stands."""
    use: Line
    """What it is for."""
    example: Annotated[str, Field(min_length=1, max_length=4000)]
    """Blocks as they stand in a worksheet, this kind among them."""

    @model_validator(mode="after")
    def example_works(self) -> Self:
        if self.id not in KINDS:
            raise ValueError(f"“{self.id}” is not a kind of block|{suggestion(self.id, KINDS)}")
        worksheet, _, problems = self.read()
        if problems:
            first = problems[0]
            raise ValueError(f"in the example of “{self.id}”, {first.what}|{first.instead}")
        if worksheet and not any(isinstance(block, KINDS[self.id].model) for block in worksheet.blocks):
            raise ValueError(f"the example of “{self.id}” has no such block|add one that begins - type: {self.id}")
        return self

    def read(self) -> tuple[Worksheet | None, Tree | None, list[Problem]]:
        """Return the example as the worksheet that holds nothing else."""
        source = File("data/kinds.yml", SHEET_HEAD + indent(self.example, "  "))
        tree, problems = read_yaml(source)
        worksheet, more = validate(Worksheet, tree) if tree else (None, [])
        return worksheet, tree, [*problems, *more]
