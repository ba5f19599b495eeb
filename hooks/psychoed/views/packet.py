"""A packet as page and paper show it: what is in it, in which order, how long it takes, and by when."""

from collections.abc import Callable, Iterator
from typing import Any

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource, url_of
from psychoed.model.base import NOT_SAID
from psychoed.model.packet import Item, Packet
from psychoed.reading.markdown.richtext import fingerprint, inline, parse, plain_text, quoted
from psychoed.views.blocks import answer_view
from psychoed.views.data import AddressOf, Data, as_data, running_title, with_count
from psychoed.views.sheet import review_state, time_needed
from psychoed.views.web.pages import changes_of, minutes_to_read
from psychoed.words.subjects import about_ketamine

DataOf = Callable[[Item], Data]
"""A worksheet or an article of the packet as paper draws it."""


def packet_view(source: PacketSource, library: Library, link: AddressOf) -> Data:
    """Return what the page shows; the paper adds the documents themselves."""
    packet, words, quotes = source.packet, library.words, library.quotes()

    def line(text: str) -> list[Any]:
        return as_data(inline(quoted(text, quotes)), link)

    return {
        "kind": "packet",
        "id": source.id,
        "title": line(packet.title),
        "plain_title": plain_text(quoted(packet.title, quotes)),
        "running_title": running_title(plain_text(quoted(packet.title, quotes))),
        "summary": line(packet.summary),
        "for": line(packet.for_),
        "when": line(packet.when),
        "role": library.title_of_role(packet.role),
        "total": total_time(packet, library),
        "entries": list(entry_views(packet, library, link)),
        "questions": [question_view(number, one, line) for number, one in enumerate(packet.questions, 1)],
        "answers": {answer.key: answer_view(answer, words, quotes) for answer in packet.header()},
        "sign_off": {answer.key: answer_view(answer, words, quotes) for answer in packet.sign_off()},
        "version": packet_version(source, library),
        "review": review_state(packet.review, library),
        "review_short": words["review"]["short" if packet.review.by else "short_none"],
        "staff_only": packet.staff_only,
        "changes": changes_inside(packet, library, link),
        "landscape": False,
    }


def about_packet(source: PacketSource, library: Library) -> Data:
    """Return what its page shows beside the list."""
    packet, quotes = source.packet, library.quotes()
    return {
        "id": source.id,
        "url": source.url,
        "title": plain_text(quoted(packet.title, quotes)),
        "summary": plain_text(quoted(packet.summary, quotes)),
        "role": library.title_of_role(packet.role),
        "staff_only": packet.staff_only,
        "count": with_count(library.words["packet"]["count"], len(items(packet, library))),
        "total": total_time(packet, library),
        "version": packet_version(source, library),
        "changes": [],
        "review": review_state(packet.review, library),
        "ketamine": any(about_ketamine(one, library) for one in (source, *sources_inside(packet, library))),
    }


def packet_lists(library: Library) -> Data:
    """Return all packets: those for clients, then the reading paths of the team."""
    found = [about_packet(source, library) for source in library.packets.values()]
    return {
        name: [one for one in found if one["staff_only"] == staff]
        for name, staff in (("client", False), ("staff", True))
    }


def sources_inside(packet: Packet, library: Library) -> list[SheetSource | PageSource]:
    """Return the worksheets and articles in it."""
    return [source_of(item, library) for item in items(packet, library)]


def source_of(item: Item, library: Library) -> SheetSource | PageSource:
    return library.sheets[item.worksheet] if item.worksheet else library.pages[item.names]


def changes_inside(packet: Packet, library: Library, link: AddressOf) -> list[Data]:
    """Return the changes that matter of everything in it, the newest first, each with the page that changed."""
    found = [(change, item) for item in items(packet, library) for change in source_of(item, library).changes]
    return [
        {
            "title": about_item(item, library, noted=False)["title"],
            "href": link(item.names),
            **changes_of([change], library)[0],
        }
        for change, item in sorted(found, key=lambda entry: entry[0].on, reverse=True)
    ]


