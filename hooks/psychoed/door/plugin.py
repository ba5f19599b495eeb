"""The one door to MkDocs: its events in the order in which they fire, each handed on.

The package enters here as the plugin `psychoed`, and a copy of the project by the hook hooks/events.py. What events.py
imports is slow to import, and a build in which nothing has changed ends before it is asked for.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from psychoed.door.unchanged import Stamp

if TYPE_CHECKING:
    from psychoed.door.events import Events

FIRST, LAST = 100, -100
"""Whatever order the settings name the plugins in: settings are complete before another one reads them, and the site
moves into place after all others have written to it."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What a clinic says stands under `extra` in its settings."""


class Psychoed(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """The events of one site, from build to build."""

    def __init__(self) -> None:
        super().__init__()
        self.command = ""
        self.stamp: Stamp | None = None

    @cached_property
    def events(self) -> "Events":
        from psychoed.door.events import Events

        return Events(preview=self.command == "serve", deploys=self.command == "gh-deploy")

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command

    @event_priority(FIRST)
    def complete_settings(self, config: MkDocsConfig) -> None:
        self.stamp = Stamp(config) if self.command == "build" else None
        if self.stamp and self.stamp.tell_again():
            raise SystemExit(0)
        self.events.complete_settings(config)

    @event_priority(LAST)
    def begin(self, config: MkDocsConfig) -> None:
        self.events.begin(config, self.stamp)

    on_config = CombinedEvent(complete_settings, begin)

    @event_priority(LAST)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return self.events.on_files(files, config)

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.events.on_page_markdown(markdown, page)

    @event_priority(LAST)
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.events.on_page_content(html, page)

    @event_priority(LAST)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        self.events.on_env(env, files)

    @event_priority(LAST)
    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        return self.events.on_page_context(context, page)

    @event_priority(LAST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return self.events.on_post_page(output)

    @event_priority(LAST)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self.events.on_post_template(output_content, template_name)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.events.build.finish(config)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:
        self.events.on_serve(server, config, builder)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        if self.events.current:
            self.events.current.break_off(error)
