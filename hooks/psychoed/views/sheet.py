"""A worksheet as page and paper both draw it."""

from psychoed.checks.care.sheets import needs_whole_stop
from psychoed.library.library import Library, TemplateWords, long_date
from psychoed.library.sources import SheetSource
from psychoed.model.worked_out import AnswersOfSheet
from psychoed.model.worksheet import Review, Worksheet
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.views.blocks import BlockViews
from psychoed.views.data import AddressOf, Data, running_title, with_count
from psychoed.views.glossary import meanings_of
from psychoed.views.help import first_ways


def time_needed(worksheet: Worksheet, words: TemplateWords) -> str:
    return with_count(words["minutes_each_day" if worksheet.each else "about_minutes"], worksheet.minutes)


def review_state(review: Review, library: Library) -> str:
    """Say who reviewed it and when it is due or since when overdue, or that nobody has."""
    words: TemplateWords = library.words
    if not review.by:
        return str(words["review"]["none"])
    form = words["review"]["on" if review.on else "by"]
    said: str = form.format(by=review.by, date=long_date(review.on, words) if review.on else "")
    if not review.due:
        return said
    when = words["review"]["overdue" if review.overdue(library.today) else "due"]
    return f"{said}, {when.format(date=long_date(review.due, words))}"


TOP = 2
"""How deep the headings of a sheet are, whose title is the first."""


def sheet_view(sheet: SheetSource, library: Library, link: AddressOf, top: int = TOP) -> Data:
    """Return everything that a template needs, and nothing that it has to work out. `top`: how deep its headings are."""
    worksheet, words, quotes = sheet.worksheet, library.words, library.quotes()
    views = BlockViews(words, quotes, link, AnswersOfSheet.read(worksheet))
    blocks = [views.block(block) | {"index": index} for index, block in enumerate(worksheet.blocks)]
    set_depths(blocks, top)
    set_stops(blocks, sheet, library)
    return {
        "kind": "worksheet",
        "id": sheet.id,
        "title": views.text(worksheet.title, one_line=True),
        "plain_title": plain_text(quoted(worksheet.title, quotes)),
        "running_title": running_title(plain_text(quoted(worksheet.title, quotes))),
        "summary": views.text(worksheet.summary, one_line=True),
        "terms": meanings_of(worksheet.terms, library),
        "help_needed": [] if worksheet.audience != "client" else first_ways(sheet, library),
        "phase": printed_phase(worksheet, library),
        "time": time_needed(worksheet, words),
        "landscape": worksheet.landscape,
        "version": worksheet.version(quotes),
        "review_short": words["review"]["short" if worksheet.review.by else "short_none"],
        "review": review_state(worksheet.review, library),
        "answers": {answer.key: views.answer(answer) for answer in worksheet.header()},
        "runs": runs(blocks),
        **({"when": views.text(worksheet.when, one_line=True)} if worksheet.when else {}),
        **(
            {"clinician_note": views.text(worksheet.clinician_note, one_line=False)} if worksheet.clinician_note else {}
        ),
    }


def printed_phase(worksheet: Worksheet, library: Library) -> str:
    """Return what the head of the sheet says of where it belongs; empty for a sheet that belongs to no phase."""
    phase = library.phases.get(worksheet.phase)
    return phase.value.title if phase and phase.value.printed else ""


def set_depths(blocks: list[Data], top: int) -> None:
    """Say of each block how deep a heading its question is: below the last heading before it. A heading of its own is one
    less deep, and so is the title of an entry above the questions in it."""
    level = top
    for block in blocks:
        level = top + 1 if "heading" in block else level
        block["level"] = level
        added = [block["added"]] if block["type"] == "group" and "added" in block else []
        for entry in (*block.get("entries", ()), *added):
            set_depths(entry["blocks"], level + 1 if "title" in entry else level)
        for step in block["steps"] if block["type"] == "steps" else ():
            set_depths(step["blocks"], level)


def set_stops(blocks: list[Data], sheet: SheetSource, library: Library) -> None:
    """Say of each stop box whether it is whole or a band of a few lines."""
    for block in blocks:
        if block["type"] == "pause":
            block["whole"] = needs_whole_stop(sheet, library)


def runs(blocks: list[Data]) -> list[list[Data]]:
    """Return the blocks in order; those on both sides of a `keep` stand in one run, unless one of them begins a page."""
    found: list[list[Data]] = []
    joined = False
    for block in blocks:
        if is_break(block, "keep"):
            joined = bool(found)
        elif joined and not is_break(block, "page") and not is_break(found[-1][-1], "page"):
            found[-1].append(block)
            joined = False
        else:
            found.append([block])
            joined = False
    return found


def is_break(block: Data, how: str) -> bool:
    return bool(block["type"] == "break" and block["how"] == how)
