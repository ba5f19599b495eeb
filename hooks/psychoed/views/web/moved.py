"""What stands at the address that a page had before it was renamed: a way on, since printed codes lead there."""

from collections.abc import Iterator

from jinja2 import Environment

from psychoed.library.library import Library
from psychoed.library.sources import Source, url_of
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.views.web.html import page_link


def moved_pages(library: Library, env: Environment, policy: str) -> dict[str, str]:
    """Return the pages that lead on, by their paths in the site. `policy`: what a browser may do there."""
    template = env.get_template("moved.html")
    quotes = library.quotes()
    return {
        f"{url_of(name)}index.html": template.render(
            title=plain_text(quoted(source.title, quotes)),
            address=page_link(url_of(name))(source.path),
            top="../" * url_of(name).count("/"),
            policy=policy,
            words=library.words,
            language=library.language,
        )
        for name, source in earlier_names(library)
    }


def earlier_names(library: Library) -> Iterator[tuple[str, Source]]:
    """Yield each name that a page had and no page has now, once."""
    seen = set(library.paths)
    for source in library.sources():
        for name in source.moved_from:
            if name not in seen:
                seen.add(name)
                yield name, source


def moved_paths(library: Library) -> set[str]:
    """Return where such pages lie in the site."""
    return {f"{url_of(name)}index.html" for name, _ in earlier_names(library)}
