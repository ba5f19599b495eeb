"""What one build knows between its events, and where it stands: beside the live site, then in its place."""

import logging
from collections.abc import Callable
from pathlib import Path

import jinja2
from filelock import Timeout
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, write_file

from psychoed.build.edition import Edition
from psychoed.build.judge_site import judged_site
from psychoed.build.project import Project
from psychoed.build.site_folder import folder_fault
from psychoed.build.swap import Swap
from psychoed.checks.site.faults import LIVE_HTML
from psychoed.checks.site.leaks import LEAK
from psychoed.door.defaults import written_settings
from psychoed.door.language import site_language
from psychoed.door.unchanged import Stamp
from psychoed.door.warnings import HeldWarnings
from psychoed.library.library import Library
from psychoed.reading.problem import Problem
from psychoed.reading.shipped import shipped
from psychoed.report.reporter import Reporter
from psychoed.report.system_faults import system_fault
from psychoed.views.web.html import environment
from psychoed.views.web.offline import sheets_script

log = logging.getLogger("mkdocs.hooks.library")


NEVER_PUBLISHED = {
    LEAK.id: "what is for staff stands in the site",
    LIVE_HTML.id: "a page holds what would run or ask by itself",
}
"""Rules that keep a site from its place in every mode, strict or not."""


class CurrentBuild:
    """One build, from its settings to its site. A new one begins with every build."""

    def __init__(self, config: MkDocsConfig, *, preview: bool, stamp: Stamp | None = None) -> None:
        """Begin. `stamp`: by which the next build will know that nothing has changed."""
        self.preview, self.stamp = preview, stamp
        self.project = project_of(config, preview=preview)
        self.blocks = environment(self.project.theme)
        self.edition = Edition(Library(), [])
        self.env: jinja2.Environment | None = None
        self.framed: dict[str, str] = {}
        """Framed views of pages, by their path in the site."""
        self.swap: Swap | None = None
        self.reporter = Reporter(log)
        self.held = HeldWarnings([Page.__module__, Navigation.__module__])

    def begin(self, config: MkDocsConfig) -> None:
        """Build beside the live site; the preview has a folder of its own."""
        if config.strict:  # a warning fails the build, so it is shown and counted also with --quiet
            main = logging.getLogger("mkdocs")
            main.setLevel(min(logging.WARNING, main.level or logging.WARNING))
        self.project.look_into_folders()
        if self.preview:
            return
        if fault := folder_fault(Path(config.site_dir), self.project):
            raise Abort(f"Nothing was built: {fault.what}; {fault.instead}.")
        self.swap = Swap(Path(config.site_dir), self.project.root / ".cache")
        if self.swap.busy():
            log.info("Another build of %s is running: waiting for it.", self.swap.site.name)
        try:
            config.site_dir = str(self.swap.begin())
        except Timeout:
            raise Abort(f"Another build of {self.swap.site.name} does not end. Stop it, then build again.") from None

    def finish(self, config: MkDocsConfig) -> None:
        """Judge the site. It takes the old one's place, unless a strict build has found something wrong, or any build
        something that no site may hold."""
        found = self.judge(Path(config.site_dir)) if self.edition.library.ready else set[str]()
        reasons = [reason for rule, reason in NEVER_PUBLISHED.items() if rule in found]
        if self.swap is None:
            self.reporter.conclude("preview")
            return
        config.site_dir = str(self.swap.site)
        if reasons:
            self.swap.give_up()
            self.reporter.conclude("nothing")
            raise Abort(f"Nothing was published: {', and '.join(reasons)}. {self.swap.site.name} is as it was.")
        if config.strict and warnings_counted():
            self.swap.give_up()
            self.reporter.conclude("nothing")
            log.error("Nothing was published: %s is as it was.", self.swap.site.name)
        else:
            self.swap.finish()
            self.reporter.conclude("the rest")
            if self.stamp:
                self.stamp.keep(self.reporter.found)

    def judge(self, site: Path) -> set[str]:
        """Write what can be made only from finished pages, and tell what is wrong with all of them. Return the rules
        that are broken."""
        for path, text in self.late_files(site).items():
            write_file(text.encode(), str(site / path))
        problems, advice = judged_site(site, self.project, self.edition)
        problems += self.held.not_listed(self.project.content.name, [*self.edition.problems, *problems])
        found = self.reporter.tell(sorted(problems), advice)
        self.release(*found.problems, *found.advice)
        return {problem.rule for problem in problems}

    def late_files(self, site: Path) -> dict[str, str]:
        return self.framed | (sheets_script(site) if self.project.offline else {})

    def release(self, *more: Problem) -> None:
        """Let through the site generator's own warnings, but for what a Problem says already."""
        reported = [*self.edition.problems, *self.edition.advice, *self.edition.reported, *more]
        unread = self.edition.library.unread.union(*(added.refused for added in self.edition.added.values()))
        self.held.release(reported, self.project.root, self.project.content.name, unread)

    def break_off(self, error: Exception) -> None:
        """Leave the live site as it was, and nothing of this build."""
        self.release()
        if self.swap is not None:
            self.swap.give_up()
        if fault := system_fault(error, self.project.root):
            raise Abort(f"{fault.what}. The site is as it was; {fault.instead}, then build again.") from None


def project_of(config: MkDocsConfig, *, preview: bool) -> Project:
    """Return what the settings say of the clinic's folder and of the edition that is made."""
    settings, edition = Path(config.config_file_path).resolve(), config.extra.get("edition")
    site_dir = written_settings(config).get("site_dir") or "site" if preview else config.site_dir
    return Project(
        root=settings.parent,
        settings=settings,
        content=Path(config.docs_dir),
        site_url=config.site_url or "",
        language=site_language(config),
        staff=edition == "staff",
        offline=edition == "offline",
        drafts=preview,
        strict=bool(config.strict),
        site_name=Path(site_dir).name,
        theme=theme_folders(config),
        to_html=html_maker(config),
    )


def theme_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return where templates come from: the clinic's own folder before the package's theme."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return tuple(dict.fromkeys(folder.resolve() for folder in (*own, shipped("theme"))))


def html_maker(config: MkDocsConfig) -> Callable[[str], str]:
    """Return what makes HTML of Markdown, with the extensions of the site's pages."""
    markdown = Markdown(extensions=list(config.markdown_extensions), extension_configs=config.mdx_configs)
    return lambda text: markdown.reset().convert(text)


def warnings_counted() -> bool:
    """Return True if the site generator, which counts in strict mode, has counted anything."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
