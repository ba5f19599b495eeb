"""A real browser, and servers of this machine that show it a folder."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
AS_ROOT = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="there is no Chromium on this machine"),
]


def in_a_browser(test):
    """Marks one test among others that need no browser."""
    return needs_browser[0](needs_browser[1](test))


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed hangs up on what it was still asking for."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is shown."""
    with Server(("127.0.0.1", 0), partial(Silent, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def visit(browser: Browser, url: str, **how: object) -> Iterator[Page]:
    """A page in a browser that holds nothing of an earlier visit. All who visit alike share its processes, which cost more
    to begin than most pages to draw."""
    context = shared_context(browser, json.dumps(how, sort_keys=True))
    if not context.pages:  # while this one is open, its process draws the other pages of the site too
        context.new_page().goto(urljoin(url, "/assets/door.svg") if url.startswith("http") else "about:blank")
    page = context.new_page()
    try:
        page.goto(url)
        yield page
    finally:
        forget_visits(context)


@cache
def shared_context(browser: Browser, how: str) -> BrowserContext:
    return browser.new_context(**json.loads(how))


def forget_visits(context: BrowserContext) -> None:
    """Close all pages but the one that stays open, and drop what sites have stored."""
    stays, *pages = context.pages
    addresses = {urlsplit(frame.url) for page in pages for frame in page.frames}
    for page in pages:
        page.close()
    session = context.new_cdp_session(stays)
    for origin in {f"{one.scheme}://{one.netloc}" for one in addresses if one.netloc}:
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()
    context.clear_cookies()
    context.unroute_all()


class Watch:
    """What a page asked for, and what the browser said of it: refusals of the security policy among them."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: message.type in ("error", "warning") and self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def elsewhere(self, origin: str) -> list[str]:
        return [url for url in self.asked if not url.startswith((origin, "data:"))]
