"""What page templates show beside the text: plain data about articles, worksheets and the library page."""

import re
from collections.abc import Iterable

from psychoed.library.library import Library, long_date
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source, published, url_of
from psychoed.model.article import Article, Door, GlossaryPage, Home, Topic
from psychoed.model.belonging import is_own_picture
from psychoed.model.worksheet import Change
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.views.data import Data, with_count
from psychoed.views.glossary import meanings_of
from psychoed.views.help import call_buttons, help_data, help_now, lines_needed
from psychoed.views.papers import Laid, picture_of_paper, variants
from psychoed.views.sheet import review_state, time_needed
from psychoed.views.web.right_now import right_now_choices
from psychoed.words.subjects import about_ketamine, on_tender_parts

GROUND_PAGE = "help/pause-and-ground.md"
GLOSSARY_PAGE = "glossary.md"
GUIDE_PAGE = "staff/kinds-of-block.md"
REVIEWS_PAGE = "staff/reviews.md"
PRIVACY_PAGE = "help/privacy.md"
WORDS_A_MINUTE = 200
SHEETS_SHOWN = 6
"""Worksheets that an article lists at once; the others are a step away."""


def site_wide(library: Library) -> Data:
    """Return what every template may show, by the names that templates use."""
    return {
        "words": library.words,
        "clinic": library.clinic.value if library.clinic else None,
        "own_style": bool(library.clinic and library.clinic.value.colour) or bool(shelf_colours(library)),
        "help_lines": help_data(library),
        "calls": call_buttons(library),
        "help_now": help_now(library),
        "emergency": library.help.value.emergency if library.help else "",
        "ground_url": url_of(GROUND_PAGE) if GROUND_PAGE in library.pages else "",
        "glossary_url": url_of(GLOSSARY_PAGE) if GLOSSARY_PAGE in library.pages else "",
        "guide_url": url_of(GUIDE_PAGE) if GUIDE_PAGE in library.pages else "",
        "reviews_url": url_of(REVIEWS_PAGE) if REVIEWS_PAGE in library.pages else "",
        "privacy_url": url_of(PRIVACY_PAGE) if PRIVACY_PAGE in library.pages else "",
        "papers": [variant.name for variant in variants(library)],
        "phases": shelves(library),
        "topics": topics_in_use(library),
        "readings": {path: about_page(source, library) for path, source in library.pages.items()},
    }


def about_page(source: PageSource, library: Library) -> Data:
    """Return what a page's own template shows."""
    page = source.page
    if isinstance(page, Article):
        return about_article(source, page, library)
    data: Data = {"summary": plain_text(page.summary), "ketamine": about_ketamine(source, library)}
    if isinstance(page, GlossaryPage):  # whose words are those of all pages
        data["ketamine"] = any(about_ketamine(one, library) for one in library.sources())
        data["independence"] = any(mentions_ifs(one.body) for one in library.articles())
    if isinstance(page, Home):
        data["doors"] = [door_view(door) for door in doors_shown(page, library)]
        data["choices"] = right_now_choices(
            library, {one.path: reading_time(one, library) for one in library.articles()}
        )
    if isinstance(page, Topic):
        data["sheets"] = [
            sheet_card(sheet, library) for sheet in sheets_in_order(library) if sheet.worksheet.phase in page.phases
        ]
        data["door"] = door_to(source.path, library)
    return data


def door_view(door: Door) -> Data:
    return door.model_dump() | {"url": url_of(door.to), "picture": picture_of(door.picture)}


def doors_shown(page: Home, library: Library) -> list[Door]:
    """Return the ways in, without those that lead to what is not in this edition."""
    return [door for door in page.doors if door.to in library.by_path]


def door_to(path: str, library: Library) -> Data:
    """Return the drawing of the door that leads from the home page to a topic; nothing where none does."""
    homes = [source.page for source in library.pages.values() if isinstance(source.page, Home)]
    return next((picture_of(door.picture) for home in homes for door in home.doors if door.to == path), {})


def about_article(source: PageSource, page: Article, library: Library) -> Data:
    sheets = [sheet_card(sheet, library) for sheet in sheets_for(source.path, library)]
    asked = library.asks_for("ketamine", source) or page.content_note is not None
    help_first = asked or on_tender_parts(source, library.care)
    return {
        "id": source.id,
        "title": plain_text(page.title),
        "summary": plain_text(page.summary),
        "main_message": plain_text(page.main_message),
        "picture": picture_of_idea(page, library),
        "minutes": reading_time(source, library),
        "content_note": plain_text(page.content_note or ""),
        "help_first": help_first,
        "lines_needed": lines_needed(source, library),
        "review": review_state(page.review, library),
        "version": source.version(library.quotes()),
        "changes": changes_of(page.changes, library),
        "ketamine": about_ketamine(source, library),
        "independence": mentions_ifs(source.body),
        "related": links_to(page.related, library),
        "sheets": sheets[:SHEETS_SHOWN],
        "more_sheets": sheets[SHEETS_SHOWN:],
    }


def picture_of_idea(page: Article, library: Library) -> Data:
    """Return the drawing of an article's idea with what it shows; nothing where it has none."""
    if page.picture is None:
        return {}
    found = picture_of(page.picture)
    return found | {"alt": page.picture_alt or library.words["ideas"][found["name"]]}


def said_of_waiting(source: Source, library: Library) -> str:
    """Return what a preview says of a page that is not published yet; empty for all others."""
    said, words = published(source), library.words["frame"]
    if said is None or not said.waits(library.today):
        return ""
    on = long_date(said.publish_on, library.words) if said.publish_on else ""
    return str(words["draft"] if said.draft else words["publish_on"].format(date=on))