def total_time(packet: Packet, library: Library) -> str:
    return with_count(
        library.words["packet"]["total"], sum(minutes_of(item, library) for item in items(packet, library))
    )


def packet_on_paper(source: PacketSource, library: Library, link: AddressOf, document: DataOf) -> Data:
    """Return the packet with the documents in it. The names of their fields begin with the document's id and a full
    stop."""
    documents = [prefixed(document(item), item.worksheet or item.names) for item in items(source.packet, library)]
    return packet_view(source, library, link) | {"documents": documents}


def items(packet: Packet, library: Library) -> list[Item]:
    """Return what there is to read and fill in, without what a Problem keeps off the site."""
    return [item for item in packet.items if item.names and library.holds(item)]


def entry_views(packet: Packet, library: Library, link: AddressOf) -> Iterator[Data]:
    """Yield every item and note in order; items are counted."""
    words, quotes, number = library.words, library.quotes(), 0
    for item in packet.items:
        if item.note:
            yield {"note": as_data(parse(quoted(item.note, quotes)), link)}
        elif library.holds(item):
            number += 1
            yield {
                "number": number,
                **about_item(item, library, noted=packet.staff_only),
                "name": item.worksheet or item.names,
                "href": link(item.names),
                "path": url_of(item.names),
                **{
                    key: as_data(inline(quoted(said, quotes)), link)
                    for key in ("why", "when")
                    if (said := getattr(item, key))
                },
                **({"by": words["packet"]["by"][item.by]} if item.by else {}),
            }


def about_item(item: Item, library: Library, *, noted: bool) -> Data:
    """Return its title, the time that it takes, and the fingerprint of what it says. `noted`: with its note for
    clinicians."""
    words, quotes = library.words, library.quotes()
    if item.worksheet:
        worksheet = library.sheets[item.worksheet].worksheet
        prints = [worksheet.version(quotes), worksheet.note_version(quotes) if noted else ""]
        title = plain_text(quoted(worksheet.title, quotes))
        return {"title": title, "time": time_needed(worksheet, words), "version": " + ".join(filter(None, prints))}
    source = library.pages[item.names]
    time = with_count(words["article"]["reading"], minutes_to_read(source, library))
    return {"title": plain_text(source.page.title), "time": time, "version": source.version(quotes)}


def minutes_of(item: Item, library: Library) -> int:
    if item.worksheet:
        return library.sheets[item.worksheet].worksheet.minutes
    return minutes_to_read(library.pages[item.names], library)


def question_view(number: int, question: Any, line: Callable[[str], list[Any]]) -> Data:
    return {
        "number": number,
        "question": line(question.question),
        "options": [
            {"text": line(option.text), "because": line(option.because) if option.because else None}
            for option in question.options
        ],
        "right": question.right,
        "because": line(question.why),
    }


def packet_version(source: PacketSource, library: Library) -> str:
    """Return a fingerprint of the packet and of everything in it."""
    said = source.packet.model_dump_json(exclude={*NOT_SAID}, exclude_defaults=True)
    noted = source.packet.staff_only
    inside = [about_item(item, library, noted=noted)["version"] for item in items(source.packet, library)]
    return fingerprint("".join([said, *inside]), library.quotes())


def prefixed(data: Any, prefix: str) -> Any:
    """Return the data with every name of a field, and every place that links lead to, made its document's own."""
    if isinstance(data, list):
        return [prefixed(one, prefix) for one in data]
    if not isinstance(data, dict):
        return data
    inner = {key: prefixed(value, prefix) for key, value in data.items()}
    if "values" in data and "name" in data:  # an answer
        return inner | {"name": f"{prefix}.{data['name']}"}
    if "tag" in data:
        place = {"name": f"{prefix}-{data['name']}"} if "name" in data else {}
        inside = str(data.get("href", "")).startswith("#")
        return inner | place | ({"href": f"#{prefix}-{data['href'][1:]}"} if inside else {})
    return inner
