"""The marks around links: references and footnotes without an end, words that were meant as a link, and empty names."""

import re
from collections.abc import Iterator
from itertools import accumulate

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, in_body
from psychoed.model.article import Article
from psychoed.model.language import Vocabulary
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.links import BracketedName, label
from psychoed.reading.markdown.visible import says_nothing
from psychoed.reading.problem import Fault, Problem, nearest, problem_at, suggestion
from psychoed.reading.yaml.tree import Tree

RULES = (
    Rule("undefined-reference", "problem", "every [words][name] has a line that says where it leads"),
    Rule("unused-reference", "problem", "every line that defines a reference or a note is used, and stands there once"),
    Rule("link-marks", "problem", "brackets and parentheses of a link stand as Markdown wants them"),
    Rule("lone-brackets", "advice", "words in brackets are a link, or mean the brackets themselves"),
    Rule("link-words", "problem", "every link has words"),
)
LIKE_AN_ADDRESS = r"(?:[a-z]{2,8}:/{0,2}[^\s()\[\]]+|\.{0,2}/?[\w./%-]*(?:\.(?:md|html?|pdf|png|jpe?g|svg|gif|webp)|/)(?:#[\w-]*)?|#[\w-]+)"
MISTYPED = r"(?:h?tt?ps?|hh+ttps?|h?t{3,}ps?|htps?|hpt+s?|http?ss+)(?<!http)(?<!https)(?::/{1,3}|;//|//)|https?(?:;//|//|:/(?!/)|:///)"
AFTER_WORDS = "write [words](address), without a space between"
MEANT_AS_LINKS = (
    (re.compile(r"(\[url=[^\]\s]+\])"), "this is how another program writes a link", "write [words](address)"),
    (re.compile(r"(?<!=)(\"[^\"\n]{1,80}\":https?:)"), "this is how another program writes a link", "write [words](address)"),
    (re.compile(r"^(\*\[[^\]\n]+\]:)", re.MULTILINE), "short forms are not explained here", "explain it in data/glossary.yml"),
    (re.compile(rf"\](\s+)\({LIKE_AN_ADDRESS}\)"), "a space parts the words of this link from its address", AFTER_WORDS),
    (re.compile(rf"\)(\[{LIKE_AN_ADDRESS}\])"), "the brackets and parentheses of this link are swapped", AFTER_WORDS),
    (re.compile(r"(\((?:https?://|mailto:|tel:)[^\s()]+\)\[[^\]\n]+\])"), "the address of this link stands before its words", "write [words](address)"),
    (re.compile(rf"(?<=\])(\{{{LIKE_AN_ADDRESS}\}})"), "braces stand around the address of this link", AFTER_WORDS),
    (re.compile(rf"(\[[^\[\]()\n]+\({LIKE_AN_ADDRESS}\))(?!\s*\])"), "the brackets of this link are never closed", AFTER_WORDS),
    (re.compile(r"(\[\[(?!_?TOC_?\])[^\[\]\n]+\]\])(?!\()"), "this is how another program writes a link", "write [words](address)"),
    (re.compile(r"(--8<--|\{![^{}\n]{1,200}!\}|\{%[^{}\n]{1,200}%\})"), "nothing is put in here when the site is built", "write the words themselves"),
    (re.compile(rf"(?<![\w(<\"'=/:\[])({MISTYPED}[\w-]+\.[\w./-]+)"), "this address is mistyped", "write [words](https://…)"),
    (re.compile(r"!(\s+)\[[^\]\n]*\]\("), "a space stands behind the exclamation mark of this picture", "take it out"),
    (re.compile(rf"!(\([^()\n]*\)\({LIKE_AN_ADDRESS}\))"), "round brackets stand around the words of this picture", "write ![words](address)"),
    (re.compile(r"(?<![\[^\w])(\[S-[A-Z0-9]+\])(?![\[(:])"), "this citation lacks its ^", "write it as [^S-…]"),
    (re.compile(r"(?<!\[)(\^\[[^\]\n]*\])"), "the ^ of this footnote stands outside its brackets", "write it as [^S-…]"),
)  # fmt: skip
OF_OTHERS = re.compile(r"[a-z][\w-]*[ ]+[\w-]+=[\"']")
"""[gallery ids="1,2"], of which something else is said (checks/writing/foreign_marks.py)."""


