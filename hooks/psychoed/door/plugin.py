"""The one door to MkDocs: its events in the order in which they fire. Nothing else here imports mkdocs."""

import errno
import json
import logging
from pathlib import Path
from typing import Any

import jinja2
from filelock import Timeout
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, write_file

from psychoed.build.edition import Edition, make_edition
from psychoed.build.judge_site import judged_site
from psychoed.build.policy import page_policy
from psychoed.build.project import Project
from psychoed.build.swap import Swap
from psychoed.checks.links.navigation import wrong_entries
from psychoed.door.theme_files import theme_files
from psychoed.door.warnings import Held
from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source
from psychoed.model.article import GlossaryPage, KindsPage
from psychoed.reading.markdown.richtext import plain
from psychoed.reading.problem import Problem
from psychoed.report.reporter import Reporter
from psychoed.views.article import article_markdown, without_styles
from psychoed.views.glossary import marked
from psychoed.views.packet import about_packet, packet_lists
from psychoed.views.web.framed import embed_path, one_folder_down
from psychoed.views.web.guide import guide
from psychoed.views.web.html import blocks_html, environment, glossary_html, packet_html, page_link
from psychoed.views.web.offline import naming_files, search_script, sheets_script
from psychoed.views.web.pages import about_page, about_sheet, site_wide
from psychoed.views.web.preview import problems_html

log = logging.getLogger("mkdocs.hooks.library")
command = "build"


class Build:
    """What one build knows between its events. A new one begins with every build."""

    def __init__(self, config: MkDocsConfig) -> None:
        settings = Path(config.config_file_path).resolve()
        self.project = Project(
            root=settings.parent,
            settings=settings,
            content=Path(config.docs_dir),
            site_url=config.site_url or "",
            language=config.theme["language"],
            staff=config.extra.get("edition") == "staff",
            offline=config.extra.get("edition") == "offline",
            strict=bool(config.strict),
            markdown=tuple(config.markdown_extensions),
            markdown_settings=config.mdx_configs,
        )
        self.blocks = environment(self.project.overrides)
        self.edition = Edition(Library(), [])
        self.env: jinja2.Environment | None = None
        self.framed: dict[str, str] = {}
        """Framed views of pages, by their path in the site."""
        self.swap: Swap | None = None
        self.reporter = Reporter(log)
        self.held = Held([Page.__module__, Navigation.__module__])

    def release(self, *more: Problem) -> None:
        """The site generator's own warnings, but for what was said already."""
        said = [*self.edition.problems, *self.edition.advice, *self.edition.found, *more]
        self.held.release(said, self.project.root, self.project.content.name, self.edition.library.unread)


build: Build


