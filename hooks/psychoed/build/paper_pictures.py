"""Pictures as paper shows them: the copies that the site gets, since a PDF holds each file of a picture as it is."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from psychoed.build.print_templates import bring_together
from psychoed.build.project import Project
from psychoed.library.added_files import AddedFiles
from psychoed.model.allowed_files import SHOWN
from psychoed.model.file_addresses import file_address

NOT_ON_PAPER = (".avif", ".ico")
"""Forms that Typst does not open: paper gets a PNG."""


def paper_pictures(added: AddedFiles, project: Project) -> Mapping[str, str]:
    """Return where Typst finds each picture of content/, by the address at which the site
    has it. The name says what it holds, so that a
    PDF is printed anew when a picture changes."""
    folder = project.workshop / "pictures"
    files: dict[Path, bytes] = {}
    found: dict[str, str] = {}
    for path, opened in added.published.items():
        ending = PurePosixPath(path).suffix.lower()
        if ending in SHOWN and opened.copy is not None:
            name = f"{sha256(opened.copy).hexdigest()[:32]}{'.png' if ending in NOT_ON_PAPER else ending}"
            if Path(name) not in files:
                files[Path(name)] = as_png(opened.copy) if ending in NOT_ON_PAPER else opened.copy
            found[file_address(path)] = f"/{(folder / name).relative_to(project.root).as_posix()}"
    bring_together(files, folder)
    return found


def as_png(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as picture, BytesIO() as into:
        picture.save(into, "PNG")
        return into.getvalue()
