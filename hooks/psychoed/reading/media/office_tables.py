"""Tables of office documents as they are read: along each row and down each column, whatever stands between in the file."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from lxml import etree

SHARED_TEXTS = "xl/sharedstrings.xml"
"""Where a file of Excel keeps the texts that its cells name by number."""
TABLE_ROWS, TABLE_CELLS = ("row", "tr", "table-row"), ("c", "tc", "table-cell")
"""What Excel, Word and PowerPoint, and LibreOffice call them."""


def words_in_tables(parts: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Yield the tables of the parts of a document, named in small letters."""
    roots = {name: root for name, data in parts if (root := parsed(data)) is not None}
    shared = ["".join(one.itertext()) for one in roots.get(SHARED_TEXTS, ())]
    for root in roots.values():
        rows = [
            [said_in_cell(cell, shared) for cell in row if local(cell) in TABLE_CELLS]
            for row in root.iter()
            if local(row) in TABLE_ROWS
        ]
        if rows:
            yield "\n".join(" ".join(row) for row in rows)
            yield "\n\n".join("\n".join(column) for column in zip_longest(*rows, fillvalue=""))


def parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    return etree.fromstring(data, parser) if data.strip() else None


def local(node: Any) -> str:
    """Return the name of a node without its namespace; nothing for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def said_in_cell(cell: Any, shared: list[str]) -> str:
    words = "".join(cell.itertext()).strip()
    if cell.get("t") == "s" and words.isdecimal() and int(words) < len(shared):
        return shared[int(words)]
    return words
