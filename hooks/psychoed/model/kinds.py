"""Every kind of block, one record each, from which all lists of kinds derive.

A kind is a class with a `type` in any file of model/blocks/; its name is the same word everywhere.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args

from pydantic import Field

import psychoed.model.blocks
from psychoed.model.blocks.base import Block
from psychoed.model.blocks.drawing import Drawn
from psychoed.model.blocks.group import Group, Step, Steps


class Kind(NamedTuple):
    """One kind of block: its name, and what each view calls what draws it."""

    name: str
    """What a block says as its `type`, and its id in data/kinds.yml."""
    model: type[Block]
    """The class, named as the kind: `before-after` is BeforeAfter."""

    @property
    def macro(self) -> str:
        """Return the macro of overrides/blocks/ that draws it on a page."""
        return f"{self.name.replace('-', '_')}_block"

    @property
    def function(self) -> str:
        """Return its Typst function in overrides/print/, which is also the CSS class of what a page draws."""
        return f"{self.name}-block"

    @property
    def drawn(self) -> bool:
        """Return True if it is a drawing with answers in it."""
        return issubclass(self.model, Drawn)

    @property
    def drawing(self) -> str:
        """Return the function of views/drawings/ that draws its lines, where it is drawn; its file is named as the
        kind."""
        return f"{self.name.replace('-', '_')}_drawing"


def classes_below(block: type[Block]) -> Iterator[type[Block]]:
    """Return every class that is made from this one."""
    for below in block.__subclasses__():
        yield below
        yield from classes_below(below)


def every_kind() -> Iterator[Kind]:
    """Return the kinds by name, after reading every file that may hold one."""
    for file in iter_modules(psychoed.model.blocks.__path__):
        import_module(f"{psychoed.model.blocks.__name__}.{file.name}")
    typed = (model for model in classes_below(Block) if "type" in model.model_fields)
    yield from sorted(Kind(get_args(model.model_fields["type"].annotation)[0], model) for model in typed)


def one_of(kinds: Iterable[Kind]) -> Any:
    """Return the type of a block that is of one of these kinds, as its `type` says."""
    return Annotated[Union[tuple(kind.model for kind in kinds)], Field(discriminator="type")]  # noqa: UP007


KINDS = {kind.name: kind for kind in every_kind()}
GROUPABLE = [kind for kind in KINDS.values() if kind.model.may_be_grouped]
Step.model_rebuild(_types_namespace={"InStep": one_of(kind for kind in GROUPABLE if kind.model not in (Group, Steps))})
Steps.model_rebuild()
Group.model_rebuild(_types_namespace={"Groupable": one_of(GROUPABLE)})

if TYPE_CHECKING:
    AnyBlock = Block
else:
    AnyBlock = one_of(KINDS.values())
