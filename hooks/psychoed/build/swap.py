"""Builds beside the live site and swaps at the end, so that a build that fails or is killed leaves the site as it was."""

import ctypes
import errno
import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

AT_FDCWD, EXCHANGE = -100, 2  # linux/fs.h: RENAME_EXCHANGE; sys/stdio.h of macOS: RENAME_SWAP is 2 as well
MOST_TRIES = 4
"""How often a folder is gone through to delete it: what is closed is opened on the way."""
LONGEST_WAIT = 300  # seconds that a second build waits for the first


class Swap:
    """One build of one site folder. Holds the folder's lock from `begin` until `finish` or `give_up`."""

    def __init__(self, site: Path, locks: Path) -> None:
        self.site = site.resolve()
        self.new = self.site.with_name(f".{self.site.name}.new")
        self.old = self.site.with_name(f".{self.site.name}.old")
        locks.mkdir(parents=True, exist_ok=True)
        self.lock = FileLock(locks / f"{self.site.name}.lock")

    def busy(self) -> bool:
        """Return True if another build holds the folder. If not, this one does from now on."""
        try:
            self.lock.acquire(timeout=0)
        except Timeout:
            return True
        return False

    def begin(self) -> Path:
        """Return the folder to build into. Wait for another build; raise filelock.Timeout where it takes too long."""
        self.lock.acquire(timeout=LONGEST_WAIT)
        self.mend()
        delete(self.new)
        if self.new.exists():  # an earlier site of somebody else
            raise PermissionError(errno.EACCES, "it cannot be deleted", str(self.new))
        self.new.mkdir(parents=True)
        return self.new

    def mend(self) -> None:
        """Bring the old site back where a build was killed between two renames (on systems without an exchange)."""
        if self.old.is_dir() and not self.site.exists():
            self.old.rename(self.site)
        delete(self.old)

    def finish(self) -> None:
        """Put the new site in the place of the old one."""
        if not self.site.exists():
            self.new.rename(self.site)
        elif not exchanged(self.new, self.site):
            self.site.rename(self.old)
            self.new.rename(self.site)
        self.give_up()

    def give_up(self) -> None:
        """Drop what was built beside, and let the next build begin."""
        for folder in (self.new, self.old):
            delete(folder)
        self.lock.release(force=True)


def delete(folder: Path) -> None:
    """Delete a folder of ours with all in it, also what somebody has closed to writing; what cannot be stays."""

    def opened(_: object, path: str, __: object) -> None:
        for one in (Path(path).parent, Path(path)):
            if one.is_relative_to(folder) and not one.is_symlink():
                with suppress(OSError):
                    one.chmod(one.stat().st_mode | stat.S_IRWXU)

    for _ in range(MOST_TRIES):
        if folder.exists():
            shutil.rmtree(folder, onerror=opened)


def exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step, which nothing can interrupt. Return False where the system has no such step."""
    names = (os.fsencode(one), os.fsencode(other))
    try:
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(*names, EXCHANGE) == 0)
    except (AttributeError, OSError):
        pass
    return False
