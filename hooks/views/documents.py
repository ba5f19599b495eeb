"""What is printed: worksheets, articles and packets as data, each with the address of its page."""

from library.library import Library, PacketSource, PageSource, Sheet
from library.packet import Item
from views.handout import ToHtml, handout_view
from views.packet import on_paper
from views.pages import url_of
from views.pdf.printer import Printer
from views.sheet import Data, sheet_view


class Documents:
    """The documents of one edition."""

    def __init__(self, printer: Printer, library: Library, to_html: ToHtml) -> None:
        self.printer = printer
        self.library = library
        self.to_html = to_html

    def sheet(self, sheet: Sheet) -> Data:
        view = sheet_view(sheet, self.library, self.printer.link)
        return self.printer.addressed(view, f"worksheets/{sheet.id}/")

    def article(self, page: PageSource) -> Data:
        view = handout_view(page, self.library, self.printer.link, self.to_html)
        return self.printer.addressed(view, url_of(page.path))

    def packet(self, source: PacketSource) -> Data:
        """A client is handed a packet as it is: what is for the clinician alone stays with the single sheets."""

        def document(item: Item) -> Data:
            if not item.worksheet:
                return self.article(self.library.pages[item.names])
            sheet = self.sheet(self.library.sheets[item.worksheet])
            return sheet if source.packet.staff_only else sheet | {"clinician_note": []}

        view = on_paper(source, self.library, self.printer.link, document)
        return self.printer.addressed(view, f"packets/{source.id}/")
