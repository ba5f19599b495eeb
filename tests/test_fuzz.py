"""Whatever happens to a source, the build says so in a line of its own, or draws it: never a traceback.

Here the same 100 accidents of each kind happen every time. `HYPOTHESIS_PROFILE=nightly pytest` looks for 450 others, as a job
does each night; the profile `long` for 10,000.
"""

import re
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_markdown import drawn_html
from fuzz_sources import SOURCES, slips
from printed import OVERRIDES
from psychoed.library.library import Library
from psychoed.reading.problem import Problem
from psychoed.views.article import article_markdown
from psychoed.views.packet import about_packet
from psychoed.views.paper.addresses import one_site
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.fonts import printable
from psychoed.views.paper.printer import Printer
from psychoed.views.papers import variants
from psychoed.views.web.html import blocks_html, environment, packet_html, page_link
from psychoed.views.web.pages import about_page, about_sheet, site_wide
from small_site import BASE, read, small_site

BLOCKS = environment([OVERRIDES])
PAPER_EVERY = 4
UNKIND = re.compile(r"None|Traceback|pydantic|<class|\[type=|0x[0-9a-f]{6,}|object at")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_site(tmp_path_factory.mktemp("fuzz"))
    read(root)  # what every build needs once
    return root


@pytest.mark.parametrize("kind", SOURCES)
def test_no_accident_ends_in_a_traceback(kind: str, root: Path):
    @given(slip=slips(kind))
    def accident(slip: tuple[str, str]) -> None:
        path, text = slip
        library, problems = read_with(root, path, text.encode("utf-8", "surrogatepass"))
        for problem in problems:
            is_kind(problem, root, path, text)
        if not any(problem.path == path and problem.fixed for problem in problems):
            # A build names the letters of an article that no font has when it prints it (checks.paper.unprintable).
            known = all(ord(letter) in printable() or letter.isspace() for letter in text)
            draw_all(library, paper=known and crc32(text.encode("utf-8", "replace")) % PAPER_EVERY == 0)

    accident()


def read_with(root: Path, path: str, data: bytes) -> tuple[Library, list[Problem]]:
    """The library while these bytes stand in this file."""
    file = root / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    try:
        file.write_bytes(data)
        return read(root)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)


def is_kind(problem: Problem, root: Path, path: str, text: str) -> None:
    """It leads to a place in the file, and says what to write instead in words of its own."""
    written = text if problem.path == path else (root / problem.path).read_text("utf-8", "replace")
    lines = re.split(r"\r\n|\r|\n", written)
    assert 1 <= problem.line <= len(lines), problem
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2, problem
    assert problem.what
    assert problem.instead
    assert not UNKIND.search(problem.what.partition("“")[0] + problem.instead.partition("“")[0]), problem


def draw_all(library: Library, *, paper: bool) -> None:
    """Every view of what has no Problem."""
    if not library.ready:
        return
    site_wide(library)
    for sheet in library.sheets.values():
        about_sheet(sheet, library)
        assert blocks_html(sheet, library, BLOCKS, page_link(f"worksheets/{sheet.id}/"), staff=True)
    for source in library.pages.values():
        about_page(source, library)
        drawn_html(article_markdown(source, source.body, library))
    for packet in library.packets.values():
        about_packet(packet, library)
        assert packet_html(packet, library, BLOCKS, page_link(f"packets/{packet.id}/"))
    if paper:
        printer = Printer(OVERRIDES / "print", OVERRIDES.parent, staff=True)
        made = Documents(
            BASE / "content",
            library,
            one_site("https://clinic.example/"),
            drawn_html,
        )
        documents = [
            *map(made.sheet, library.sheets.values()),
            *map(made.article, library.articles()),
            *map(made.packet, library.packets.values()),
        ]
        for document in documents:
            printer.print(printer.inputs(document, library, variants(library)[0]))


@given(
    path=st.sampled_from(("content/parts/wrong.md", "worksheets/wrong.yml", "data/glossary.yml")),
    data=st.binary(max_size=200),
)
def test_no_bytes_end_in_a_traceback(root: Path, path: str, data: bytes):
    _, problems = read_with(root, path, data)
    assert problems or not data.decode("latin-1").strip() or path == "data/glossary.yml"
