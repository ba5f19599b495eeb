"""What happens at each event of MkDocs: settings are completed, a build begins, pages are drawn, the site is judged."""

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from psychoed.door.current_build import CurrentBuild
from psychoed.door.defaults import complete, default_settings
from psychoed.door.language import settle_language
from psychoed.door.navigation import add_more_nav
from psychoed.door.pages import page_content, page_context, page_text
from psychoed.door.preview import follow_settings
from psychoed.door.refused_settings import refuse_settings
from psychoed.door.replaced_plugins import leave_out_search
from psychoed.door.site_files import all_files
from psychoed.door.templates import furnish
from psychoed.door.unchanged import Stamp
from psychoed.door.watching import watch_new_folders
from psychoed.reading.web.html import without_html_comments
from psychoed.views.web.offline import with_links_to_files


class Events:
    """The events of one site, from build to build."""

    def __init__(self, *, preview: bool, deploys: bool) -> None:
        self.preview, self.deploys = preview, deploys
        self.current: CurrentBuild | None = None

    @property
    def build(self) -> CurrentBuild:
        assert self.current, "on_config begins a build"
        return self.current

    def complete_settings(self, config: MkDocsConfig) -> None:
        self.current = None
        refuse_settings(config, deploys=self.deploys)
        leave_out_search(config)
        complete(config)
        settle_language(config)
        add_more_nav(config)

    def begin(self, config: MkDocsConfig, stamp: Stamp | None) -> None:
        self.current = CurrentBuild(config, preview=self.preview, stamp=stamp)
        self.current.begin(config)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        return all_files(self.build, files, config)

    def on_page_markdown(self, markdown: str, page: Page) -> str:
        return page_text(self.build, markdown, page)

    def on_page_content(self, html: str, page: Page) -> str:
        return page_content(self.build, html, page)

    def on_env(self, env: jinja2.Environment, files: Files) -> None:
        furnish(self.build, env, files.src_uris)

    def on_page_context(self, context: Any, page: Page) -> Any:
        return page_context(self.build, context, page)

    def on_post_page(self, output: str) -> str:
        """Take comments out, and let links name the file that they lead to, where no server does so."""
        output = without_html_comments(output)
        return with_links_to_files(output) if self.build.project.offline else output

    def on_post_template(self, output: str, name: str) -> str:
        """Take comments out of what is no page: the one that a host shows where there is none."""
        return without_html_comments(output) if name.endswith(".html") else output

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
        watch_new_folders(server, Path(config.config_file_path).parent, [*default_settings()["watch"], config.docs_dir])
        follow_settings(server, builder, config)
