"""Gives a page, a worksheet or a packet another name: whatever names it is changed, and its old address leads on."""

import posixpath
from collections.abc import Iterator

import yaml

from psychoed.editing.folder import Folder
from psychoed.editing.markdown_parts import markdown_parts
from psychoed.editing.pages import FIXED, Refused, bare_name, checked_name, id_of_page, is_made, led_elsewhere, names_of
from psychoed.editing.pages import page_led_to as led_to
from psychoed.editing.removal import SETTINGS_OF_PATHS
from psychoed.editing.yaml_places import after_line, begin_of, begin_of_line, end_of, yaml_tree
from psychoed.reading.file import File
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.shipped import shipped
from psychoed.reading.web.html import Edit
from psychoed.reading.yaml.places import PlacedText
from psychoed.reading.yaml.tree import Keys, Tree, child, scalars_of

MOVED_FROM = "moved_from"
"""The key under which a page says which addresses it had."""


def new_page(page: str, typed: str) -> str:
    """Return the path that a page gets: a name alone stays in its folder, and what is made from YAML always does."""
    name = bare_name(typed)
    folder = posixpath.dirname(page)
    if is_made(page):
        given, _, id_ = name.rpartition("/")
        if given not in ("", folder):
            raise Refused(f"a {folder.removesuffix('s')} stays in {folder}/; write its new name alone, such as {id_}")
        return f"{folder}/{checked_name(id_, typed)}.md"
    whole = name if "/" in typed.replace("\\", "/").removeprefix("content/") else posixpath.join(folder, name)
    if whole.partition("/")[0] in ("worksheets", "packets"):
        raise Refused(f"content/{whole}.md would stand in the way of what is made there; choose another folder")
    return f"{checked_name(whole, typed)}.md"


def rename(folder: Folder, page: str, typed: str) -> str:
    """Change the folder so that the page has its new name, which is returned."""
    names = names_of(folder.files)
    if page in FIXED:
        raise Refused(f"“{page}” is {FIXED[page]}; its address comes with the package")
    to = new_page(page, typed)
    if to == page:
        raise Refused(f"“{page}” has that name already")
    if to in names.files or to in FIXED:
        raise Refused(f"there is a page “{to}” already; take another name, or remove that one first")
    if (page.startswith("staff/")) != (to.startswith("staff/")):
        raise Refused("a rename does not move a page between the editions; move its file by hand, and mend its links")
    file = names.files[page]
    for path in sorted(folder.files):
        kept = address_kept if path == file else address_freed
        folder.edit(path, [*edits_of_file(folder, path, page, to), *kept(folder.text(path), path, page, to)])
    own_lists(folder, page, to)
    folder.moved[file] = moved_file(file, page, to)
    return to


def moved_file(file: str, page: str, to: str) -> str:
    if is_made(page):
        return posixpath.join(posixpath.dirname(file), f"{id_of_page(to)}.yml")
    return f"content/{to}"


def edits_of_file(folder: Folder, path: str, page: str, to: str) -> list[Edit]:
    text = folder.text(path)
    if not path.startswith("content/"):
        tree = yaml_tree(folder.file(path))
        return list(renamed_in_tree(tree, text, page, to)) if tree else []
    parts = markdown_parts(path, text)
    edits: list[Edit] = []
    if parts.front:
        edits += shifted(renamed_in_tree(parts.front, parts.front.text, page, to), parts.front_at)
    source = path.removeprefix("content/")
    edits += shifted(
        renamed_links(parts.body, source, page, to, frozenset(names_of(folder.files).files)), parts.body_at
    )
    return edits


def shifted(edits: Iterator[Edit], by: int) -> list[Edit]:
    return [edit._replace(at=edit.at + by, end=edit.end + by) for edit in edits]


def renamed_links(body: str, source: str, page: str, to: str, pages: frozenset[str]) -> Iterator[Edit]:
    """Yield the links of a page that lead to the one that is renamed, and of that one itself all that lead on from its
    folder."""
    here, there = posixpath.dirname(source), posixpath.dirname(to if source == page else source)
    for link in read_markdown(body).addresses:
        led = led_to(link.target, here, pages)
        if led == page:
            new = led_elsewhere(link.target, there, to)
        elif here != there and link.target and ":" not in link.target and link.target[0] not in "#/{":
            path, sign, place = link.target.partition("#")
            new = posixpath.relpath(posixpath.join(here, path), there or ".") + sign + place
        else:
            continue
        yield Edit(link.to, link.to + len(link.target), new)


def renamed_in_tree(tree: Tree, text: str, page: str, to: str) -> Iterator[Edit]:
    """Yield the names of the page in a YAML text, and the links in its words."""
    front = tree.path.startswith("content/")
    for keys, node in scalars_of(tree.root, ()):
        if MOVED_FROM in keys:
            continue
        if names_page(keys, node, page):
            new = id_of_page(to) if keys[-1] == "worksheet" else to
            quoted = node.style in ("'", '"')
            yield Edit(begin_of(node) + quoted, end_of(node, text) - quoted, new)
        elif not front and page.removesuffix(".md") in node.value:
            yield from renamed_in_words(node, page, to)
    yield from renamed_in_patterns(tree, text, page, to)