def check_link_marks(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        for fault in sorted(set(faults_of_page(source, library.vocabulary))):
            yield fault.problem(source.tree.path, in_body(source, fault.at))
        for note in read_markdown(source.body).footnotes:
            if wrong := footnote_fault(note, source, library):
                yield wrong.problem(source.tree.path, in_body(source, note.at))
    for tree in library.written():
        yield from faults_in_texts(tree)


def faults_in_texts(tree: Tree) -> Iterator[Problem]:
    """Yield what is wrong in worksheets and packets, which have no references and no footnotes: their sources are
    listed."""
    for _, text in tree.placed_texts():
        found = read_markdown(text.text)
        for fault in [*undefined_in_sheet(found), *meant_as_links(found), *wordless_links(found)]:
            yield fault.problem(tree.path, text.at(fault.at))
        for note in found.notes:
            what = "a sheet prints its sources at its end, and no notes"
            instead = "name the source under `sources:`, and take this out"
            yield problem_at(tree.path, text.at(note.at), what, instead, "undefined-reference")


def faults_of_page(source: PageSource, vocabulary: Vocabulary) -> Iterator[Fault]:
    found = read_markdown(source.body)
    yield from undefined_references(found)
    yield from unused_definitions(found)
    yield from note_faults(found, article=isinstance(source.page, Article))
    yield from meant_as_links(found)
    yield from nested_links(found)
    yield from lone_brackets(found, vocabulary)
    yield from wordless_links(found)


def undefined_references(found: Document) -> Iterator[Fault]:
    defined = {label(one.words): one.words for one in found.definitions}
    for use in found.references:
        if label(use.name) not in defined:
            otherwise = f"write a line [{use.name}]: and the address, or put the address in parentheses"
            what = f"nothing says where “[{use.name}]” leads"
            yield Fault(what, suggestion(use.name, defined.values(), otherwise), "undefined-reference", at=use.at)


def undefined_in_sheet(found: Document) -> Iterator[Fault]:
    """Yield all references: a text of a sheet has no lines that define them."""
    for use in found.references:
        what = f"nothing says where “[{use.name}]” leads"
        yield Fault(
            what, "put the address in parentheses: [words](parts/protectors.md)", "undefined-reference", at=use.at
        )


def unused_definitions(found: Document) -> Iterator[Fault]:
    """Yield definitions that nothing uses. A name that was likely meant by a misspelled one is not blamed as well."""
    defined = [label(one.words) for one in found.definitions]
    names = {label(use.name) for use in found.references}
    used = names | {close for name in names.difference(defined) if (close := nearest(name, defined))}
    seen: set[str] = set()
    for one in found.definitions:
        name = label(one.words)
        if name in seen:
            yield Fault(f"“[{one.words}]:” stands here twice", "keep one of the two", "unused-reference", at=one.at)
        elif name not in used:
            what = f"no link uses “[{one.words}]:”"
            yield Fault(what, "take the line out, or write [words][" + one.words + "]", "unused-reference", at=one.at)
        seen.add(name)


def note_faults(found: Document, *, article: bool) -> Iterator[Fault]:
    """Yield notes that cannot name a source. Which sources exist is asked where sources are checked
    (checks/links/references.py)."""
    for note in found.notes:
        if not note.is_one_word:
            what = f"“[^{note.name}]” names no source"
            yield Fault(
                what, "write the id of a source without spaces, as in [^S-FDA2023]", "undefined-reference", at=note.at
            )
        elif not article:
            yield Fault("only articles print their sources", "cite it in an article", "undefined-reference", at=note.at)


def footnote_fault(note: BracketedName, source: PageSource, library: Library) -> Fault | None:
    """Return what is wrong with a line that writes a note out. One that is cited and no source is named where it is
    cited (checks/links/references.py)."""
    if note.name not in {cited.name for cited in read_markdown(source.body).notes}:
        return Fault(f"nothing cites the footnote “[^{note.name}]:”", "take it out", "unused-reference")
    if note.name in library.citations:
        what = f"the footnote “[^{note.name}]:” is written out here"
        return Fault(what, "take the line out; the build writes it from data/sources.yml", "unused-reference")
    return None


def meant_as_links(found: Document) -> Iterator[Fault]:
    addresses = {link.to for link in found.addresses}
    for pattern, what, instead in MEANT_AS_LINKS:
        for one in pattern.finditer(found.bare):
            if one.start(1) not in addresses:  # an address is judged by itself (checks/links/pages.py)
                yield Fault(what, instead, "link-marks", at=one.start(1))
    for offset in found.unclosed:
        yield Fault("the address of this link is never closed", "add the closing parenthesis", "link-marks", at=offset)


def nested_links(found: Document) -> Iterator[Fault]:
    links = [link for link in found.links if link.how == "link"]
    ends = accumulate((link.to for link in links), max)
    for inner in (link for link, end in zip(links[1:], ends, strict=False) if link.at < end):
        what = f"the link to “{inner.target}” stands inside the words of another"
        yield Fault(what, "let one of them end before the other begins", "link-marks", at=inner.at)


def lone_brackets(found: Document, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Yield pictures whose address is forgotten, and words in brackets that may be a link whose address is."""
    known = {label(one.words) for one in found.definitions}.union(vocabulary.in_brackets)
    for one in found.lone_brackets:
        if label(one.words) in known or OF_OTHERS.match(one.words) or (one.words.isupper() and not one.image):
            continue
        if one.image:
            what, instead = "this picture has no address", "write it in parentheses behind the words"
            yield Fault(what, instead, "link-marks", at=one.at)
        else:
            what = f"the brackets around “{one.words}” lead nowhere"
            instead = "write (address) behind them, or \\[ where you mean the bracket itself"
            yield Fault(what, instead, "lone-brackets", at=one.at)


def wordless_links(found: Document) -> Iterator[Fault]:
    for link in found.links:
        if link.how == "link" and says_nothing(link.words):
            yield Fault(
                f"the link to “{link.target}” has no words",
                "write what the reader finds there",
                "link-words",
                at=link.at,
            )
