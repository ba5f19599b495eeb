"""What keeps staff text out of the public edition: the folder it lives in, and the audience it names."""

from collections.abc import Iterator

from library.article import Article
from library.library import STAFF_FOLDER, Library
from library.problem import Problem, problem_at


def check_audience(library: Library) -> Iterator[Problem]:
    """A page for staff or clinicians outside content/staff/ would be published by an engine that ignores hooks."""
    for source in library.pages.values():
        page = source.page
        if isinstance(page, Article) and page.audience != "client" and not source.path.startswith(STAFF_FOLDER):
            at = source.tree.position(("audience",))
            what = f"a page for {page.audience} readers stands among the public pages"
            yield problem_at(source.tree.path, at, what, "move the file to content/staff/")
