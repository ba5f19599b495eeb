"""Names that must lead somewhere: pages, worksheets, sources, settings."""

import re
from collections.abc import Iterator

from library.article import Article, Home
from library.library import Library, PageSource, Sheet
from library.problem import Position, Problem, problem_at, suggestion
from library.richtext import elements, parse
from library.source import place_in
from library.yamltree import Keys, Tree

CITED = re.compile(r"\[\^([^\]\s]+)\](?!:)")
BRACES = re.compile(r"\{\{\s*(.*?)\s*\}\}")
SCHEMES = ("https://", "mailto:", "tel:", "sms:")


def check_references(library: Library) -> Iterator[Problem]:
    for sheet in library.sheets.values():
        yield from related_pages(sheet.tree, sheet.worksheet.related, library)
        yield from listed_sources(sheet.tree, sheet.worksheet.sources, library, public=not sheet.worksheet.staff_only)
        yield from links_of(sheet, library)
        yield from settings_in_tree(sheet.tree, library)
    for source in library.pages.values():
        page = source.page
        yield from settings_in_tree(source.tree, library)
        yield from settings_in_body(source, library)
        if isinstance(page, Article):
            yield from related_pages(source.tree, page.related, library)
            yield from listed_sources(source.tree, page.sources, library, public=page.audience == "client")
            yield from citations(source, page, library)
        if isinstance(page, Home):
            for number, door in enumerate(page.doors):
                yield from missing_page(source.tree, ("doors", number, "to"), door.to, library)
    for fact in library.facts.values():
        for name in fact.sources:
            if name not in library.sources:
                yield problem_at("data/dated-facts.yml", Position(), *unknown_source(name, library))


def known_pages(library: Library) -> set[str]:
    """Paths that a text may name. A page with a Problem of its own counts, so that it is not reported twice."""
    return {*library.pages, *(f"worksheets/{name}.md" for name in library.sheets), *library.unread}


def missing_page(tree: Tree, keys: Keys, path: str, library: Library) -> Iterator[Problem]:
    known = known_pages(library)
    if path not in known:
        yield problem_at(tree.path, tree.position(keys), f"there is no page “{path}”", suggestion(path, known))


def related_pages(tree: Tree, paths: tuple[str, ...], library: Library) -> Iterator[Problem]:
    for number, path in enumerate(paths):
        yield from missing_page(tree, ("related", number), path, library)


def unknown_source(name: str, library: Library) -> tuple[str, str]:
    return f"there is no source “{name}” in data/sources.yml", suggestion(name, library.sources)


def source_fault(name: str, library: Library, *, public: bool) -> tuple[str, str] | None:
    source = library.sources.get(name)
    if source is None:
        return unknown_source(name, library)
    if public and not source.may_be_cited:
        what = f"nobody has checked the source “{name}” (its mark is memory)"
        return what, "cite another, or check it and write checked_by and checked_on in data/sources.yml"
    return None


def listed_sources(tree: Tree, names: tuple[str, ...], library: Library, *, public: bool) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if fault := source_fault(name, library, public=public):
            yield problem_at(tree.path, tree.position(("sources", number)), *fault)


def citations(source: PageSource, page: Article, library: Library) -> Iterator[Problem]:
    for found in CITED.finditer(source.body):
        if fault := source_fault(found[1], library, public=page.audience == "client"):
            yield problem_at(source.tree.path, in_body(source, found.start()), *fault)


def in_body(source: PageSource, offset: int) -> Position:
    at = place_in(source.body, offset)
    return Position(at.line + source.body_line - 1, at.column)


def settings_in_body(source: PageSource, library: Library) -> Iterator[Problem]:
    for found in BRACES.finditer(source.body):
        if found[1] not in library.quotes():
            yield problem_at(source.tree.path, in_body(source, found.start()), *unknown_setting(found, library))


def settings_in_tree(tree: Tree, library: Library) -> Iterator[Problem]:
    for keys, text in tree.texts():
        for found in BRACES.finditer(text):
            if found[1] not in library.quotes():
                yield problem_at(tree.path, tree.position(keys), *unknown_setting(found, library))


def unknown_setting(found: re.Match[str], library: Library) -> tuple[str, str]:
    return f"“{found[0]}” is not a setting that can be quoted", suggestion(found[1], library.quotes())


def links_of(sheet: Sheet, library: Library) -> Iterator[Problem]:
    """Links in a worksheet's texts. They are paths from content/, wherever the sheet is printed."""
    known = known_pages(library)
    for keys, text in sheet.tree.texts():
        for link in elements(parse(text)) if "](" in text else ():
            if link.tag != "a" or link.href.startswith(SCHEMES):
                continue
            page = link.href.partition("#")[0]
            if page not in known:
                what = f"the link “{link.href}” leads nowhere" if link.href else "a link has no address"
                yield problem_at(sheet.tree.path, sheet.tree.position(keys), what, suggestion(page, known))