def names_page(keys: Keys, node: yaml.ScalarNode, page: str) -> bool:
    if keys and keys[-1] == "worksheet":
        return page == f"worksheets/{node.value}.md"
    return node.value == page and node.style not in ("|", ">")


def renamed_in_words(node: yaml.ScalarNode, page: str, to: str) -> Iterator[Edit]:
    placed = PlacedText(node, 1)
    offsets, typed = placed.aligned
    for link in read_markdown(node.value).addresses:
        if led_to(link.target, "", (page,)) and link.to in offsets:
            begin = begin_of(node) + typed[offsets.index(link.to)]
            yield Edit(begin, begin + len(link.target), led_elsewhere(link.target, "", to))


def renamed_in_patterns(tree: Tree, text: str, page: str, to: str) -> Iterator[Edit]:
    for name in SETTINGS_OF_PATHS:
        found = child(tree.root, name)
        if found and isinstance(found[1], yaml.ScalarNode):
            begin, end = begin_of(found[1]), int(found[1].end_mark.index)
            offset = begin
            for line in text[begin:end].split("\n"):
                if line.strip().lstrip("/") == page:
                    at = offset + line.index(page)
                    yield Edit(at, at + len(page), to)
                offset += len(line) + 1


def keys_above(text: str, path: str) -> tuple[Tree | None, int]:
    """Return the keys of a file, above its text or all of it, and where they begin."""
    if not path.startswith("content/"):
        return yaml_tree(File(path, text)), 0
    parts = markdown_parts(path, text)
    return parts.front, parts.front_at


def names_before(tree: Tree) -> list[str]:
    """Return the names that a page says it had."""
    found = child(tree.root, MOVED_FROM)
    return [item.value for item in found[1].value] if found and isinstance(found[1], yaml.SequenceNode) else []


def address_freed(text: str, path: str, page: str, to: str) -> list[Edit]:
    """Return what takes a name out of what says that another page was called so, since a page has it now."""
    tree, at = keys_above(text, path)
    return (
        kept_names(tree, at, [name for name in names_before(tree) if name != to])
        if tree and to in names_before(tree)
        else []
    )


def address_kept(text: str, path: str, page: str, to: str) -> list[Edit]:
    """Return what writes into the page that it had this address, so that printed codes still lead to it."""
    tree, at = keys_above(text, path)
    return kept_names(tree, at, [*(name for name in names_before(tree) if name != to), page]) if tree else []


def kept_names(tree: Tree, at: int, names: list[str]) -> list[Edit]:
    """Return what makes these the names that a page says it had. `at`: where the keys begin in the file."""
    text = tree.text
    line = f"{MOVED_FROM}: [{', '.join(names)}]\n" if names else ""
    if known := child(tree.root, MOVED_FROM):
        begin, end = begin_of_line(text, begin_of(known[0] or known[1])), after_line(text, end_of(known[1], text))
        return [Edit(at + begin, at + end, line)]
    before = child(tree.root, "blocks") or child(tree.root, "items")
    begin = begin_of_line(text, begin_of(before[0])) if before and before[0] else len(text)
    return [Edit(at + begin, at + begin, line)]


def own_lists(folder: Folder, page: str, to: str) -> None:
    """Write what names the page in the package's lists, by keys or entries, into lists of the clinic's own."""
    data = shipped("data")
    if data.resolve() == (folder.root / "data").resolve():
        return
    for file in sorted(data.rglob("*.yml")):
        path = f"data/{file.relative_to(data).as_posix()}"
        text = file.read_text("utf-8")
        tree = yaml_tree(File(path, text)) if page in text else None
        own = yaml_tree(folder.file(path)) if path in folder.files else None
        known = {name for name, _ in named_pieces(own)} if own else set()
        pieces = [
            text[begin_of(begin) : end_of(value, text)].replace(page, to)
            for name, (begin, value) in (named_pieces(tree) if tree else ())
            if name not in known and any(node.value == page for _, node in scalars_of(value, ()))
        ]
        if pieces:
            dash = "- " if tree and isinstance(tree.root, yaml.SequenceNode) else ""
            before = folder.text(path)
            begun = before + ("\n" if before and not before.endswith("\n") else "")
            folder.changed[path] = begun + "".join(f"{dash}{piece}\n" for piece in pieces)


def named_pieces(tree: Tree) -> Iterator[tuple[str, tuple[yaml.Node, yaml.Node]]]:
    """Yield the name of each key or entry of a list, and the nodes with which it begins and ends."""
    if isinstance(tree.root, yaml.MappingNode):
        yield from ((key.value, (key, value)) for key, value in tree.root.value)
    elif isinstance(tree.root, yaml.SequenceNode):
        yield from ((str(id_[1].value), (one, one)) for one in tree.root.value if (id_ := child(one, "id")))
