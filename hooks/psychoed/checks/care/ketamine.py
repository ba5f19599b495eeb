"""A page or sheet that names ketamine leads to the safety facts (C5). Its template says what ketamine is approved for."""

import posixpath
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, Source
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.subjects import first_ketamine

RULES = (Rule("safety-facts", "problem", "whatever names ketamine links to the page of rules and safety facts"),)


def check_ketamine(library: Library) -> Iterator[Problem]:
    if library.claims is None:
        return
    page = library.claims.safety_page
    for source in library.sources():
        named = None if isinstance(source, PacketSource) else first_ketamine(source, library.vocabulary)
        if named and page not in leads_to(source):
            passage, found = named
            what = f"“{found[0]}” is named, and nothing leads to the safety facts"
            instead = f"link to {page} in the text, or add it to `related`"
            yield problem_at(passage.path, passage.at(found.start()), what, instead, "safety-facts")


def leads_to(source: Source) -> set[str]:
    """Return the paths from content/ of the pages that it links to, and its own."""
    if isinstance(source, PageSource):
        folder = posixpath.dirname(source.path)
        links = {posixpath.normpath(posixpath.join(folder, link)) for link in addresses_named(source.body)}
    else:
        links = {link for _, text in source.tree.texts() for link in addresses_named(text)}
    return {*links, *source.related, source.path}


def addresses_named(text: str) -> set[str]:
    """Return the addresses in a text without the place on the page."""
    return {link.target.partition("#")[0] for link in read_markdown(text).addresses}
