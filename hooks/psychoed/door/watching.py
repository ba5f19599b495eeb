"""Folders of a clinic that are made while its preview runs, which the site generator does not watch."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


class NewFolders(FileSystemEventHandler):
    """Has the server watch each of these folders from the moment at which it is there."""

    def __init__(self, server: LiveReloadServer, folders: Iterable[Path]) -> None:
        self.server = server
        self.folders = {str(folder) for folder in folders}

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in {str(event.src_path), str(event.dest_path or "")} & self.folders:
            if Path(path).is_dir():
                self.server.watch(path)


def watch_new_folders(server: LiveReloadServer, root: Path, names: Iterable[str]) -> None:
    """Look out in the clinic's folder, but not below it, for folders of these names."""
    handler = NewFolders(server, (root / name for name in names))
    server.observer.schedule(handler, str(root), recursive=False)
