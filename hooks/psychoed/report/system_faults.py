"""Faults of the machine as people call them: a full disk, and files that it does not let them read or write."""

import errno
from pathlib import Path

from psychoed.reading.problem import Fault

FULL = (errno.ENOSPC, errno.EDQUOT)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def system_fault(error: Exception, root: Path) -> Fault | None:
    """Return what a fault of the system means in the clinic's folder; None for any other fault."""
    if not isinstance(error, OSError) or error.errno not in (*FULL, *CLOSED):
        return None
    if error.errno in FULL:
        return Fault("The disk is full", "make room")
    where = path_in_folder(Path(str(error.filename or root)), root)
    what = f"You may not write to “{where}”, or not read it"
    return Fault(what, "give yourself the right to it, close programs that hold it")


def path_in_folder(file: Path, root: Path) -> str:
    """Return how messages call a file of the clinic's folder; what is kept from build to build by its folder alone."""
    path = file.relative_to(root) if file.is_relative_to(root) and file != root else Path(file.name)
    return ".cache" if path.parts[:1] == (".cache",) else path.as_posix()
