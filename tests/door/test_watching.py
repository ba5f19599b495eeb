"""A folder that is made while the preview runs, or comes back, is watched from then on."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from psychoed.door.watching import watch_new_folders

LONGEST = 30  # seconds


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    (tmp_path / "content").mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    server.watch(str(tmp_path / "content"))
    watch_new_folders(server, tmp_path, ["data", str(tmp_path / "content")])
    server.observer.start()
    yield server
    server.observer.stop()
    server.server_close()


def follows(server: LiveReloadServer, change: Callable[[], object]) -> bool:
    """True if the server wants to build anew after this change, which is made again and again."""
    server._want_rebuild = False
    end = time.monotonic() + LONGEST
    while not server._want_rebuild and time.monotonic() < end:
        change()
        time.sleep(0.05)
    return server._want_rebuild


def test_a_folder_made_later_is_watched(server, tmp_path):
    (tmp_path / "data").mkdir()
    assert follows(server, lambda: (tmp_path / "data" / "glossary.yml").write_text("- {}", "utf-8"))


def test_a_folder_that_went_away_and_came_back_is_drawn_and_watched(server, tmp_path):
    content, elsewhere = tmp_path / "content", tmp_path.with_name("elsewhere")
    end = time.monotonic() + LONGEST
    shutil.move(content, elsewhere)
    while all(one.is_alive() for one in server.observer.emitters) and time.monotonic() < end:
        time.sleep(0.05)
    assert follows(server, lambda: elsewhere.exists() and elsewhere.rename(content)), "what came along is drawn"
    assert follows(server, lambda: (content / "index.md").write_text("# Home", "utf-8"))