def on_startup(command: str, dirty: bool) -> None:
    globals()["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Builds go beside the live site; the preview has a folder of its own."""
    global build
    build = Build(config)
    config.nav = [*(config.nav or []), *config.extra.get("more_nav", [])] or None
    if config.strict:  # a warning fails the build, so it is shown and counted also with --quiet
        logging.getLogger("mkdocs").setLevel(min(logging.WARNING, logging.getLogger("mkdocs").level or logging.WARNING))
    if command != "serve":
        build.swap = Swap(Path(config.site_dir), build.project.root / ".cache")
        if build.swap.busy():
            log.info("Another build of %s is running: waiting for it.", build.swap.site.name)
        try:
            config.site_dir = str(build.swap.begin())
        except Timeout:
            raise Abort(f"Another build of {build.swap.site.name} does not end. Stop it, then build again.") from None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Reads and checks all that the clinic wrote, and adds what is made from it."""
    build.edition = edition = make_edition(build.project, log.info)
    build.reporter.tell(edition.problems, edition.advice)
    if not edition.library.ready:
        return only_problems(files, config)
    for path, data in edition.site_files().items():
        files.append(File.generated(config, path, content=data, inclusion=InclusionLevel.INCLUDED))
    for source in edition.library.sources():
        if not isinstance(source, PageSource):
            files.append(made_page(source, config))
    leave_out(edition.library.unread, files, config)
    config.nav = without(config.nav, wrong_entries(edition.whole, build.project.content))
    return files


def only_problems(files: Files, config: MkDocsConfig) -> Files:
    """Without the clinic's details or the template's words no page can be drawn; a preview shows why."""
    build.reporter.conclude("nothing")
    if command != "serve":
        raise Abort("Nothing can be built before these are mended.")
    html = problems_html(build.edition.problems, build.blocks, alone=True)
    pages = [file.dest_uri for file in files.documentation_pages()]
    config.nav, config.theme.static_templates = [], set()
    return Files([File.generated(config, uri, content=html) for uri in {"index.html", "404.html", *pages}])


def made_page(source: SheetSource | PacketSource, config: MkDocsConfig) -> File:
    """A page that MkDocs knows, so that links to it are checked; on_page_content fills it."""
    template = "worksheet.html" if isinstance(source, SheetSource) else "packet.html"
    content = f"---\ntemplate: {template}\ntitle: {json.dumps(source.title, ensure_ascii=False)}\n---\n"
    return File.generated(config, source.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def leave_out(unread: frozenset[str], files: Files, config: MkDocsConfig) -> None:
    """Keeps a page with a Problem off the site, and out of the navigation, where MkDocs would complain again."""
    for path in unread:
        if file := files.get_file_from_path(path):
            files.remove(file)
        if command == "serve":  # the author's browser finds the Problem where the page was
            files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    config.nav = without(config.nav, unread)


def without(nav: Any, paths: frozenset[str]) -> Any:
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without(item, paths)) not in (None, {}, [])]
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := without(item, paths)) not in (None, {}, [])}
    return None if nav in paths else nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fills in settings and sources. The front matter that templates see is the one that was checked."""
    source = source_of(page)
    if source is None:
        return markdown
    if not isinstance(source, PageSource):  # its title may hold Markdown
        page.title = page.meta["title"] = str(escape(plain(source.title)))
        return markdown
    page.title = str(escape(source.page.title))  # to MkDocs and its search a title is HTML
    page.meta = source.page.model_dump() | {"title": page.title}
    page.meta["template"] = page.meta.get("template", "article.html")
    return article_markdown(source, marked(source, build.edition.library), build.edition.library)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page of a worksheet or a packet is made from its model, and the glossary from its entries."""
    library, link = build.edition.library, page_link(page.url)
    source = source_of(page)
    if isinstance(source, SheetSource):
        return blocks_html(source, library, build.blocks, link, staff=build.project.staff)
    if isinstance(source, PacketSource):
        return packet_html(source, library, build.blocks, link)
    if source and isinstance(source.page, GlossaryPage):
        return html + glossary_html(library, build.blocks, link)
    return without_styles(html)


def source_of(page: Page) -> Source | None:
    """What the page is made of, where the library holds it."""
    return build.edition.library.by_path.get(page.file.src_uri)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What every template may show."""
    edition = build.edition
    build.env = env
    if edition.library.ready:
        env.globals.update(
            site_wide(edition.library),
            packets=packet_lists(edition.library),
            staff=build.project.staff,
            offline=build.project.offline,
            about={},
        )
        env.globals["theme_files"] = theme_files(files.src_uris)
        if command != "serve":  # the preview reloads itself by a script inside the page
            env.globals["policy"] = page_policy()
        elif edition.problems:
            env.globals["problems"] = problems_html(edition.problems, build.blocks, alone=False)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What this page's template shows beside its text."""
    library = build.edition.library
    source = source_of(page)
    if isinstance(source, SheetSource):
        context["about"] = about_sheet(source, library)
    elif isinstance(source, PacketSource):
        context["about"] = about_packet(source, library)
    elif source:
        context["about"] = about_page(source, library)
        if isinstance(source.page, KindsPage):
            context["about"] |= {"families": guide(library, build.blocks, page_link(page.url))}
    if isinstance(source, SheetSource) or (isinstance(source, PageSource) and source.article):
        add_framed(context, page)
    return context


def add_framed(context: dict[str, Any], page: Page) -> None:
    """The page once more for a frame, where the settings name a site that may show it."""
    clinic = build.edition.library.clinic
    if build.env and clinic and clinic.value.embed_on and not (build.project.staff or build.project.offline):
        html = build.env.get_template(page.meta["template"]).render({**context, "embedded": True})
        build.framed[embed_path(page.file.dest_uri)] = one_folder_down(html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Without a server, links name the file that they lead to."""
    return naming_files(output) if build.project.offline else output


def on_post_build(config: MkDocsConfig) -> None:
    """The new site takes the old one's place, unless a strict build has found something wrong."""
    edition = build.edition
    if edition.library.ready:
        for path, text in late_files(Path(config.site_dir)).items():
            write_file(text.encode(), str(Path(config.site_dir, path)))
        problems, advice = judged_site(Path(config.site_dir), build.project, edition)
        problems += build.held.not_listed(build.project.content.name, [*edition.problems, *problems])
        found = build.reporter.tell(sorted(problems), advice)
        build.release(*found.problems, *found.advice)
    if build.swap is None:
        return build.reporter.conclude("preview")
    config.site_dir = str(build.swap.site)
    if config.strict and warnings_counted():
        build.swap.give_up()
        build.reporter.conclude("nothing")
        log.error("Nothing was published: %s is as it was.", build.swap.site.name)
    else:
        build.swap.finish()
        build.reporter.conclude("the rest")
    return None


def late_files(site: Path) -> dict[str, str]:
    """What can be made only from finished pages and the index of the search."""
    return build.framed | (search_script(site) | sheets_script(site) if build.project.offline else {})


def warnings_counted() -> bool:
    """Whether MkDocs, which counts in strict mode, has counted anything."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def on_build_error(error: Exception) -> None:
    """A build that breaks off leaves the live site as it was, and its own remains nowhere."""
    build.release()
    if build.swap is not None:
        build.swap.give_up()
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        raise Abort("The disk is full. The site is as it was; make room, then build again.") from None
