"""Adds a worksheet, an article, a packet or a reading path to a clinic's folder, as a file that builds at once."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from psychoed.editing.first_settings import yaml_text
from psychoed.editing.folder import Folder
from psychoed.editing.pages import Refused, bare_name, checked_name, id_of_page, names_of
from psychoed.editing.starters import FOLDER_OF_STARTERS
from psychoed.editing.yaml_places import after_line, begin_of, begin_of_line, dash_before, end_of, yaml_tree
from psychoed.model.slugs import slug
from psychoed.reading.web.html import Edit
from psychoed.reading.yaml.tree import child, scalars_of

FOLDERS_OF_KINDS = {"worksheet": "worksheets", "packet": "packets", "path": "packets"}
"""What is written as YAML, and the folder that it stands in."""
GROUNDING = "help/pause-and-ground.md"
GROUPS = {
    "parts": "parts",
    "self": "self",
    "integration": "integration",
    "help": "help",
    "staff": "staff",
    "sleep": "sleep",
}
"""The group of an article, by the folder that it stands in; of another folder it is general."""


class Added(NamedTuple):
    """What is added: its page, its file, and where the navigation lists it."""

    page: str
    file: str


def add(folder: Folder, kind: str, typed: str, holding: Iterable[str] = ()) -> Added:
    """Write a file of this kind. `holding`: pages that a packet holds."""
    names = names_of(folder.files)
    name = checked_name(slug(bare_name(typed)) if " " in typed or typed != typed.lower() else bare_name(typed), typed)
    if kind in FOLDERS_OF_KINDS:
        name = name.rpartition("/")[2]
    page = f"{FOLDERS_OF_KINDS[kind]}/{name}.md" if kind in FOLDERS_OF_KINDS else f"{name}.md"
    if page in names.files:
        raise Refused(f"{names.files[page]} is there already; take another name")
    if kind == "article" and page.partition("/")[0] in FOLDERS_OF_KINDS.values():
        raise Refused(f"content/{page} would stand in the way of what is made there; choose another folder")
    file = f"{FOLDERS_OF_KINDS[kind]}/{name}.yml" if kind in FOLDERS_OF_KINDS else f"content/{page}"
    if (folder.root / file).exists():
        raise Refused(f"{file} is there already; take another name")
    folder.changed[file] = text_to_begin_with(kind, page, title_of(typed), packed(folder, kind, holding))
    if kind == "article":
        list_in_navigation(folder, page)
    return Added(page, file)


def title_of(typed: str) -> str:
    """Return a title for what somebody calls “A calm hour” or calm-hour."""
    words = typed.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".md").removesuffix(".yml")
    words = words if " " in words or words != words.lower() else words.replace("-", " ")
    return words[:1].upper() + words[1:]


def text_to_begin_with(kind: str, page: str, title: str, items: str) -> str:
    name = "article.md" if kind == "article" else f"{kind}.yml"
    text = (FOLDER_OF_STARTERS / "templates" / name).read_text("utf-8")
    first = page.partition("/")[0]
    filled = {
        "{title}": yaml_text(title),
        "{items}": items,
        "{audience}": "staff" if first == "staff" else "client",
        "{group}": GROUPS.get(first, "general"),
        "{pause}": posixpath.relpath(GROUNDING, posixpath.dirname(page) or "."),
    }
    for gap, words in filled.items():
        text = text.replace(gap, words)
    return text


def packed(folder: Folder, kind: str, holding: Iterable[str]) -> str:
    """Return the items of a packet: those that are named, or else the first that is there."""
    if kind not in ("packet", "path"):
        return ""
    names = names_of(folder.files)
    pages = [names.found(one) for one in holding] or [GROUNDING]
    by = "\n    by: week-1" if kind == "path" else ""
    lines = [f"{item_line(page)}\n    why: Why it is in here, in a sentence.{by}" for page in pages]
    return "\n".join(lines)


def item_line(page: str) -> str:
    if page.startswith("packets/"):
        raise Refused("a packet does not hold another packet; name its sheets and articles")
    return f"  - worksheet: {id_of_page(page)}" if page.startswith("worksheets/") else f"  - article: {page}"


def list_in_navigation(folder: Folder, page: str) -> None:
    """List an article behind the last one of its folder, or in a section of its own before the worksheets."""
    staff = page.startswith("staff/")
    path = "mkdocs.staff.yml" if staff else "mkdocs.yml"
    tree = yaml_tree(folder.file(path)) if path in folder.files else None
    text = folder.text(path)
    above = child(tree.root, "extra") if tree and staff else None
    found = child(above[1] if above else tree.root, "more_nav" if staff else "nav") if tree else None
    if staff and above and not found:
        at = after_line(text, end_of(above[1], text))
        ending = "" if text[:at].endswith("\n") else "\n"
        folder.edit(path, [Edit(at, at, f"{ending}  more_nav:\n    - For staff:\n        - {page}\n")])
    elif found and isinstance(found[1], yaml.SequenceNode) and not found[1].flow_style:
        folder.edit(path, [entry_in(found[1], text, page)])
    else:
        raise Refused(f"{path} has no list `nav` with a line for each page; write one, then add the article again")


def entry_in(nav: yaml.SequenceNode, text: str, page: str) -> Edit:
    """Return what writes the entry of a page into the navigation."""
    near = [
        node
        for _, node in scalars_of(nav, ())
        if posixpath.dirname(node.value) == posixpath.dirname(page) and "/" in page
    ]
    for node in reversed(near):
        dash = dash_before(text, begin_of(node))
        if not text[begin_of_line(text, dash) : dash].strip():
            at = after_line(text, end_of(node, text))
            ending = "" if text[:at].endswith("\n") else "\n"
            return Edit(at, at, f"{ending}{text[begin_of_line(text, dash) : dash]}- {page}\n")
    last = next(
        (item for item in nav.value if any(node.value == "worksheets/index.md" for _, node in scalars_of(item, ()))),
        None,
    )
    dash = dash_before(text, begin_of(last or nav.value[-1]))
    at = begin_of_line(text, dash)
    indent = text[at:dash]
    section = page.rpartition("/")[0].rpartition("/")[2].replace("-", " ").capitalize()
    entry = f"{indent}- {section}:\n{indent}    - {page}\n" if section else f"{indent}- {page}\n"
    return Edit(at, at, entry)
