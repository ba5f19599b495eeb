"""The one door to MkDocs: its events in the order in which they fire. Nothing else here imports mkdocs."""

import errno
import json
import logging
import os
import sys
from collections.abc import Iterable
from itertools import groupby
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
from mkdocs.utils import CountHandler

from library.library import Library, Sheet
from library.problem import Problem
from library.richtext import plain
from publishing.edition import Edition, Project, make_edition
from publishing.held import Held
from publishing.made_from import judged_site
from publishing.report import Found, annotations, write_report
from publishing.swap import Swap
from publishing.terminal import Outcome, closing, heading_of, in_color, line_of
from views.article import article_markdown
from views.pages import about_page, about_sheet, site_wide
from views.preview import problems_html
from views.web import blocks_html, environment, page_link

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
            strict=bool(config.strict),
        )
        self.blocks = environment(self.project.overrides)
        self.edition = Edition(Library(), [])
        self.swap: Swap | None = None
        self.found = Found(())
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


def report(problems: Iterable[Problem], advice: Iterable[Problem]) -> Found:
    """Problems are errors, so that a strict build fails on them with and without --quiet; Advice never fails one."""
    found, color = Found.of(problems, advice), in_color(sys.stderr, os.environ)
    for path, of_file in groupby(found.problems, lambda problem: problem.path):
        listed = list(of_file)
        above = f"{heading_of(path, len(listed))}\n" if color else ""
        for problem in listed:
            log.error("%s%s", above, line_of(problem, color=color))
            above = ""
    for one in found.advice:
        log.info("Advice: %s", line_of(one, color=color))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(*annotations(found), sep="\n")
    build.found = Found.of([*build.found.problems, *found.problems], [*build.found.advice, *found.advice])
    return found


def conclude(outcome: Outcome) -> None:
    """The last words on what was found, and the report for machines."""
    for line in closing(build.found, outcome, color=in_color(sys.stderr, os.environ)):
        log.error("%s", line)
    if file := write_report(build.found, os.environ):
        log.info("The report is in %s.", file)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Reads and checks all that the clinic wrote, and adds what is made from it."""
    build.edition = edition = make_edition(build.project, log.info)
    report(edition.problems, edition.advice)
    if not edition.library.ready:
        return only_problems(files, config)
    for path, data in edition.site_files().items():
        files.append(File.generated(config, path, content=data))
    for sheet in edition.library.sheets.values():
        files.append(worksheet_page(sheet, config))
    leave_out(edition.library.unread, files, config)
    return files


def only_problems(files: Files, config: MkDocsConfig) -> Files:
    """Without the clinic's details or the template's words no page can be drawn; a preview shows why."""
    conclude("nothing")
    if command != "serve":
        raise Abort("Nothing can be built before these are mended.")
    html = problems_html(build.edition.problems, build.blocks, alone=True)
    pages = [file.dest_uri for file in files.documentation_pages()]
    config.nav, config.theme.static_templates = [], set()
    return Files([File.generated(config, uri, content=html) for uri in {"index.html", "404.html", *pages}])


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
    source, sheet = build.edition.library.pages.get(page.file.src_uri), sheet_of(page)
    if sheet:
        page.title = page.meta["title"] = str(escape(plain(sheet.worksheet.title)))
    if source is None:
        return markdown
    page.title = str(escape(source.page.title))  # to MkDocs and its search a title is HTML
    page.meta = source.page.model_dump() | {"title": page.title}
    page.meta["template"] = page.meta.get("template", "article.html")
    return article_markdown(source, source.body, build.edition.library)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A worksheet's page is made from its model."""
    if sheet := sheet_of(page):
        link = page_link(page.url)
        return blocks_html(sheet, build.edition.library, build.blocks, link, staff=build.project.staff)
    return html


def sheet_of(page: Page) -> Sheet | None:
    path = page.file.src_uri
    if not path.startswith("worksheets/"):
        return None
    return build.edition.library.sheets.get(path.removeprefix("worksheets/").removesuffix(".md"))


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What every template may show."""
    edition = build.edition
    if edition.library.ready:
        env.globals.update(site_wide(edition.library), staff=build.project.staff, about={})
        if command == "serve" and edition.problems:
            env.globals["problems"] = problems_html(edition.problems, build.blocks, alone=False)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What this page's template shows beside its text."""
    library = build.edition.library
    sheet, source = sheet_of(page), library.pages.get(page.file.src_uri)
    if sheet:
        context["about"] = about_sheet(sheet, library)
    elif source:
        context["about"] = about_page(source, library)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """The new site takes the old one's place, unless a strict build has found something wrong."""
    edition = build.edition
    if edition.library.ready:
        found = report(*judged_site(Path(config.site_dir), build.project, edition))
        build.release(*found.problems, *found.advice)
    if build.swap is None:
        return conclude("preview")
    config.site_dir = str(build.swap.site)
    if config.strict and warnings_counted():
        build.swap.give_up()
        conclude("nothing")
        log.error("Nothing was published: %s is as it was.", build.swap.site.name)
    else:
        build.swap.finish()
        conclude("the rest")
    return None


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
