"""Reads content/: each page from its raw text, since MkDocs prints front matter that it cannot read."""

from pathlib import Path

from library.article import PAGE_KINDS, Article, Page
from library.library import PageSource
from library.problem import Position, Problem, problem_at
from library.source import Source, read_source
from library.validation import validate
from library.yamltree import read_yaml


def read_pages(root: Path, problems: list[Problem]) -> tuple[dict[str, PageSource], set[str]]:
    pages: dict[str, PageSource] = {}
    unread: set[str] = set()
    folder = root / "content"
    for file in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        source = read_source(file, root)
        found = [source] if isinstance(source, Problem) else []
        page = None if isinstance(source, Problem) else read_page(source, found)
        problems += found
        path = file.relative_to(folder).as_posix()
        if page and not found:
            pages[path] = page
        else:
            unread.add(path)
    return pages, unread


def read_page(source: Source, problems: list[Problem]) -> PageSource | None:
    """A page, or None and why."""
    lines = source.text.split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        what = "the front matter has no closing `---`" if ends[:1] == [0] else "the page has no front matter"
        problems.append(
            problem_at(
                source.path,
                Position(),
                what,
                "begin with a line `---`, then `title: …` and the other keys, then a line `---`",
            )
        )
        return None
    front = Source(source.path, "\n".join(lines[1 : ends[1]]) + "\n")
    tree, found = read_yaml(front, first_line=2)
    problems += found
    if tree is None:
        return None
    data = tree.data()
    template = data.get("template") if isinstance(data, dict) else None
    model: type[Page] = PAGE_KINDS.get(str(template), Article)
    page, found = validate(model, tree)
    problems += found
    path = source.path.removeprefix("content/")
    body = "\n".join(lines[ends[1] + 1 :])
    return PageSource(path, page, tree, body, ends[1] + 2) if page else None
