"""The one door to MkDocs: its events in the order in which they fire. Nothing else here imports mkdocs."""

import json
import logging
from pathlib import Path
from typing import Any

import jinja2
import typst
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from checks.clinic import advise_on_placeholders
from checks.everything import check_library
from checks.layout import check_layout
from library.library import Library, Sheet
from library.load import load_library
from library.problem import Problem
from publishing.cache import Cache
from publishing.webfonts import web_fonts
from views.article import article_markdown
from views.help import calls, help_data, help_now
from views.pages import about_page, about_sheet, shelves, topics_in_use, url_of
from views.pdf.fonts import printable
from views.pdf.printer import Printed, Printer, tools_key, variants
from views.web import blocks_html, environment, page_link

log = logging.getLogger("mkdocs.hooks.library")
GROUND = "help/pause-and-ground.md"
PROGRESS_EVERY = 10


class Build:
    """What one build knows between its events. A new one begins with every build."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.root = Path(config.config_file_path).resolve().parent
        self.settings = Path(config.config_file_path).resolve()
        self.staff = config.extra.get("edition") == "staff"
        self.overrides = self.root / "overrides"
        self.cache = Cache(self.root / ".cache" / ("staff" if self.staff else "public"))
        self.library = Library()
        self.blocks = environment(self.overrides)


build: Build


def report(problems: list[Problem]) -> None:
    """Errors, so that a strict build fails on them with and without --quiet."""
    for problem in sorted(set(problems)):
        log.error("%s", problem)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Reads and checks all that the clinic wrote, and adds what is made from it."""
    global build
    build = Build(config)
    whole, problems = load_library(build.root, build.settings, config.theme["language"])
    problems += check_library(whole, Path(config.docs_dir), printable())
    if not whole.ready:
        report(problems)
        raise Abort("Nothing can be built before these are mended.")
    build.library = whole.edition(staff=build.staff)
    problems += add_worksheets(files, config)
    for font in web_fonts():
        data = build.cache.remember(f"{tools_key()}-{font.name}", font.make)
        files.append(File.generated(config, f"assets/fonts/{font.name}", content=data))
    build.cache.tidy()
    leave_out(whole.unread, files, config)
    report(problems)
    for advice in advise_on_placeholders(whole):
        log.info("Advice: %s", advice)
    return files


def add_worksheets(files: Files, config: MkDocsConfig) -> list[Problem]:
    """A page and three PDFs for each sheet. A sheet that does not fit its pages is named."""
    printer = Printer(build.overrides / "print", config.site_url or "", staff=build.staff)
    problems: list[Problem] = []
    jobs = [(sheet, variant) for sheet in build.library.sheets.values() for variant in variants(build.library)]
    inputs = {(sheet.id, variant.name): printer.inputs(sheet, build.library, variant) for sheet, variant in jobs}
    new = [job for job, given in inputs.items() if not build.cache.holds(printer.key(given))]
    for number, (sheet, variant) in enumerate(jobs, 1):
        if (sheet.id, variant.name) in new and number % PROGRESS_EVERY == 0:
            log.info("Printing worksheets: %d of %d PDFs", number, len(jobs))
        try:
            printed = printed_once(printer, inputs[sheet.id, variant.name])
        except typst.TypstError as error:
            problems.append(
                Problem(
                    sheet.tree.path, 1, 1, f"the sheet cannot be printed ({error.message})", "change the text it names"
                )
            )
            continue
        problems += check_layout(sheet, variant, printed)
        name = f"worksheets/{sheet.id}/{sheet.id}-{variant.name}.pdf"
        files.append(File.generated(config, name, content=printed.pdf))
    for sheet in build.library.sheets.values():
        files.append(worksheet_page(sheet, config))
    return problems


def printed_once(printer: Printer, inputs: dict[str, str]) -> Printed:
    data = build.cache.remember(printer.key(inputs), lambda: printer.print(inputs).packed())
    return Printed.unpacked(data)


def worksheet_page(sheet: Sheet, config: MkDocsConfig) -> File:
    """A page that MkDocs knows, so that links to it are checked; on_page_content fills it."""
    title = json.dumps(sheet.worksheet.title, ensure_ascii=False)
    content = f"---\ntemplate: worksheet.html\ntitle: {title}\n---\n"
    return File.generated(config, f"worksheets/{sheet.id}.md", content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def leave_out(unread: frozenset[str], files: Files, config: MkDocsConfig) -> None:
    """Keeps a page with a Problem off the site, and out of the navigation, where MkDocs would complain again."""
    for path in unread:
        if file := files.get_file_from_path(path):
            files.remove(file)
    config.nav = without(config.nav, unread)


def without(nav: Any, paths: frozenset[str]) -> Any:
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without(item, paths)) not in (None, {}, [])]
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := without(item, paths)) not in (None, {}, [])}
    return None if nav in paths else nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fills in settings and sources. The front matter that templates see is the one that was checked."""
    source = build.library.pages.get(page.file.src_uri)
    if source is None:
        return markdown
    page.title = source.page.title
    page.meta = source.page.model_dump()
    page.meta["template"] = page.meta.get("template", "article.html")
    return article_markdown(source, markdown, build.library)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A worksheet's page is made from its model."""
    sheet = sheet_of(page)
    if sheet is None:
        return html
    link = page_link(page.url)
    return blocks_html(sheet, build.library, build.blocks, link, staff=build.staff)


def sheet_of(page: Page) -> Sheet | None:
    path = page.file.src_uri
    if not path.startswith("worksheets/"):
        return None
    return build.library.sheets.get(path.removeprefix("worksheets/").removesuffix(".md"))


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What every template may show."""
    library = build.library
    env.globals.update(
        words=library.words,
        clinic=library.clinic,
        staff=build.staff,
        help_lines=help_data(library),
        calls=calls(library),
        help_now=help_now(library),
        emergency=library.help.emergency if library.help else "",
        ground_url=url_of(GROUND) if GROUND in library.pages else "",
        papers=[variant.name for variant in variants(library)],
        phases=shelves(library),
        topics=topics_in_use(library),
        readings={path: about_page(source, library) for path, source in library.pages.items()},
        about={},
    )
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What this page's template shows beside its text."""
    sheet, source = sheet_of(page), build.library.pages.get(page.file.src_uri)
    if sheet:
        context["about"] = about_sheet(sheet, build.library)
    elif source:
        context["about"] = about_page(source, build.library)
    return context
