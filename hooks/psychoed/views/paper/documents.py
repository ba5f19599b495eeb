"""What is printed: worksheets, articles and packets as data, each with the address of its page."""

from collections.abc import Mapping
from pathlib import Path

from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source
from psychoed.model.file_addresses import addresses_of
from psychoed.model.packet import Item
from psychoed.views.data import Data
from psychoed.views.packet import packet_on_paper
from psychoed.views.paper.addresses import Addresses
from psychoed.views.paper.handout import ToHtml, handout_view
from psychoed.views.papers import NO_PICTURES
from psychoed.views.sheet import sheet_view


class Documents:
    """The documents of one edition. Each is made once, for its own PDFs and for the packets that hold it."""

    def __init__(
        self,
        content: Path,
        library: Library,
        addresses: Addresses,
        to_html: ToHtml,
        pictures: Mapping[str, str] = NO_PICTURES,
    ) -> None:
        self.content, self.files = content, addresses_of(files_of(content))
        self.pictures = pictures
        self.library = library
        self.addresses = addresses
        self.to_html = to_html
        self.made: dict[str, Data] = {}

    def document_of(self, source: Source) -> Data:
        """Return the document of a source; empty for a page that lists others, which is not printed."""
        if isinstance(source, PageSource):
            return self.article(source) if source.article else {}
        return self.sheet(source) if isinstance(source, SheetSource) else self.packet(source)

    def sheet(self, sheet: SheetSource) -> Data:
        address = sheet.url
        if address not in self.made:
            view = sheet_view(sheet, self.library, self.addresses.link)
            self.made[address] = self.addresses.addressed(view, address)
        return self.made[address]

    def article(self, page: PageSource) -> Data:
        address = page.url
        if address not in self.made:
            view = handout_view(page, self.library, self.addresses.link, self.to_html, self.is_there, self.pictures)
            self.made[address] = self.addresses.addressed(view, address)
        return self.made[address]

    def is_there(self, path: str) -> bool:
        return path in self.files or (self.content / path).is_file()

    def packet(self, source: PacketSource) -> Data:
        """Return a packet as a client is handed it: what is for the clinician alone stays with the single sheets."""

        def document(item: Item) -> Data:
            if not item.worksheet:
                return self.article(self.library.pages[item.names])
            sheet = self.sheet(self.library.sheets[item.worksheet])
            return sheet if source.packet.staff_only else sheet | {"clinician_note": []}

        view = packet_on_paper(source, self.library, self.addresses.link, document)
        return self.addresses.addressed(view, source.url)
