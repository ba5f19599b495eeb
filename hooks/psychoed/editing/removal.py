"""Takes pages, worksheets and packets out of a clinic's folder, with everything that names them."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import yaml

from psychoed.editing.folder import Folder
from psychoed.editing.links_out import Language, without_links
from psychoed.editing.markdown_parts import MarkdownParts, markdown_parts
from psychoed.editing.pages import FIXED, Refused, is_made, names_of
from psychoed.editing.yaml_places import begin_of, end_of, without_items, without_key, yaml_tree
from psychoed.library.sources import url_of
from psychoed.reading.file import place_in
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.web.html import Edit
from psychoed.reading.yaml.places import PlacedText
from psychoed.reading.yaml.tree import Tree, child, scalars_of

SETTINGS_OF_PATHS = ("not_in_nav", "exclude_docs", "draft_docs")
"""Settings whose lines are patterns of paths."""
WAYS_OF_A_CHOICE = ("page", "sheet")
"""Keys of an entry that leads to pages, each of which may be left out while the other leads somewhere."""
LEFT_OUT_ALONE = (*WAYS_OF_A_CHOICE, "start_with")
TOO_MANY_LINES = re.compile(r"\n{3,}")


class Removal(NamedTuple):
    """What is taken out, and the places that somebody has to read again."""

    pages: tuple[str, ...]
    read_again: tuple[str, ...]


def remove(folder: Folder, pages: Iterable[str], language: Language, *, fixed: Iterable[str] = FIXED) -> Removal:
    """Change the folder so that these pages are gone. A packet of which nothing is left goes with them."""
    names = names_of(folder.files)
    asked = dict.fromkeys(pages)
    for page in asked:
        if page in fixed:
            raise Refused(f"“{page}” is {FIXED[page]}; it stays, and you may write other words into it")
    gone = with_empty_packets(folder, names.files, set(asked))
    folder.gone += sorted(names.files[page] for page in gone)
    again: list[str] = []
    for path in sorted(folder.files.keys() - set(folder.gone)):
        again += remove_from(folder, path, gone, language)
    return Removal((*asked, *sorted(gone - asked.keys())), tuple(dict.fromkeys(again)))


def with_empty_packets(folder: Folder, files: Mapping[str, str], gone: set[str]) -> set[str]:
    """Return the pages with the packets that would hold nothing but notes. `files`: of the pages."""
    for page, path in files.items():
        if not page.startswith("packets/") or not is_made(page):
            continue
        tree = yaml_tree(folder.file(path))
        items = child(tree.root, "items") if tree else None
        named = [named_by(item) for item in items[1].value] if items and isinstance(items[1], yaml.SequenceNode) else []
        held = [one for one in named if one]
        if held and all(one in gone for one in held):
            gone = gone | {page}
    return gone


def named_by(item: yaml.Node) -> str | None:
    """Return the page that an item of a packet names."""
    for key, form in (("worksheet", "worksheets/{}.md"), ("article", "{}")):
        if found := child(item, key):
            return form.format(found[1].value)
    return None


def remove_from(folder: Folder, path: str, gone: set[str], language: Language) -> list[str]:
    """Change one file, and return the places in it to read again."""
    if path.startswith("content/"):
        return remove_from_page(folder, path, gone, language)
    tree = yaml_tree(folder.file(path))
    if tree is None:
        return []
    edits, again = edits_of_tree(tree, folder.text(path), gone, language, path)
    folder.edit(path, edits)
    return again


def remove_from_page(folder: Folder, path: str, gone: set[str], language: Language) -> list[str]:
    text = folder.text(path)
    parts: MarkdownParts = markdown_parts(path, text)
    edits: list[Edit] = []
    if parts.front:
        found, _ = edits_of_tree(parts.front, parts.front.text, gone, language, path)
        edits += [edit._replace(at=edit.at + parts.front_at, end=edit.end + parts.front_at) for edit in found]
    base = posixpath.dirname(path.removeprefix("content/"))
    unlinked = without_links(parts.body, base, gone, language)
    edits += [edit._replace(at=edit.at + parts.body_at, end=edit.end + parts.body_at) for edit in unlinked.edits]
    folder.edit(path, edits)
    if path in folder.changed:
        folder.changed[path] = tidied(text, folder.changed[path])
    now = folder.text(path)
    return [f"{path}:{place_in(now, moved_offset(parts.body_at + at, edits)).line}" for at in unlinked.read_again]


def moved_offset(at: int, edits: Iterable[Edit]) -> int:
    """Return where a character stands when the text before it has changed."""
    return at + sum(len(edit.text) - (edit.end - edit.at) for edit in edits if edit.end <= at)


def tidied(before: str, after: str) -> str:
    """Return the text without the empty lines that came of what was taken out."""
    if not TOO_MANY_LINES.search(before):
        after = TOO_MANY_LINES.sub("\n\n", after)
    return after.rstrip("\n") + "\n" if before.endswith("\n") else after


def edits_of_tree(tree: Tree, text: str, gone: set[str], language: Language, path: str) -> tuple[list[Edit], list[str]]:
    """Return the edits of a YAML text, and the places to read again."""
    edits = [*edits_of_node(tree.root, text, gone, path), *edits_of_patterns(tree, text, gone)]
    again: list[str] = []
    if path.startswith("content/") or path.startswith("mkdocs"):
        return edits, again
    for _, node in scalars_of(tree.root, ()):
        unlinked = edits_of_words(node, text, gone, language)
        edits += unlinked
        again += [f"{path}:{node.start_mark.line + 1}"] if unlinked else []
    return edits, again


def edits_of_words(node: yaml.ScalarNode, text: str, gone: set[str], language: Language) -> list[Edit]:
    """Return what takes links out of a text in YAML. Its words stay, since a field must not become empty."""
    if not any(page in node.value for page in gone):
        return []
    placed = PlacedText(node, 1)
    found = without_links(node.value, "", gone, Language())
    return [
        Edit(file_offset(placed, edit.at), file_offset(placed, edit.end - 1) + 1, edit.text) for edit in found.edits
    ]


def file_offset(placed: PlacedText, offset: int) -> int:
    """Return where in the file a character of a text in YAML is typed."""
    offsets, typed = placed.aligned
    number = (
        offsets.index(offset)
        if offset in offsets
        else max((n for n, one in enumerate(offsets) if one < offset), default=0)
    )
    return begin_of(placed.node) + typed[number]


def edits_of_node(node: yaml.Node, text: str, gone: set[str], path: str) -> list[Edit]:
    """Return what takes the names of pages out of lists, from the inside to the outside."""
    if isinstance(node, yaml.SequenceNode):
        dead = [number for number, item in enumerate(node.value) if is_dead(item, gone)]
        if dead and len(dead) < len(node.value):
            kept = [item for number, item in enumerate(node.value) if number not in dead]
            inner = [edit for item in kept for edit in edits_of_node(item, text, gone, path)]
            return [*without_items(text, node, dead), *inner]
        if dead and node.start_mark.column == 0 and path.startswith("data/"):  # a list that is a whole file
            return [Edit(begin_of(node), end_of(node, text), "[]")]
        return [edit for item in node.value for edit in edits_of_node(item, text, gone, path)]
    if not isinstance(node, yaml.MappingNode):
        return []
    edits: list[Edit] = []
    for key, value in node.value:
        if key.value in LEFT_OUT_ALONE and isinstance(value, yaml.ScalarNode) and value.value in gone:
            edits += without_key(text, node, key.value)
        elif isinstance(value, yaml.SequenceNode) and value.value and all(is_dead(item, gone) for item in value.value):
            edits += emptied(node, key, value, text, path)
        else:
            edits += edits_of_node(value, text, gone, path)
    return edits


def emptied(node: yaml.MappingNode, key: yaml.Node, value: yaml.SequenceNode, text: str, path: str) -> list[Edit]:
    """Return what takes out a list of which nothing is left."""
    if key.value == "doors":
        what = "every door of the home page leads to what is taken out"
        line = key.start_mark.line + 1 + path.startswith("content/")  # below the line that opens the front matter
        raise Refused(f"{path}:{line}: {what}; write another door there first")
    if path.startswith("data/"):  # without its key the package's own list would hold again
        return [Edit(begin_of(value), value.end_mark.index, "[]")] if value.flow_style else []
    return list(without_key(text, node, str(key.value)))


def is_dead(item: yaml.Node, gone: set[str]) -> bool:
    """Return True if an entry of a list is nothing without these pages: a path, an entry of the navigation or a
    section of it, a door, an item of a packet, a choice of the home page, words that a search leads to them."""
    if isinstance(item, yaml.ScalarNode):
        return item.value in gone
    if isinstance(item, yaml.SequenceNode):
        return bool(item.value) and all(is_dead(one, gone) for one in item.value)
    if named_by(item) in gone:
        return True
    if (to := child(item, "to")) and to[1].value in gone:
        return True
    ways = [found[1].value for key in WAYS_OF_A_CHOICE if (found := child(item, key))]
    if ways and all(way in gone for way in ways):
        return True
    if child(item, "words") and (pages := child(item, "pages")):
        return is_dead(pages[1], gone)
    return isinstance(item, yaml.MappingNode) and len(item.value) == 1 and is_dead(item.value[0][1], gone)


def edits_of_patterns(tree: Tree, text: str, gone: set[str]) -> Iterator[Edit]:
    """Yield what takes lines such as /help/privacy.md out of not_in_nav and its like."""
    for name in SETTINGS_OF_PATHS:
        found = child(tree.root, name)
        if not found or not isinstance(found[1], yaml.ScalarNode) or found[1].style not in ("|", ">"):
            continue
        begin, end = begin_of(found[1]), int(found[1].end_mark.index)
        for line in re.finditer(r"[^\n]*\n?", text[begin:end]):
            if line[0].strip().lstrip("/") in gone:
                yield Edit(begin + line.start(), begin + line.end(), "")


def still_named(folder: Folder, gone: Iterable[str]) -> list[str]:
    """Return the places that speak of a page by its address all the same, such as raw HTML: nothing is changed there."""
    addresses = {url_of(page).rstrip("/") for page in gone}
    names = "|".join(re.escape(address) for address in sorted(addresses))
    pattern = re.compile(rf"(?<![\w-])(?<![\w-]/)(?:{names})(?:\.md|/)(?![\w-])")
    found: list[str] = []
    for path in sorted(folder.files.keys() - set(folder.gone)):
        text = folder.text(path)
        offsets = [match.start() for match in pattern.finditer(text)]
        if path.startswith("content/"):
            offsets += html_links_to(addresses, path, text)
        found += [f"{path}:{place_in(text, at).line}" for at in sorted(offsets)]
    return list(dict.fromkeys(found))


def html_links_to(addresses: set[str], path: str, text: str) -> Iterator[int]:
    """Yield where raw HTML leads to these addresses."""
    parts = markdown_parts(path, text)
    here = url_of(path.removeprefix("content/"))
    for link in read_markdown(parts.body).html_links:
        href = (link.element.get("href") or "").partition("#")[0]
        if posixpath.normpath(posixpath.join(here, href)) in addresses:
            yield parts.body_at + link.at
