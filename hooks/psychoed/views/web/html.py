"""The web view: the blocks of a worksheet as HTML, complete without a script."""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify, unique
from markupsafe import Markup

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, SheetSource, url_of
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.data import AddressOf, Data
from psychoed.views.drawings.measure import LARGE, USUAL, wrapped
from psychoed.views.glossary import letters
from psychoed.views.help import call_buttons
from psychoed.views.packet import packet_view
from psychoed.views.papers import Laid
from psychoed.views.sheet import TOP, sheet_view
from psychoed.views.web.body_places import body_places
from psychoed.views.web.by_day import is_by_day
from psychoed.views.web.rich import rich


class Lenient(StrictUndefined):
    """A key that a block leaves out is false; using it as a text is still an error."""

    def __bool__(self) -> bool:  # type: ignore[override]  # the strict one raises here
        return False


def set_in(text: Any, place: Data, size: str) -> list[tuple[float, float, str]]:
    """Return the lines of words in a drawing, which SVG does not break, each with the middle of its baseline."""
    type_ = LARGE if size == "large" else USUAL
    lines = wrapped(Markup(rich(text)).striptags(), place["width"], type_.size)
    top = place["y"] + (place["height"] - len(lines) * type_.line) / 2
    middle = place["x"] + place["width"] / 2
    return [(middle, round(top + (n + 0.72) * type_.line, 2), line) for n, line in enumerate(lines)]


def page_link(url: str, waiting: Container[str] = ()) -> AddressOf:
    """Return what makes addresses those that lead on from the page at `url`, such as worksheets/self-check/. A page that
    waits to be published has none yet."""
    up = "../" * url.count("/")

    def link(href: str) -> str:
        page, _, place = href.partition("#")
        if page in waiting:
            return ""
        if not page.endswith(".md"):
            return href
        return up + url_of(page).removeprefix("./") + (f"#{place}" if place else "")

    return link


def environment(theme: Iterable[Path]) -> Environment:
    """Return the templates of blocks, from the first of these folders that has each. All is escaped that is not marked
    as HTML."""
    found = Environment(
        loader=FileSystemLoader([folder / "blocks" for folder in theme]),
        autoescape=True,
        undefined=Lenient,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["rich"] = rich
    found.filters["set_in"] = set_in
    found.filters["mm"] = "{:.4g}".format
    return found


def first_asking(runs: list[list[Data]]) -> int | None:
    """Return the place of the first blocks that take an answer: where answers are is said before it."""
    asking = (n for n, run in enumerate(runs) if any(one.get("answers") for top in run for one in with_inner(top)))
    return next(asking, None)


def blocks_html(
    sheet: SheetSource,
    library: Library,
    env: Environment,
    link: AddressOf,
    laid: Laid | None = None,
    top: int = TOP,
    *,
    staff: bool,
) -> str:
    """Return the inside of the form: what is on the sheet below its title, name and date. `top`: how deep its headings
    are."""
    data = sheet_view(sheet, library, link, top)
    name_pages(data["runs"], laid.begins if laid else {})
    name_places(every_block(data))
    data["first_asking"] = first_asking(data["runs"])
    for block in every_block(data):
        block["by_day"] = is_by_day(block, library.words)
        if block["type"] == "body":
            block["places"] = body_places(block, library.words)
    template = env.get_template("sheet.html")
    return template.render(sheet=data, words=library.words, calls=call_buttons(library), staff=staff)


def name_pages(runs: list[list[Data]], begins: Mapping[int, int]) -> None:
    """Say of the first run on each page of the print, after the first page, that it begins that page."""
    page = 1
    for run in runs:
        if begins.get(run[0]["index"], page) > page:
            page = begins[run[0]["index"]]
            run[0]["begins"] = page


def packet_html(source: PacketSource, library: Library, env: Environment, link: AddressOf) -> str:
    """Return what is in a packet, in order."""
    template = env.get_template("packet.html")
    return template.render(packet=packet_view(source, library, link), words=library.words)


def glossary_html(library: Library, env: Environment, link: AddressOf) -> str:
    """Return every word of the glossary."""
    return env.get_template("glossary.html").render(letters=letters(library, link), words=library.words)


def every_block(data: Data) -> Iterator[Data]:
    for run in data["runs"]:
        yield from (inner for block in run for inner in with_inner(block))


def with_inner(block: Data) -> Iterator[Data]:
    """Yield a block and all that it holds."""
    yield block
    added = (block["added"],) if "entries" in block and "added" in block else ()
    for holder in (*block.get("entries", ()), *added, *(block["steps"] if block["type"] == "steps" else ())):
        for inner in holder["blocks"]:
            yield from with_inner(inner)


def name_places(blocks: Iterable[Data]) -> None:
    """Give each block an address of its own, however often its heading stands on the sheet. Templates name what is in
    it after that."""
    taken: set[str] = set()
    for number, block in enumerate(blocks):
        block["anchor"] = name = unique(anchor(block, number), taken)
        taken |= {f"{name}-title", *(f"{name}-{entry}" for entry in range(1, len(block.get("entries", ())) + 1))}


def anchor(block: Data, number: int) -> str:
    """Return an address for a heading that no field has."""
    heading = plain_text(str(rich(block["heading"]))) if "heading" in block else ""
    return "at-" + (slugify(Markup(heading).striptags(), "-") or str(number))