def sheets_for(path: str, library: Library) -> list[SheetSource]:
    """Return sheets that name a page as related, those that name it early first: they are about it above all."""
    naming = [sheet for sheet in sheets_in_order(library) if path in sheet.worksheet.related]
    return sorted(naming, key=lambda sheet: sheet.worksheet.related.index(path))


def mentions_ifs(text: str) -> bool:
    return "Internal Family Systems" in text or re.search(r"\bIFS\b", text) is not None


def reading_time(source: PageSource, library: Library) -> str:
    return with_count(library.words["article"]["reading"], minutes_to_read(source, library))


def minutes_to_read(source: PageSource, library: Library) -> int:
    return max(1, round(len(quoted(source.body, library.quotes()).split()) / WORDS_A_MINUTE))


def about_sheet(sheet: SheetSource, library: Library, laid: Laid | None = None) -> Data:
    worksheet = sheet.worksheet
    shelf = [other for other in sheets_in_order(library) if other.worksheet.phase == worksheet.phase]
    at = shelf.index(sheet)
    sources = [library.citations[name].value for name in worksheet.sources if name in library.citations]
    return {
        **sheet_card(sheet, library),
        "lines_needed": lines_needed(sheet, library),
        "terms": meanings_of(worksheet.terms, library),
        "version": worksheet.version(library.quotes()),
        "note_version": worksheet.note_version(library.quotes()),
        "names_before": [name.removesuffix(".md").rpartition("/")[2] for name in worksheet.moved_from],
        "changes": changes_of(worksheet.changes, library),
        "review": review_state(worksheet.review, library),
        "phase": library.title_of_phase(worksheet.phase),
        "ketamine": about_ketamine(sheet, library),
        "independence": any(source.id.startswith("S-IFS") or "IFS" in source.citation for source in sources),
        "related": links_to(worksheet.related, library),
        "sources": sources,
        "landscape": worksheet.landscape,
        "printed": laid.pages if laid else 0,
        "previous": sheet_card(shelf[at - 1], library) if at else None,
        "next": sheet_card(shelf[at + 1], library) if at + 1 < len(shelf) else None,
    }


def changes_of(changes: Iterable[Change], library: Library) -> list[Data]:
    """Return the changes, the newest first."""
    newest = sorted(changes, key=lambda change: change.on, reverse=True)
    return [
        {"on": long_date(one.on, library.words), "what": plain_text(quoted(one.what, library.quotes()))}
        for one in newest
    ]


def sheet_card(sheet: SheetSource, library: Library) -> Data:
    """Return a worksheet as lists show it."""
    worksheet = sheet.worksheet
    quotes = library.quotes()
    return {
        "id": sheet.id,
        "url": sheet.url,
        "title": plain_text(quoted(worksheet.title, quotes)),
        "summary": plain_text(quoted(worksheet.summary, quotes)),
        "when": plain_text(quoted(worksheet.when, quotes)) if worksheet.when else "",
        "phase_id": worksheet.phase,
        "topics": worksheet.topics,
        "minutes": worksheet.minutes,
        "time": time_needed(worksheet, library.words),
        "pages": with_count(library.words["pages"], worksheet.pages),
        "picture": picture_of_paper(sheet.url, sheet.id),
    }


def sheets_in_order(library: Library) -> list[SheetSource]:
    """Sort the worksheets by phase, as a course of therapy goes, then by title."""
    places = {phase: number for number, phase in enumerate(library.phases)}
    return sorted(
        library.sheets.values(), key=lambda sheet: (places.get(sheet.worksheet.phase, -1), sheet.worksheet.title)
    )


def links_to(paths: Iterable[str], library: Library) -> list[Data]:
    """Return links to pages and packets. Worksheets that name this page stand in a list of their own."""
    found: tuple[PageSource | PacketSource, ...] = (*library.pages.values(), *library.packets.values())
    titles = {source.path: plain_text(source.title) for source in found}
    return [{"url": url_of(path), "title": titles[path]} for path in paths if path in titles]


def shelves(library: Library) -> list[Data]:
    """Return all worksheets, phase by phase."""
    cards = [sheet_card(sheet, library) for sheet in sheets_in_order(library)]
    found = [
        {
            "id": id_,
            "name": phase.value.title,
            "picture": picture_of(phase.value.picture),
            "tint": phase.value.tint,
            "sheets": beginning_with(phase.value.start_with, [one for one in cards if one["phase_id"] == id_], library),
        }
        for id_, phase in library.phases.items()
    ]
    return [shelf for shelf in found if shelf["sheets"]]


def beginning_with(path: str | None, cards: list[Data], library: Library) -> list[Data]:
    """Return the sheets of a shelf with the one to start with before the others."""
    first = library.by_path.get(path or "")
    return sorted(cards, key=lambda card: first is None or card["id"] != first.id)


def shelf_colours(library: Library) -> dict[str, str]:
    """Return the colors of the lights on shelves, by phase."""
    return {id_: phase.value.colour for id_, phase in library.phases.items() if phase.value.colour}


def picture_of(name: str) -> Data:
    """Return the clinic's own picture, as a path in the site, or the name of a drawing of the theme."""
    return {"file": name} if is_own_picture(name) else {"name": name}


def topics_in_use(library: Library) -> list[Data]:
    used = {topic for sheet in library.sheets.values() for topic in sheet.worksheet.topics}
    return [{"id": id_, "name": topic.value.title} for id_, topic in library.topics.items() if id_ in used]
