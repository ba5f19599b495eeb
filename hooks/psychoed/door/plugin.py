"""The one door to MkDocs: its events in the order in which they fire, each handed on.

The package enters here as the plugin `psychoed`, and a copy of the project by the hook hooks/events.py.
"""

from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from psychoed.door.current_build import CurrentBuild
from psychoed.door.defaults import complete, default_settings
from psychoed.door.language import settle_language
from psychoed.door.navigation import add_more_nav
from psychoed.door.pages import page_content, page_context, page_text
from psychoed.door.preview import follow_settings
from psychoed.door.refused_settings import refuse_settings
from psychoed.door.site_files import all_files
from psychoed.door.templates import furnish
from psychoed.door.watching import watch_new_folders
from psychoed.reading.web.html import without_html_comments
from psychoed.views.web.offline import with_links_to_files

FIRST, LAST = 100, -100
"""Whatever order the settings name the plugins in: settings are complete before another one reads them, and the site
moves into place after all others have written to it."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What a clinic says stands under `extra` in its settings."""


class Psychoed(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """The events of one site, from build to build."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = self.deploys = False
        self.current: CurrentBuild | None = None

    @property
    def build(self) -> CurrentBuild:
        assert self.current, "on_config begins a build"
        return self.current

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview, self.deploys = command == "serve", command == "gh-deploy"

    @event_priority(FIRST)
    def complete_settings(self, config: MkDocsConfig) -> None:
        self.current = None
        refuse_settings(config, deploys=self.deploys)
        complete(config)
        settle_language(config)
        add_more_nav(config)

    @event_priority(LAST)
    def begin(self, config: MkDocsConfig) -> None:
        self.current = CurrentBuild(config, preview=self.preview)
        self.current.begin(config)

    on_config = CombinedEvent(complete_settings, begin)

    @event_priority(LAST)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return all_files(self.build, files, config)

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return page_text(self.build, markdown, page)

    @event_priority(LAST)
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return page_content(self.build, html, page)

    @event_priority(LAST)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        furnish(self.build, env, files.src_uris)

    @event_priority(LAST)
    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        return page_context(self.build, context, page)

    @event_priority(LAST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Take comments out, and let links name the file that they lead to, where no server does so."""
        output = without_html_comments(output)
        return with_links_to_files(output) if self.build.project.offline else output

    @event_priority(LAST)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Take comments out of what is no page: the one that a host shows where there is none."""
        return without_html_comments(output_content) if template_name.endswith(".html") else output_content

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.build.finish(config)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:
        watch_new_folders(server, Path(config.config_file_path).parent, [*default_settings()["watch"], config.docs_dir])
        follow_settings(server, builder, config)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        if self.current:
            self.current.break_off(error)
