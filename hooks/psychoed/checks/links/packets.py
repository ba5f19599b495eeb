"""What a packet names must be there, once, and for its readers."""

from collections.abc import Iterator

from psychoed.checks.links.references import A_PATH
from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource
from psychoed.model.packet import Item
from psychoed.reading.problem import Fault, Problem, problem_at, suggestion

RULES = (Rule("packet-items", "fixed", "what a packet names is there, once, and for its readers"),)
IN_NO_PACKET = Rule("in-no-packet", "advice", "each page and sheet for clients is in a packet, or says why not")
MOST_NAMED = 6


def check_packets(library: Library) -> Iterator[Problem]:
    for source in library.packets.values():
        yield from unknown_items(source, library)
        yield from repeated_items(source)
        yield from items_without_a_day(source) if source.packet.staff_only else keys_for_staff(source)


def advise_on_packets(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all pages and sheets for clients that are in no packet, and do not say why not, where most
    are in one: who begins with a few packets has forgotten nothing."""
    handed_out = {item.names for one in library.packets.values() if not one.staff_only for item in one.packet.items}
    sources: list[SheetSource | PageSource] = [*library.articles(), *library.sheets.values()]
    for_clients = [source for source in sources if not source.staff_only and not says_why_not(source)]
    left = [source for source in for_clients if source.path not in handed_out]
    if left and 2 * len(left) <= len(for_clients):
        named = ", ".join(source.tree.path for source in left[:MOST_NAMED])
        more = f" and {len(left) - MOST_NAMED} more" if len(left) > MOST_NAMED else ""
        what = f"{len(left)} pages and sheets for clients are in no packet: {named}{more}"
        instead = "put each into a packet, or say why not in a line `no_packet: …`"
        yield problem_at(left[0].tree.path, left[0].tree.position(("title",)), what, instead, IN_NO_PACKET.id)


def says_why_not(source: SheetSource | PageSource) -> bool:
    page = source.article if isinstance(source, PageSource) else source.worksheet
    return page is not None and page.no_packet is not None


def item_keys(source: PacketSource, number: int) -> tuple[str, int, str]:
    return ("items", number, "worksheet" if source.packet.items[number].worksheet else "article")


def unknown_items(source: PacketSource, library: Library) -> Iterator[Problem]:
    """Yield the items that are not there. They are named as in the packet: a worksheet by its id, an article by its
    path."""
    here = library.known_paths(public=not source.packet.staff_only)
    for number, item in enumerate(source.packet.items):
        if item.names and item.names not in here:
            at = source.tree.position(item_keys(source, number))
            yield item_fault(item, here, library).problem(source.tree.path, at)
        elif item.article and item.article in library.pages and not library.holds(item):
            what = f"“{item.article}” is a page that lists others, and no article"
            at = source.tree.position(item_keys(source, number))
            yield problem_at(source.tree.path, at, what, "name one of the articles that it lists")


def item_fault(item: Item, here: frozenset[str], library: Library) -> Fault:
    name = item.worksheet or item.article or ""
    if item.names in library.known_paths(public=False):
        return Fault(f"“{name}” is in the staff edition only", "take it out, or write audience: staff")
    if item.worksheet:
        ids = [path.removeprefix("worksheets/").removesuffix(".md") for path in here if path.startswith("worksheets/")]
        instead = suggestion(item.worksheet, ids, "write the name of its file without .yml")
        return Fault(f"there is no worksheet “{name}”", instead)
    return Fault(f"there is no page “{name}”", suggestion(name, here, A_PATH))


def repeated_items(source: PacketSource) -> Iterator[Problem]:
    """Yield the items that a packet holds twice: the fields of such a sheet would share their answers."""
    seen: set[str] = set()
    for number, item in enumerate(source.packet.items):
        if item.names and item.names in seen:
            at = source.tree.position(item_keys(source, number))
            what = f"“{item.worksheet or item.article}” is in this packet twice"
            yield problem_at(
                source.tree.path, at, what, "take one out; for a second copy, people print the sheet again"
            )
        seen.add(item.names)


def keys_for_staff(source: PacketSource) -> Iterator[Problem]:
    packet = source.packet
    days = [("items", number, "by") for number, item in enumerate(packet.items) if item.by]
    for keys in [*((key,) for key in ("role", "questions") if getattr(packet, key)), *days]:
        what, instead = f"a packet for clients has “{keys[-1]}”", "take it out, or write audience: staff"
        yield problem_at(source.tree.path, source.tree.position(keys, of_key=True), what, instead)


def items_without_a_day(source: PacketSource) -> Iterator[Problem]:
    for number, item in enumerate(source.packet.items):
        if item.names and not item.by:
            at = source.tree.position(("items", number))
            what = "this item of a reading path does not say by when it is to be read"
            yield problem_at(source.tree.path, at, what, "add by: day-1, by: week-1 or by: month-1")
