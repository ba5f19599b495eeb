"""Links and pictures of pages and sheets: the form of every address, and whether a Markdown one leads to something.

What only the built site can tell (anchors, raw HTML, templates, PDFs) is checked there: checks/site/.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from psychoed.checks.rules import Rule
from psychoed.library.added_files import AddedFiles
from psychoed.library.library import Library, handouts
from psychoed.library.sources import in_body
from psychoed.model.file_addresses import address_in_site, addresses_of, file_address, linked_file
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.links import MarkdownLink
from psychoed.reading.problem import Fault, Problem, nearest
from psychoed.reading.web.address import form_fault, is_outside, squeezed
from psychoed.reading.yaml.tree import Tree

RULES = (
    Rule("broken-link", "problem", "every link leads to something that is there"),
    Rule("link-form", "problem", "every address is whole, and written as Markdown wants it"),
    Rule("insecure-link", "problem", "links to other sites begin with https:"),
    Rule("unsafe-address", "problem", "no address runs a program or holds a file itself"),
)
MADE_FOLDERS = ("assets/", "packets/", "worksheets/")
"""Folders in which the build makes files of its own."""
WEB_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


class Targets(NamedTuple):
    """What the links of one page may lead to, as paths from content/."""

    page: str
    known: frozenset[str]
    """Pages, and what is printed of them."""
    every: frozenset[str]
    """With the pages of the other edition."""
    files: frozenset[str]
    """Files beside pages, as their authors call them."""
    left_out: Mapping[str, Fault]
    """Files that are no part of the site, each with the reason."""
    moved: Mapping[str, str]
    """What pages are called now, by the names that they had."""

    def resolved(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path))

    def has_file(self, path: str) -> bool:
        """Return True if there is this file, by whichever of its names."""
        return file_address(path) in addresses_of(self.files)

    def relative(self, path: str) -> str:
        return posixpath.relpath(path, posixpath.dirname(self.page) or ".")


def check_links(library: Library, added: Mapping[str, AddedFiles]) -> Iterator[Problem]:
    beside = added["content"]
    files = frozenset({*beside.published, *beside.refused})
    moved = {name: source.path for source in library.sources() for name in source.moved_from}
    known = {public: library.known_paths(public=public) | handouts(library, public=public) for public in (True, False)}
    for source in library.pages.values():
        targets = Targets(source.path, known[not source.staff_only], known[False], files, beside.left_out, moved)
        for fault in markdown_faults(source.body, targets):
            yield fault.problem(source.tree.path, in_body(source, fault.at))
    for tree in library.written():
        yield from malformed_links(tree)


def malformed_links(tree: Tree) -> Iterator[Problem]:
    """Yield the links of texts whose address is not whole. Whether their pages exist is asked with all that a sheet
    names (checks/links/references.py)."""
    for _, text in tree.placed_texts():
        for link in read_markdown(text.text).links:
            if "{{" not in link.target and (fault := form_fault(link.target)):
                yield fault.problem(tree.path, text.at(link.to))


def markdown_faults(body: str, targets: Targets) -> Iterator[Fault]:
    for link in read_markdown(body).addresses:
        if "{{" not in link.target and (fault := markdown_fault(link, targets)):  # settings are filled in later
            yield fault._replace(at=link.to)


def markdown_fault(link: MarkdownLink, targets: Targets) -> Fault | None:
    mail = link.how == "autolink" and "@" in link.target and ":" not in link.target
    if fault := form_fault(f"mailto:{link.target}" if mail else address_in_site(link.target)):
        what = "the picture has no address" if link.how == "image" and not link.target.strip() else fault.what
        return Fault(what, fault.instead, fault.rule)
    if mail or is_outside(link.target):
        return None
    named = linked_file(link.target)
    path = named.path if named else unquote(urlsplit(squeezed(link.target)).path)
    if not path:
        return picture_fault(link)
    return picture_fault(link) or target_fault(link.target, path, targets)


def picture_fault(link: MarkdownLink) -> Fault | None:
    path = urlsplit(address_in_site(link.target)).path
    if link.how != "image" or posixpath.splitext(path)[1].lower() in WEB_PICTURES:
        return None
    return Fault(
        f"“{link.target}” is not a picture",
        f"write the path of a file with one of {', '.join(WEB_PICTURES)}",
        "link-form",
    )


def target_fault(typed: str, path: str, targets: Targets) -> Fault | None:
    if path.startswith("/"):
        known = same_page(path.strip("/"), targets)
        instead = (
            f"write {targets.relative(known)}"
            if known
            else "write the path from this page, with ../ for each folder up"
        )
        return Fault(f"“{typed}” begins at the top of the web server", instead, "link-form")
    to = targets.resolved(path)
    if to.startswith(".."):
        return Fault(f"“{typed}” leads out of the site", suggested_target(path, targets), "broken-link")
    if to in targets.known or targets.has_file(to):
        return None
    if reason := next((why for path, why in targets.left_out.items() if file_address(path) == file_address(to)), None):
        return Fault(f"“{typed}” is not part of the site", reason.instead, "broken-link")
    if to in targets.every:
        return Fault(f"“{typed}” is in the staff edition only", "take the link out of this public page", "broken-link")
    if to.endswith((".yml", ".yaml")) and to.startswith(MADE_FOLDERS):
        return Fault(f"“{typed}” is a file that no page is", f"write {path.rpartition('.')[0]}.md", "broken-link")
    if not to.endswith(".md") and to.startswith(MADE_FOLDERS) and posixpath.splitext(to)[1]:
        return None
    return missing_target(typed, path, to, targets)


def missing_target(typed: str, path: str, to: str, targets: Targets) -> Fault:
    known = same_page(to, targets)
    if targets.moved.get(to) in targets.known:
        now = targets.relative(targets.moved[to])
        return Fault(f"“{typed}” has another name now", f"write {now}", "broken-link")
    if known and known.lower() == to.lower():
        return Fault(f"“{typed}” differs from the file in capitals", f"write {targets.relative(known)}", "broken-link")
    if known and not to.endswith(".md"):
        what = f"“{typed}” is not how Markdown names a page"
        return Fault(what, f"write {targets.relative(known)}", "link-form")
    kind = "page" if to.endswith(".md") else "picture" if to.lower().endswith(WEB_PICTURES) else "page or file"
    return Fault(f"there is no {kind} “{typed}”", suggested_target(path, targets), "broken-link")


def same_page(to: str, targets: Targets) -> str | None:
    """Return the file that an address means which names it as the built site does, or in other capitals."""
    bare = to.removesuffix("index.html").removesuffix(".html").removesuffix(".md").strip("/")
    known = {path.lower(): path for path in (*targets.files, *targets.known)}
    forms = (to, f"{bare}.md", f"{bare}/index.md" if bare not in ("", ".") else "index.md")
    return next((known[form.lower()] for form in forms if form.lower() in known), None)


def suggested_target(path: str, targets: Targets) -> str:
    """Return what to write instead: the nearest by its own name, then by its whole path."""
    known = sorted({*targets.known, *targets.files} - {targets.page})
    by_name = {posixpath.basename(one): one for one in reversed(known)}
    close = nearest(posixpath.basename(path.rstrip("/")), by_name)
    found = by_name[close] if close else nearest(targets.resolved(path), known)
    return (
        f"did you mean “{targets.relative(found)}”?"
        if found
        else "write the path from this page, such as ../parts/protectors.md"
    )
