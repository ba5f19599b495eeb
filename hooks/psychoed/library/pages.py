"""Reads content/: each page from its raw text, since MkDocs prints front matter that it cannot read."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from psychoed.library.sources import STAFF_FOLDER, PageSource
from psychoed.model.article import PAGE_KINDS, Article, Page
from psychoed.model.validation.messages import validate
from psychoed.reading.file import LINKED, File, read_file
from psychoed.reading.problem import Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Tree

PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What MkDocs takes for a page."""


def read_pages(
    root: Path, problems: list[Problem], unread: set[str]
) -> tuple[dict[str, PageSource], dict[str, PageSource]]:
    """The pages by path from content/, and texts below front matter that is wrong. Paths of those, and of all else that
    cannot be read, are added to `unread`."""
    pages: dict[str, PageSource] = {}
    headless: dict[str, PageSource] = {}
    folder = root / "content"
    for file in sorted(folder.rglob("*")) if folder.is_dir() else []:
        path = file.relative_to(folder).as_posix()
        found = [problem_at(f"content/{path}", Position(), *why) for why in name_faults(file, path)]
        source = read_file(file, root) if not found and file.suffix == ".md" and file.is_file() else None
        if isinstance(source, Problem):
            found = [source]
        page = read_page(source, found) if isinstance(source, File) else None
        problems += found
        if page and not found:
            pages[path] = page
        elif found:
            unread.add(path)
            if isinstance(source, File):
                headless[path] = text_alone(source)
    return pages, headless


def text_alone(source: File) -> PageSource:
    """A page by its text, as if its front matter were that of an ordinary article."""
    path = source.path.removeprefix("content/")
    audience = "staff" if path.startswith(STAFF_FOLDER) else "client"
    page = Article.model_construct(title=path, summary="", main_message="", audience=audience, group="parts")
    lines = source.text.split("\n")
    begin = end_of_front(lines) or 0
    nothing = yaml.MappingNode("", [])
    return PageSource(path, page, Tree(source.path, nothing, 1, source.text), "\n".join(lines[begin:]), begin + 1)


def end_of_front(lines: list[str]) -> int | None:
    """The number of lines above the text, where front matter begins and ends."""
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    return ends[1] + 1 if len(ends) > 1 and ends[0] == 0 else None


def name_faults(file: Path, path: str) -> Iterator[tuple[str, str]]:
    """MkDocs follows links, and publishes what is not called .md without a check."""
    if file.is_symlink():
        yield LINKED
    elif file.suffix.lower() not in PAGE_ENDINGS or not file.is_file():
        return
    elif file.suffix != ".md":
        yield f"“{file.name}” has another ending than the other pages", f"name it {file.stem}.md"
    elif not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", path):
        what = f"“{path.removesuffix('.md')}” cannot be an address"
        yield what, "name files and folders with small letters, digits and hyphens"


def read_page(source: File, problems: list[Problem]) -> PageSource | None:
    """A page, or None and why."""
    lines = source.text.split("\n")
    end = end_of_front(lines)
    if end is None:
        begun = lines[0].rstrip() == "---"
        what = "the front matter has no closing `---`" if begun else "the page has no front matter"
        instead = "begin the file with a line `---`, then `title: …` and the other keys, then a line `---`"
        problems.append(problem_at(source.path, Position(), what, instead))
        return None
    front = File(source.path, "\n".join(lines[1 : end - 1]) + "\n")
    tree, found = read_yaml(front, first_line=2)
    problems += found
    page = front_matter(tree, problems) if tree else None
    if not page or not tree:
        return None
    path = source.path.removeprefix("content/")
    return PageSource(path, page, tree._replace(text=source.text), "\n".join(lines[end:]), end + 1)


def front_matter(tree: Tree, problems: list[Problem]) -> Page | None:
    """Which kind of page it is depends on its template."""
    data = tree.data()
    template = data.get("template") if isinstance(data, dict) else None
    if isinstance(template, str) and template not in PAGE_KINDS:
        at, what = tree.position(("template",)), f"“template” cannot be “{template}”"
        problems.append(problem_at(tree.path, at, what, suggestion(template, PAGE_KINDS)))
        return None
    model: type[Page] = PAGE_KINDS.get(str(template), Article)
    page, found = validate(model, tree)
    problems += found
    return page


def files_of(content: Path) -> frozenset[str]:
    """Files that are published as they are."""
    found = (file.relative_to(content) for file in content.rglob("*") if file.is_file() and file.suffix != ".md")
    return frozenset(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
