"""Folders of a clinic that are made while its preview runs, or come back, as after a change of branch: the site generator
watches only those that it found when it began."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

APPEARED = ("created", "moved")


class NewFolders(FileSystemEventHandler):
    """Has the server watch each of these folders from the moment at which it is there."""

    def __init__(self, server: LiveReloadServer, folders: Iterable[Path]) -> None:
        self.server = server
        self.folders = {str(folder) for folder in folders}

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in {str(event.src_path), str(event.dest_path or "")} & self.folders:
            if event.event_type in APPEARED and Path(path).is_dir():
                watch_anew(self.server, path)


def watch_anew(server: LiveReloadServer, path: str) -> None:
    """Watch a folder, in the place of one of its name that is gone, and draw what came with it."""
    try:
        with suppress(KeyError):
            server.unwatch(path)
        server.watch(path)
    except OSError:  # it is gone again, or the system watches no more folders: the next event looks again
        pass
    finally:
        with server._rebuild_cond:
            server._want_rebuild = True
            server._rebuild_cond.notify_all()


def watch_new_folders(server: LiveReloadServer, root: Path, names: Iterable[str]) -> None:
    """Look out in the clinic's folder, but not below it, for folders of these names."""
    handler = NewFolders(server, (root / name for name in names))
    server.observer.schedule(handler, str(root), recursive=False)
