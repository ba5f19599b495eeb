"""The one folder from which Typst draws, where the clinic's own templates stand before those of the package."""

from pathlib import Path

from psychoed.build.project import Project
from psychoed.views.paper.printer import template_files


def print_templates(project: Project) -> Path:
    """Return the folder of the templates for paper. Typst opens no file outside of the clinic's folder, and follows
    imports within one, so that those of the package and of the clinic are brought together there."""
    folders = [folder / "print" for folder in project.theme if (folder / "print").is_dir()]
    if len(folders) == 1 and folders[0].is_relative_to(project.root):
        return folders[0]
    wanted: dict[Path, bytes] = {}
    for folder in reversed(folders):
        wanted |= {file.relative_to(folder): file.read_bytes() for file in template_files(folder)}
    together = project.workshop / "print"
    bring_together(wanted, together)
    return together


def bring_together(wanted: dict[Path, bytes], folder: Path) -> None:
    """Make this folder hold these files and no others."""
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        if file.relative_to(folder) not in wanted:
            file.unlink(missing_ok=True)
    for path, data in wanted.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
