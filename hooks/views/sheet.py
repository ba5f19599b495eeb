"""A worksheet as page and paper both draw it: plain data, with every word ready and every field named."""

from collections.abc import Callable
from typing import Any

from library.blocks.base import Answer, Block
from library.blocks.drawing import Drawn
from library.blocks.group import Group
from library.library import Library, Sheet, Words, long_date
from library.richtext import Element, Nodes, inline, parse, plain, quoted
from library.worksheet import Review, Worksheet
from views.drawings.view import drawn_view
from views.meanings import meanings_of

Link = Callable[[str], str]
"""From the path of a page, such as help/pause-and-ground.md#next, to an address; empty where there is none."""
Data = dict[str, Any]


def counted(forms: Words, n: int) -> str:
    """“1 page”, “2 pages”."""
    return str(forms["one" if n == 1 else "many"]).format(n=n)


def time_needed(worksheet: Worksheet, words: Words) -> str:
    return counted(words["minutes_each_day" if worksheet.each else "about_minutes"], worksheet.minutes)


def review_state(review: Review, library: Library) -> str:
    """Who reviewed it and when it is due or since when overdue, or that nobody has."""
    words: Words = library.words
    if not review.by:
        return str(words["review"]["none"])
    form = words["review"]["on" if review.on else "by"]
    said: str = form.format(by=review.by, date=long_date(review.on, words) if review.on else "")
    if not review.due:
        return said
    when = words["review"]["overdue" if review.overdue(library.today) else "due"]
    return f"{said}, {when.format(date=long_date(review.due, words))}"


def as_data(nodes: Nodes, link: Link) -> list[Any]:
    """Rich text as lists and dicts; a link that leads nowhere is only its words."""
    return [node if isinstance(node, str) else element_data(node, link) for node in nodes]


def element_data(element: Element, link: Link) -> Data:
    href = link(element.href) if element.href else ""
    return {
        "tag": "span" if element.tag == "a" and not href else element.tag,
        "kids": as_data(element.kids, link),
        **({"href": href} if href else {}),
        **({"name": element.name} if element.name else {}),
    }


def sheet_view(sheet: Sheet, library: Library, link: Link) -> Data:
    """Everything that a template needs, and nothing that it has to work out."""
    worksheet, words, quotes = sheet.worksheet, library.words, library.quotes()

    def draw(text: str, *, one_line: bool) -> list[Any]:
        said = quoted(text, quotes)
        return as_data(inline(said) if one_line else parse(said), link)

    def block_view(block: Block) -> Data:
        data = block.model_dump(context={"draw": draw}, by_alias=False, exclude_none=True)
        data["answers"] = {answer.key: answer_view(answer, words, quotes) for answer in block.answers()}
        for key in ("options", "scale"):
            if isinstance(names := getattr(block, key, None), tuple):
                data[f"{key.rstrip('s')}_names"] = [plain(quoted(name, quotes)) for name in names]
        for key in ("columns", "items"):
            cells = getattr(block, key, None)
            for cell, drawn in zip(cells, data[key], strict=True) if isinstance(cells, tuple) else ():
                drawn["option_names"] = [plain(option) for option in cell.options]
        if hasattr(block, "day_names"):
            data["day_names"] = [[words.get(day, day)] for day in block.day_names]
        if isinstance(block, Drawn):
            data |= drawn_view(block, words, lambda text: draw(text, one_line=True))
            data["alt"] = quoted(data["alt"], quotes)
        if isinstance(block, Group):
            data["entries"] = [entry_view(block, number) for number in block.numbers()]
        return data

    def entry_view(group: Group, number: int) -> Data:
        date = group.date_of(number)
        title = words["sheet"]["entry"].format(entry=plain(group.entry), n=number) if group.entry else ""
        return {
            **({"title": title if group.repeat > 1 else plain(group.entry or "")} if title else {}),
            **({"date": answer_view(date, words, quotes)} if date else {}),
            "blocks": [block_view(block) for block in group.entry_blocks(number)],
        }

    return {
        "kind": "worksheet",
        "id": sheet.id,
        "title": draw(worksheet.title, one_line=True),
        "plain_title": plain(quoted(worksheet.title, quotes)),
        "running_title": running(plain(quoted(worksheet.title, quotes))),
        "summary": draw(worksheet.summary, one_line=True),
        "terms": meanings_of(worksheet.terms, library),
        "phase": words["phases"][worksheet.phase],
        "time": time_needed(worksheet, words),
        "landscape": worksheet.landscape,
        "version": worksheet.version(quotes),
        "review_short": words["review"]["short" if worksheet.review.by else "short_none"],
        "review": review_state(worksheet.review, library),
        "answers": {answer.key: answer_view(answer, words, quotes) for answer in worksheet.header()},
        "runs": runs([block_view(block) | {"index": index} for index, block in enumerate(worksheet.blocks)]),
        **({"when": draw(worksheet.when, one_line=True)} if worksheet.when else {}),
        **({"clinician_note": draw(worksheet.clinician_note, one_line=False)} if worksheet.clinician_note else {}),
    }


def running(title: str, most: int = 6) -> str:
    """The title for the head of later pages, where a few words are enough."""
    words = title.split()
    return title if len(words) <= most else " ".join(words[:most]).rstrip(",:;") + " …"


def answer_view(answer: Answer, words: Words, quotes: dict[str, str]) -> Data:
    question, *which = answer.parts(words)
    label = quoted(", ".join([question, *which]), quotes)
    return {
        "name": answer.name,
        "label": plain(label),
        "which": plain(quoted(", ".join(which), quotes)),
        "kind": answer.kind,
        "values": list(answer.values),
    }


def runs(blocks: list[Data]) -> list[list[Data]]:
    """The blocks in order; those on both sides of a `keep` stand in one run."""
    found: list[list[Data]] = []
    joined = False
    for block in blocks:
        if is_keep(block):
            joined = bool(found)
        elif joined:
            found[-1].append(block)
            joined = False
        else:
            found.append([block])
    return found


def is_keep(block: Data) -> bool:
    return bool(block["type"] == "break" and block["how"] == "keep")
