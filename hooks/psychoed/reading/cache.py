"""Keeps what is slow to make, by a key that names all that it depends on: what has not changed costs nothing.

Each entry is a file that says how long it is and what it holds. Whatever is wrong with one (cut, altered, emptied, a
folder in its place, written by another version, not to be read or written), it is made anew, or the build does without.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

OLDEST = 60 * 24 * 3600
"""In seconds: what nobody has asked for so long goes."""
MOST_KEPT = 2_000_000_000
"""In bytes, of all entries: the ones that were asked for longest ago go first."""
A_DAY = 24 * 3600
"""An entry is marked as asked for once in so many seconds."""


class Cache:
    """A folder of entries named by their keys, for any number of builds at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, key: str) -> bool:
        """Return True if there is an entry, whole or not."""
        return (self.folder / key).is_file()

    def kept(self, key: str) -> bytes | None:
        """Return the bytes of this key, or nothing where they are not whole."""
        file = self.folder / key
        try:
            begin, _, data = file.read_bytes().partition(b"\n")
            if begin != heading(data):
                return None
            if time.time() - file.stat().st_mtime > A_DAY:
                os.utime(file)
        except OSError:
            return None
        return data

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of this key; make them now if they are not here yet."""
        data = self.kept(key)
        return self.keep(key, make()) if data is None else data

    def keep(self, key: str, data: bytes) -> bytes:
        """Keep these bytes under the key, in place of others, where that can be done. Return them."""
        file = self.folder / key
        unfinished = file.with_name(f"{key}.{os.getpid()}.part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if file.is_dir():
                shutil.rmtree(file)
            with unfinished.open("wb") as into:
                into.write(heading(data) + b"\n" + data)
                into.flush()
                os.fsync(into.fileno())
            unfinished.replace(file)  # whole or not at all, also when the build is stopped here
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return data

    def tidy(self) -> None:
        """Drop entries by their age, and by the size of all: never because one build had no use for them."""
        room, now = MOST_KEPT, time.time()
        for asked, size, file in sorted(entries(self.folder), reverse=True):
            room -= size
            if room < 0 or now - asked > OLDEST:
                with suppress(OSError):
                    file.unlink(missing_ok=True)


def kept_in(root: Path) -> Cache:
    """Return what no build of the clinic's folder need make again, of whichever edition it is."""
    return Cache(root / ".cache" / "made")


def heading(data: bytes) -> bytes:
    """Return the first line of an entry: how long it is, and the digest of what it holds."""
    return f"{len(data)} {sha256(data).hexdigest()}".encode()


def entries(folder: Path) -> Iterable[tuple[float, int, Path]]:
    """Yield when each entry was last asked for, its bytes and its file."""
    with suppress(OSError), os.scandir(folder) as files:
        for file in files:
            with suppress(OSError):
                if file.is_file():
                    facts = file.stat()
                    yield facts.st_mtime, facts.st_size, Path(file.path)


def made_by(*files: Path, packages: Iterable[str] = ()) -> str:
    """Return a key that changes when these files do, which make something, or a package that they use."""
    versions = " ".join(f"{name} {version(name)}" for name in packages)
    return sha256(versions.encode() + b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()
