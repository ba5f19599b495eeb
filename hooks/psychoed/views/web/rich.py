"""Rich text of an author, from the data that both views share, as HTML."""

from typing import Any

from markupsafe import Markup, escape

from psychoed.reading.markdown.layout import DONE, TO_DO


def rich(nodes: Any) -> Markup:
    """Return rich text from its data (views.data.as_data) as HTML."""
    if isinstance(nodes, str):
        return escape(nodes)
    if isinstance(nodes, list):
        return Markup("").join(rich(node) for node in nodes)
    if nodes["tag"] == "br":
        return Markup("<br>")
    names = {"href": "href", "number": "start" if nodes["tag"] == "ol" else "value"}
    said = [Markup(' {}="{}"').format(name, nodes[key]) for key, name in names.items() if key in nodes]
    task = Markup(' class="task-list-item"') if nodes["tag"] == "li" and is_task(nodes["kids"]) else Markup("")
    return Markup("<{0}{1}{2}>{3}</{0}>").format(nodes["tag"], Markup("").join(said), task, rich(nodes["kids"]))


def is_task(kids: list[Any]) -> bool:
    """Return True if the words of an entry begin with a box to tick, which needs no bullet beside."""
    first = next(iter(kids), "")
    return (
        is_task(first["kids"]) if isinstance(first, dict) and first["tag"] == "p" else str(first)[:1] in (TO_DO, DONE)
    )
