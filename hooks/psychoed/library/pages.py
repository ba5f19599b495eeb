"""Reads content/: each page from its raw text, since MkDocs prints front matter that it cannot read."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from psychoed.library.front_lines import end_of_front, end_of_keys, fault_of_dashes
from psychoed.library.sources import STAFF_FOLDER, PageSource
from psychoed.model.article import PAGE_KINDS, Article, Page
from psychoed.model.belonging import ListedIds
from psychoed.model.slugs import file_name_for, slug
from psychoed.model.validation.messages import validate
from psychoed.reading.file import LINKED, File, read_file
from psychoed.reading.problem import Fault, Position, Problem, problem_at, suggestion
from psychoed.reading.read import Notes, Read
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Tree

PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What MkDocs takes for a page."""


class Pages(NamedTuple):
    """Pages by path from content/."""

    whole: Mapping[str, PageSource]
    headless: Mapping[str, PageSource]
    """Texts below front matter that is wrong."""


def read_pages(root: Path, listed: ListedIds) -> Read[Pages]:
    """Return the pages. Those that cannot be read, or only in part, are named by their paths."""
    notes, pages, headless = Notes(), dict[str, PageSource](), dict[str, PageSource]()
    folder = root / "content"
    for file in sorted(folder.rglob("*")) if folder.is_dir() else []:
        path = file.relative_to(folder).as_posix()
        found = read_page_file(file, path, root, listed)
        page = notes.value_of(found)
        if page and found.unread:
            headless[path] = page
        elif page:
            pages[path] = page
    return notes.result(Pages(pages, headless))


def read_page_file(file: Path, path: str, root: Path, listed: ListedIds) -> Read[PageSource | None]:
    """Return the page of a file, or of one whose front matter is wrong its text alone."""
    wrong = tuple(fault.problem(f"content/{path}", Position()) for fault in name_faults(file, path))
    if wrong or file.suffix != ".md" or not file.is_file():
        return Read(None, wrong, frozenset({path} if wrong else ()))
    written = read_file(file, root)
    if isinstance(written, Problem):
        return Read(None, (written,), frozenset({path}))
    page = read_page(written, listed)
    return page if page.value else Read(text_alone(written), page.problems, frozenset({path}))


def text_alone(source: File) -> PageSource:
    """Return a page by its text, as if its front matter were that of an ordinary article."""
    path = source.path.removeprefix("content/")
    audience = "staff" if path.startswith(STAFF_FOLDER) else "client"
    page = Article.model_construct(title=path, summary="", main_message="", audience=audience, group="parts")
    lines = source.text.split("\n")
    begin = end_of_front(lines) or end_of_keys(lines)
    nothing = yaml.MappingNode("", [])
    return PageSource(path, page, Tree(source.path, nothing, 1, source.text), "\n".join(lines[begin:]), begin + 1)


def name_faults(file: Path, path: str) -> Iterator[Fault]:
    """Yield what is wrong with a file's name: MkDocs follows links, and publishes what is not called .md without a
    check."""
    if file.is_symlink():
        yield LINKED
    elif file.suffix.lower() not in PAGE_ENDINGS or not file.is_file():
        return
    elif file.suffix != ".md":
        yield Fault(
            f"“{file.name}” has another ending than the other pages", f"name it {slug(file.stem) or 'my-page'}.md"
        )
    elif not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", path):
        what = f"“{path.removesuffix('.md')}” cannot be an address"
        yield Fault(what, file_name_for(path.removesuffix(".md"), ".md"))


def read_page(source: File, listed: ListedIds | None = None) -> Read[PageSource | None]:
    """Return a page, or why there is none."""
    lines = source.text.split("\n")
    end = end_of_front(lines)
    if end is None:
        return Read(None, (fault_of_dashes(source.path, lines),))
    front = File(source.path, "\n".join(lines[1 : end - 1]) + "\n")
    tree, problems = read_yaml(front, first_line=2)
    page = front_matter(tree, listed) if tree else Read(None, tuple(problems))
    if not page.value or not tree:
        return Read(None, page.problems)
    path = source.path.removeprefix("content/")
    return Read(PageSource(path, page.value, tree._replace(text=source.text), "\n".join(lines[end:]), end + 1))


def front_matter(tree: Tree, listed: ListedIds | None) -> Read[Page | None]:
    """Return what a page says above its text. Which kind of page it is depends on its template."""
    data = tree.data()
    template = data.get("template") if isinstance(data, dict) else None
    if isinstance(template, str) and template not in PAGE_KINDS:
        at, what = tree.position(("template",)), f"“template” cannot be “{template}”"
        return Read(None, (problem_at(tree.path, at, what, suggestion(template, PAGE_KINDS)),))
    model: type[Page] = PAGE_KINDS.get(str(template), Article)
    page, problems = validate(model, tree, listed)
    return Read(page, tuple(problems))


def files_of(content: Path) -> frozenset[str]:
    """Return the files that are published as they are."""
    found = (file.relative_to(content) for file in content.rglob("*") if file.is_file() and file.suffix != ".md")
    return frozenset(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
