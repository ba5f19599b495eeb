"""Keeps what is slow to make, by a key that names its content: what has not changed costs nothing."""

import os
from collections.abc import Callable
from pathlib import Path


class Cache:
    """A folder of files named by their keys. `tidy` drops what the last build did not ask for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def holds(self, key: str) -> bool:
        return (self.folder / key).is_file()

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of this key; make them now if they are not here yet."""
        self.used.add(key)
        file = self.folder / key
        if file.is_file():
            return file.read_bytes()
        return self.keep(key, make())

    def keep(self, key: str, data: bytes) -> bytes:
        """Keep these bytes under the key, in place of others. Return them."""
        self.used.add(key)
        file = self.folder / key
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{key}.{os.getpid()}.part")
        unfinished.write_bytes(data)
        unfinished.replace(file)  # whole or not at all, also when the build is stopped here
        return data

    def tidy(self) -> None:
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file.name not in self.used:
                file.unlink(missing_ok=True)
