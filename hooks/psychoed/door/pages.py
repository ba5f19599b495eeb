"""The pages of the site: their text, their content and what their templates show, each made from its source."""

from typing import Any

from markupsafe import escape
from mkdocs.structure.pages import Page

from psychoed.door.current_build import CurrentBuild
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source
from psychoed.model.article import GlossaryPage, KindsPage, ReviewsPage
from psychoed.reading.markdown.richtext import plain_text
from psychoed.reading.web.html import without_html_comments
from psychoed.views.article import article_markdown
from psychoed.views.glossary import with_meanings
from psychoed.views.packet import about_packet
from psychoed.views.web.framed import embed_path, one_folder_down
from psychoed.views.web.guide import guide
from psychoed.views.web.html import blocks_html, glossary_html, packet_html, page_link
from psychoed.views.web.links_left_out import without_links_to
from psychoed.views.web.pages import about_page, about_sheet, said_of_waiting
from psychoed.views.web.reviews import reviews_view
from psychoed.views.web.tables import tables_ready


def page_text(build: CurrentBuild, markdown: str, page: Page) -> str:
    """Fill in settings and sources. The front matter that templates see is the one that was checked."""
    library, source = build.edition.library, source_of_page(build, page)
    if source is None:
        return markdown
    if not isinstance(source, PageSource):  # its title may hold Markdown
        page.title = page.meta["title"] = str(escape(plain_text(source.title)))
        return markdown
    page.title = str(escape(plain_text(source.page.title)))  # to the site generator and its search a title is HTML
    page.meta = source.page.model_dump() | {"title": page.title, "summary": plain_text(source.page.summary)}
    page.meta["template"] = page.meta.get("template", "article.html")
    return article_markdown(source, with_meanings(source, library), library)


def page_content(build: CurrentBuild, html: str, page: Page) -> str:
    """Make the page of a worksheet or a packet from its model, and the glossary from its entries."""
    library, source, link = (
        build.edition.library,
        source_of_page(build, page),
        page_link(page.url, build.edition.library.waiting),
    )
    if isinstance(source, SheetSource):
        laid = build.edition.laid.get(source.id)
        return blocks_html(source, library, build.blocks, link, laid, staff=build.project.staff)
    if isinstance(source, PacketSource):
        return packet_html(source, library, build.blocks, link)
    html = without_links_to(library.waiting, html, page.file.src_uri)
    html = tables_ready(html, library.words["frame"]["table"])
    if source and isinstance(source.page, GlossaryPage):
        return html + glossary_html(library, build.blocks, link)
    return html


def page_context(build: CurrentBuild, context: dict[str, Any], page: Page) -> dict[str, Any]:
    """Add what this page's template shows beside its text."""
    library, source = build.edition.library, source_of_page(build, page)
    if isinstance(source, SheetSource):
        context["about"] = about_sheet(source, library, build.edition.laid.get(source.id))
    elif isinstance(source, PacketSource):
        context["about"] = about_packet(source, library)
    elif source:
        context["about"] = about_page(source, library)
        if isinstance(source.page, KindsPage):
            context["about"] |= {"families": guide(library, build.blocks, page_link(page.url, library.waiting))}
        if isinstance(source.page, ReviewsPage):
            context["about"] |= {"reviews": reviews_view(library)}
    if source:
        context["about"] |= {"waiting": said_of_waiting(source, library)}
    if isinstance(source, SheetSource) or (isinstance(source, PageSource) and source.article):
        add_framed(build, context, page)
    return context


def add_framed(build: CurrentBuild, context: dict[str, Any], page: Page) -> None:
    """Draw the page once more for a frame, where the settings name a site that may show it."""
    clinic = build.edition.library.clinic
    if build.env and clinic and clinic.value.embed_on and not (build.project.staff or build.project.offline):
        html = build.env.get_template(page.meta["template"]).render({**context, "embedded": True})
        build.framed[embed_path(page.file.dest_uri)] = one_folder_down(without_html_comments(html))


def source_of_page(build: CurrentBuild, page: Page) -> Source | None:
    """Return what the page is made of, where the library holds it."""
    return build.edition.library.by_path.get(page.file.src_uri)
