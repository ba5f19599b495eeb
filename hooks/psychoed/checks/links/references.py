"""Names that must lead somewhere: pages, worksheets, sources."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import STAFF_FOLDER, PageSource, Source, in_body
from psychoed.model.article import Home
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Fault, Position, Problem, problem_at, suggestion
from psychoed.reading.web.address import form_fault, is_outside
from psychoed.reading.yaml.tree import Keys, Tree

RULES = (Rule("references", "fixed", "pages and sources that are named are there, and may be named"),)
SOURCES_FILE = "data/sources.yml"
A_PATH = "write a path from content/, such as parts/protectors.md"
AN_ADDRESS = f"write https://…, tel:…, sms:… or mailto:…; for a page of the site, {A_PATH}"


def check_references(library: Library) -> Iterator[Problem]:
    for source in library.sources():
        public = not source.staff_only
        yield from wrong_related_pages(source, library, public=public)
        yield from wrong_sources(source.tree, source.cites, library, public=public)
        yield from wrong_earlier_names(source, library)
        if isinstance(source, PageSource):
            yield from wrong_names_in_page(source, library, public=public)
        else:
            yield from broken_links_in_texts(source.tree, library, public=public)
    for fact in library.facts_in_use():  # quoted on public pages, so that its sources must have been read
        yield from wrong_sources(fact.at, fact.value.sources, library, public=True)
    for one in library.care_lists_in_use():
        for number, item in enumerate(one.value.items):
            yield from wrong_sources(one.at, item.sources, library, public=True, within=("items", number))


def wrong_names_in_page(source: PageSource, library: Library, *, public: bool) -> Iterator[Problem]:
    """Yield what is wrong with what an article cites, and with where the doors of the home page lead."""
    if source.article:
        yield from wrong_citations(source, library, public=public)
    if isinstance(source.page, Home):
        for number, door in enumerate(source.page.doors):
            public = not door.to.startswith(STAFF_FOLDER)
            yield from wrong_page(source.tree, ("doors", number, "to"), door.to, library, public=public)


def wrong_page(tree: Tree, keys: Keys, path: str, library: Library, *, public: bool) -> Iterator[Problem]:
    if fault := no_such_page(path, library, public=public):
        yield fault.problem(tree.path, tree.position(keys))


def wrong_earlier_names(source: Source, library: Library) -> Iterator[Problem]:
    """Yield the names that a page cannot have had, since a page has them now, or another one says the same of itself."""
    for number, name in enumerate(source.moved_from):
        others = [one for one in library.sources() if name in one.moved_from and one is not source]
        at = source.tree.position(("moved_from", number))
        if name in library.known_paths(public=False):
            yield problem_at(source.tree.path, at, f"“{name}” is still there", "take it out, or rename that page")
        elif others and others[0].tree.path < source.tree.path:
            what = f"“{name}” leads to {others[0].tree.path} already"
            yield problem_at(source.tree.path, at, what, "keep it in one of the two")


def new_name(path: str, library: Library, *, public: bool) -> str | None:
    """Return what a page is called now, where somebody has renamed it."""
    named = (source for source in library.sources() if path in source.moved_from)
    return next((source.path for source in named if not (public and source.staff_only)), None)


def no_such_page(path: str, library: Library, *, public: bool) -> Fault | None:
    known = library.known_paths(public=public)
    if path in known:
        return None
    if path in library.known_paths(public=False):
        return Fault(f"“{path}” is in the staff edition only", "take it out, or move it to clinician_note")
    if name := new_name(path, library, public=public):
        return Fault(f"“{path}” has another name now", f"write {name}")
    return Fault(f"there is no page “{path}”", suggestion(path, known, f"{A_PATH}, or take it out"))


def wrong_related_pages(source: Source, library: Library, *, public: bool) -> Iterator[Problem]:
    tree = source.tree
    for number, path in enumerate(source.related):
        keys = ("related", number)
        yield from wrong_page(tree, keys, path, library, public=public)
        if path == source.path or path in source.related[:number]:
            what = "this page names itself" if path == source.path else f"“{path}” stands here twice"
            yield problem_at(tree.path, tree.position(keys), what, "take it out")


def source_fault(name: str, library: Library, *, public: bool) -> Fault | None:
    if library.unread & {name, SOURCES_FILE}:
        return None
    citation = library.citations.get(name)
    if citation is None:
        return Fault(
            f"there is no source “{name}” in {SOURCES_FILE}",
            suggestion(name, library.citations, "add it there, or cite another"),
        )
    if public and not citation.value.may_be_cited:
        what = f"nobody has checked the source “{name}” (its mark is memory)"
        return Fault(what, f"cite another, or check it and write checked_by and checked_on in {SOURCES_FILE}")
    return None


def wrong_sources(
    tree: Tree, names: tuple[str, ...], library: Library, *, public: bool, within: Keys = ()
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if fault := source_fault(name, library, public=public):
            yield fault.problem(tree.path, tree.position((*within, "sources", number)))


def wrong_citations(source: PageSource, library: Library, *, public: bool) -> Iterator[Problem]:
    found = read_markdown(source.body)
    own = {note.name for note in found.footnotes}
    for note in found.notes:
        fault = source_fault(note.name, library, public=public) if note.is_one_word else None
        if fault:
            fault = own_note(note.name) if note.name in own and note.name not in library.citations else fault
            yield fault.problem(source.tree.path, in_body(source, note.at))


def own_note(name: str) -> Fault:
    what = f"“[^{name}]” is a note that this page writes out itself, and only sources of {SOURCES_FILE} have notes"
    return Fault(what, f"write its words in the text, in parentheses, or as a source in {SOURCES_FILE}")


def broken_links_in_texts(tree: Tree, library: Library, *, public: bool) -> Iterator[Problem]:
    """Yield links in the texts of a worksheet or a packet that lead nowhere: paths from content/, wherever it is
    printed."""
    for keys, text in tree.placed_texts():
        for link in read_markdown(text.text).links:
            if (
                link.how != "autolink"
                and "{{" not in link.target
                and not form_fault(link.target)
                and not is_outside(link.target)
            ):
                may_be = public and keys[0] != "clinician_note"
                yield from wrong_link(tree.path, text.at(link.to), link.target, library, may_be)


def wrong_link(path: str, at: Position, href: str, library: Library, public: bool) -> Iterator[Problem]:
    """Yield the Problem of a link that leads nowhere. The form of an address is judged with those of pages
    (checks/links/pages.py)."""
    page = href.partition("#")[0]
    if page.endswith(".md"):
        if fault := no_such_page(page, library, public=public):
            yield fault.problem(path, at)
    else:
        yield problem_at(path, at, f"the link “{href}” leads nowhere", AN_ADDRESS)
