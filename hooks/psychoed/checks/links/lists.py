"""Addresses in the lists of data/: where to read a source, and how to reach a help line. All else there is plain words."""

import re
from collections.abc import Iterator

from psychoed.library.library import Library
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Problem, problem_at
from psychoed.reading.web.address import form_fault
from psychoed.reading.yaml.tree import Tree

ADDRESS_KEYS = {"locator", "href"}
DOI = re.compile(r"doi:10\.\d{4,9}/\S+$")


def check_listed_links(library: Library) -> Iterator[Problem]:
    for tree in library.listed("sources", "help-lines"):
        yield from malformed_addresses(tree)
    for tree in library.listed("sources", "help-lines", "glossary", "dated-facts"):
        yield from links_in_plain_words(tree)


def malformed_addresses(tree: Tree) -> Iterator[Problem]:
    """Yield the addresses that are not whole. A locator may also be a doi, the number of a book or of a trial."""
    for keys, text in tree.placed_texts():
        if not ADDRESS_KEYS.intersection(map(str, keys[-1:])):
            continue
        like_a_link = "//" in text.text or text.text.startswith(("www.", "mailto:"))
        if like_a_link and (fault := form_fault(text.text)):
            yield fault.problem(tree.path, text.start)
        elif text.text.startswith("doi:") and not DOI.match(text.text):
            what = f"“{text.text}” is not the number of an article"
            yield problem_at(tree.path, text.start, what, "write it as in doi:10.1000/182", "link-form")


def links_in_plain_words(tree: Tree) -> Iterator[Problem]:
    for _, text in tree.placed_texts():
        for link in read_markdown(text.text).links:
            if link.how == "autolink":
                continue
            what = "a link stands in a list whose texts are shown as plain words"
            yield problem_at(tree.path, text.at(link.at), what, "write the words alone", "link-form")
