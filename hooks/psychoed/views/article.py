"""An article's Markdown made ready: laid out, settings quoted, and its sources in full at its end."""

from html import escape

from psychoed.library.library import Library
from psychoed.library.sources import PageSource, cited_in
from psychoed.model.article import Article
from psychoed.model.lists import Citation
from psychoed.reading.markdown.braces import braces_in
from psychoed.reading.markdown.layout import as_laid_out
from psychoed.reading.markdown.richtext import escaped, quoted
from psychoed.views.linked_files import with_names_in_site


def article_markdown(source: PageSource, markdown: str, library: Library) -> str:
    """Return the text with every {{ … }} filled in, and a footnote for each source that it cites."""
    text = quoted(
        as_laid_out(with_ends_marked(with_names_in_site(markdown), library), library.words["boxes"]), library.quotes()
    )
    cited = [library.citations[name].value for name in cited_in(markdown) if name in library.citations]
    more = [library.citations[name].value for name in getattr(source.page, "sources", ()) if name in library.citations]
    more = [entry for entry in more if entry not in cited]
    words = library.words["article"]
    if not isinstance(source.page, Article) or not (cited or more):
        return text
    notes = "".join(f"[^{entry.id}]: {reference(entry)}\n" for entry in cited)
    also = "".join(f"- {reference(entry)}\n" for entry in more)
    if also and cited:
        also = f"{words['also']}:\n\n{also}"
    place = "///Footnotes Go Here///\n\n" if cited else ""
    return f"{text}\n\n## {words['sources']} {{: #sources }}\n\n{place}{also}\n{notes}"


def with_ends_marked(markdown: str, library: Library) -> str:
    """Return the text with a mark around each fact that ends, for the script that shows what follows (ended.js)."""
    ending = {f"fact.{fact.id}": fact for fact in library.facts_that_end()}
    pieces: list[str] = []
    begin = 0
    for found in braces_in(markdown):
        if fact := ending.get(found.name):
            after = escape(library.said_after(fact))
            mark = f'<span data-until="{fact.until}" data-after="{after}">{found.typed}</span>'
            pieces += [markdown[begin : found.at], mark]
            begin = found.at + len(found.typed)
    return "".join([*pieces, markdown[begin:]])


def reference(source: Citation) -> str:
    """Write a source as Markdown, with its link where it has one."""
    said = escaped(source.citation)
    if source.url:
        return f"{said} [{escaped((source.locator or '').removeprefix('https://'))}]({source.url})"
    return said + (f" {escaped(source.locator)}" if source.locator else "")
