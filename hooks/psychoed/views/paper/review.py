"""A review packet as paper draws it: pages and sheets, what each claims beside its sources, what was excused, a form."""

import re
from collections.abc import Iterator, Sequence

from psychoed.checks.care.claims import claim_in
from psychoed.checks.dates.questions import line_asked_of
from psychoed.checks.dates.waiting import version_reviewed
from psychoed.checks.exceptions import Allowance, allowances
from psychoed.checks.registry import rules_of
from psychoed.library.library import Library, TemplateWords, long_date
from psychoed.library.sources import PageSource, SheetSource, cited_in
from psychoed.model.worksheet import Review, ReviewQuestion
from psychoed.reading.markdown.richtext import fingerprint, inline, plain_text, quoted
from psychoed.views.article import reference
from psychoed.views.data import Data, as_data, running_title, with_count
from psychoed.views.packet import prefixed
from psychoed.views.paper.documents import Documents
from psychoed.views.sheet import review_state
from psychoed.words.passages import Passage, sections, sentences
from psychoed.words.subjects import read_by_clients

Reviewable = PageSource | SheetSource
ANSWERS = ("agreed", "changes", "not")
"""What the PDF stores of an answer, in the order of the words for them."""


def review_view(chosen: Sequence[Reviewable], library: Library, documents: Documents) -> Data:
    """Return the whole packet."""
    words = library.words["reviews"]["paper"]
    excused = list(allowances(library))
    versions = [version_reviewed(source, library) for source in chosen]
    title = f"{words['title']}, {long_date(library.today, library.words)}"
    return {
        "kind": "review",
        "plain_title": title,
        "running_title": running_title(title),
        "title": words["title"],
        "made": long_date(library.today, library.words),
        "count": with_count(words["count"], len(chosen)),
        "version": fingerprint("".join(versions), {}),
        "review": "",
        "review_short": words["title"],
        "landscape": False,
        "url": "",
        "address": "",
        "qr": "",
        "entries": [
            entry_of(number, source, version, library)
            for number, (source, version) in enumerate(zip(chosen, versions, strict=True), 1)
        ],
        "documents": [prefixed(documents.document_of(source), page_of_source(source)) for source in chosen],
        "rests_on": [what_it_rests_on(source, library, excused) for source in chosen],
        "form": {key: field(f"review-{key}", words[key]) for key in ("name", "role", "date", "signature")},
    }


def page_of_source(source: Reviewable) -> str:
    return source.path.removesuffix(".md")


def title_read(source: Reviewable, library: Library) -> str:
    return plain_text(quoted(source.title, library.quotes()))


def entry_of(number: int, source: Reviewable, version: str, library: Library) -> Data:
    """Return a page as the list and the form name it, with the fields of its answer."""
    words, title, name = library.words["reviews"]["paper"], title_read(source, library), page_of_source(source)
    return {
        "number": number,
        "title": title,
        "file": source.tree.path,
        "version": version,
        "review": review_state(source.review or Review(), library),
        "answer": field(f"{name}@{version}.answer", f"{number}, {title}", "one", ANSWERS),
        "remarks": field(f"{name}@{version}.remarks", f"{number}, {title}, {words['remarks']}", "lines"),
    }


def field(name: str, label: str, kind: str = "text", values: Sequence[str] = ()) -> Data:
    return {"name": name, "label": label, "kind": kind, "values": list(values)}


def what_it_rests_on(source: Reviewable, library: Library, excused: Sequence[Allowance]) -> Data:
    """Return what a reader of the page itself does not see at one glance."""
    words = library.words["reviews"]["paper"]
    lines = source.tree.text.split("\n")
    asked = {rule.id: rule.asks for rule in rules_of(library)}
    page = source.article if isinstance(source, PageSource) else None
    claimed = [
        {"says": said, "sources": [source_named(id_, library) for id_ in ids]}
        for said, ids in claims_of(source, library)
    ]
    named = set(cited_in(source.body)) if isinstance(source, PageSource) else set()
    return {
        "asked": [asked_of_reviewer(question, source, words) for question in source.ask_reviewer],
        "claims": claimed,
        "more": [source_named(id_, library) for id_ in source.cites if id_ not in named],
        "evidence": [[claim, words["labels"][label]] for claim, label in page.evidence.items()] if page else [],
        "excused": [
            {"rule": asked.get(one.rule) or one.rule, "reason": one.reason, "says": excused_words(lines, one)}
            for one in excused
            if one.path == source.tree.path
        ],
    }


def asked_of_reviewer(question: ReviewQuestion, source: Reviewable, words: TemplateWords) -> Data:
    """Return a question of the writers, with the words it is about and the line of the file on which they stand."""
    line = line_asked_of(question, source) if question.at else 0
    return {"asks": question.asks, "at": str(words["at_line"]).format(words=question.at, line=line) if line else ""}


def source_named(id_: str, library: Library) -> Data:
    """Return a source in full, and who of the clinic has read it."""
    words = library.words["reviews"]["paper"]
    if id_ not in library.citations:
        return {"says": [id_], "read": words["unlisted"]}
    source = library.citations[id_].value
    on = long_date(source.checked_on, library.words) if source.checked_on else ""
    read = words["read_by"].format(by=source.checked_by) if source.checked_by else words["unread"]
    return {
        "says": as_data(inline(reference(source)), lambda href: href),
        "read": f"{read}, {on}" if source.checked_by and on else read,
    }


def claims_of(source: Reviewable, library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each sentence that claims something, with the ids of its sources: on a page those that it cites, and on a
    sheet, which cites all at once, what reads as a claim."""
    if isinstance(source, PageSource):
        for section in sections(source):
            for passage in section.passages:
                yield from cited_sentences(passage, library)
        return
    for passage in read_by_clients(source) if library.claims else ():
        assert library.claims
        if found := claim_in(passage, library.claims, library.sentence_rules):
            yield sentence_at(passage, found[0], library), ()


def cited_sentences(passage: Passage, library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    cited: dict[str, list[str]] = {}
    for offset, note in passage.within(passage.document.notes):
        if note.name in library.citations:
            cited.setdefault(sentence_at(passage, offset, library), []).append(note.name)
    yield from ((said, tuple(dict.fromkeys(ids))) for said, ids in cited.items())


def sentence_at(passage: Passage, offset: int, library: Library) -> str:
    """Return the sentence that stands there, or ends before it, as a reader reads it."""
    found = [one for one in sentences(passage, library.sentence_rules) if one.begin <= offset and one.text.strip()]
    said = " ".join(quoted(found[-1].text if found else passage.text, library.quotes()).split())
    return re.sub(r"\s+([.,;:!?])", r"\1", said)


def excused_words(lines: Sequence[str], excused: Allowance) -> str:
    """Return the line that an exception excuses, without the exception itself."""
    said = lines[excused.lines[-1] - 1] if excused.lines else ""
    return re.sub(r"<!--.*?-->|\s#\s*lint-ok:.*|\[\^[^\]]*\]|^\s*- ", "", said).strip()
