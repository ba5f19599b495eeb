"""A folder that is made while the preview runs is watched from then on."""

import time

from mkdocs.livereload import LiveReloadServer

from psychoed.door.watching import watch_new_folders

LONGEST = 30  # seconds


def test_a_folder_made_later_is_watched(tmp_path):
    built: list[bool] = []
    server = LiveReloadServer(lambda: built.append(True), "127.0.0.1", 0, str(tmp_path / "site"))
    watch_new_folders(server, tmp_path, ["data"])
    server.observer.start()
    try:
        (tmp_path / "data").mkdir()
        end = time.monotonic() + LONGEST
        while not server._want_rebuild and time.monotonic() < end:
            (tmp_path / "data" / "glossary.yml").write_text("- {}", "utf-8")
            time.sleep(0.05)
        assert server._want_rebuild
    finally:
        server.observer.stop()
        server.server_close()
