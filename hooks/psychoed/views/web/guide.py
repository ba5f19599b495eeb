"""The author's guide as its page shows it: each kind of block drawn from its example, beside the text to copy."""

from typing import get_args

from jinja2 import Environment

from psychoed.library.library import Library
from psychoed.library.sources import SheetSource
from psychoed.model.guide import KindExample
from psychoed.reading.markdown.richtext import inline
from psychoed.views.data import AddressOf, Data, as_data
from psychoed.views.web.html import blocks_html
from psychoed.views.web.rich import rich

BELOW_A_KIND = 4
"""How deep the headings of an example are, which stands below the name of its kind."""


def guide(library: Library, env: Environment, link: AddressOf) -> list[Data]:
    """Return the families of kinds, each with its kinds in the order of data/kinds.yml."""
    names = library.words["guide"]["families"]
    kinds = [kind_view(kind.value, library, env, link) for kind in library.kinds.values()]
    families = [
        {"id": family, "name": names[family], "kinds": [kind for kind in kinds if kind["family"] == family]}
        for family in get_args(KindExample.model_fields["family"].annotation)
    ]
    return [family for family in families if family["kinds"]]


def kind_view(kind: KindExample, library: Library, env: Environment, link: AddressOf) -> Data:
    worksheet, tree, _ = kind.read()
    assert worksheet and tree, "an example that cannot be read is no entry"
    sheet = SheetSource(f"kind-{kind.id}", worksheet, tree)
    return {
        "id": kind.id,
        "family": kind.family,
        "use": rich(as_data(inline(kind.use), link)),
        "example": kind.example,
        "html": blocks_html(sheet, library, env, link, top=BELOW_A_KIND, staff=False),
    }
