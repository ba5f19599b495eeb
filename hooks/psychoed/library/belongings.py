"""Reads phases, groups, topics and roles: of an entry of the package, a clinic's own changes the keys that it writes."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from psychoed.library.library import TemplateWords
from psychoed.library.lists import Layers, id_of, pieces_of, read_data, read_list, taken_out
from psychoed.model.belonging import BELONGINGS, Belonging, ListedIds
from psychoed.reading.read import Read
from psychoed.reading.yaml.tree import Entry, child, merged

OneBelonging = TypeVar("OneBelonging", bound=Belonging)
WORDS_OF = {"phases": ("phases",), "topics": ("topics",), "roles": ("packet", "roles")}
"""Where the words of templates hold the titles of a list."""


def read_belongings(
    name: str, layers: Layers, model: type[OneBelonging], words: TemplateWords
) -> Read[Mapping[str, Entry[OneBelonging]]]:
    """Return the entries in the order in which they are listed, each with the title that readers see."""
    entries, problems, unread = read_list(laid_over_key_by_key(layers), model)
    titles = titles_in(words, WORDS_OF.get(name, (name,)))
    named = {id_: with_title(entry, titles) for id_, entry in entries.items()}
    return Read(
        {id_: named[id_] for id_ in in_order({id_: one.value.before for id_, one in named.items()})}, problems, unread
    )


def listed_ids(lists: Mapping[str, Layers], unread: Collection[str]) -> ListedIds:
    """Return the ids that may be written, by the name of their list. An id whose own entry has a Problem counts, and of
    a list that cannot be read nothing is known."""
    readable = (name for name in BELONGINGS if f"data/{name}.yml" not in unread)
    return {name: [*dict.fromkeys(all_ids(lists[name]))] for name in readable}


def ids_listed(root: Path) -> ListedIds:
    """Return the ids of the lists in a clinic's folder, for its editors."""
    return listed_ids({name: read_data(f"{name}.yml", root).value for name in BELONGINGS}, ())


def all_ids(layers: Layers) -> Iterator[str]:
    gone = taken_out(layers.own)
    for layer in (layers.shipped, layers.own):
        yield from (id_ for id_, _ in pieces_of(layer) if id_ not in gone)


def laid_over_key_by_key(layers: Layers) -> Layers:
    """Return the layers with what the clinic's entries leave out taken from the package, so that no care is lost by
    another title."""
    own, shipped = layers
    if own is None or shipped is None or not isinstance(own.root, yaml.SequenceNode):
        return layers
    below = {id_of(node): node for node in shipped.root.value}
    nodes = [completed(node, below.get(id_of(node))) for node in own.root.value]
    root = yaml.SequenceNode(own.root.tag, nodes, own.root.start_mark, own.root.end_mark, own.root.flow_style)
    return Layers(own._replace(root=root), shipped)


def completed(node: yaml.Node, below: yaml.Node | None) -> yaml.Node:
    is_entry = isinstance(node, yaml.MappingNode) and below is not None and not child(node, "remove")
    return (merged([node, below]) if is_entry and below else None) or node


def titles_in(words: TemplateWords, keys: tuple[str, ...]) -> Mapping[str, Any]:
    found: Any = words
    for key in keys:
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, Mapping) else {}


def with_title(entry: Entry[OneBelonging], titles: Mapping[str, Any]) -> Entry[OneBelonging]:
    title = entry.value.title or str(titles.get(entry.value.id, ""))
    return Entry(entry.value.model_copy(update={"title": title}), entry.at)


def in_order(before: Mapping[str, str | None]) -> list[str]:
    """Return the ids, each that names one before which it stands moved there."""
    order = [id_ for id_, later in before.items() if later not in before or later == id_]
    waiting = [id_ for id_ in before if id_ not in order]
    while waiting:
        ready = [id_ for id_ in waiting if before[id_] in order] or waiting  # else they stand before each other
        for id_ in ready:
            later = before[id_]
            order.insert(order.index(later) if later in order else len(order), id_)
        waiting = [id_ for id_ in waiting if id_ not in ready]
    return order
