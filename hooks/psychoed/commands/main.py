"""The one entry point of all commands. It starts at once, since a subcommand is only imported when it is asked for."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from psychoed import __version__
from psychoed.report.system_faults import system_fault

COMMANDS = {
    "add": "Write a worksheet, an article, a packet or a reading path that builds, with each key explained.",
    "build": "Build the site, or another edition of it. What is wrong is listed, and then the site stays as it was.",
    "check-links": "Ask whether the pages of other sites that the library links to are still there.",
    "doctor": "Look at Python, settings, details, days, help lines and reviews, and say what to do next.",
    "lists": "Show the lists of data/, and what those of this folder change in the package's.",
    "new": "Make a folder for a clinic, with texts to begin with. It asks a few questions.",
    "remove": "Take pages, worksheets or packets out, with everything that names them. It shows the changes first.",
    "rename": "Give a page, a worksheet or a packet another name. Printed codes still lead to it.",
    "review-packet": "Make a PDF of pages for a clinician to review, with a form at its end.",
    "reviewed": "Write what a clinician signed in a review packet into the pages.",
    "schema": "Write the schemas by which editors explain each key of sheets, packets, settings and lists.",
    "serve": "Show the site in the browser while you write.",
    "texts": "List texts of the package that are newer than those here, and take them where you say so.",
}
"""What each does. It is `command` in the module of its name."""


class Subcommands(click.Group):
    """Finds a subcommand by its name, without a look at the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"psychoed.commands.{name.replace('-', '_')}").command
        command.help = COMMANDS[name]
        return command

    def invoke(self, context: click.Context) -> Any:
        """Run a subcommand. What the system refuses it is said as any other fault is."""
        try:
            return super().invoke(context)
        except OSError as error:
            if fault := system_fault(error, Path.cwd()):
                raise click.ClickException(f"{fault.what}; {fault.instead}, then try again.") from None
            raise

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=Subcommands)
@click.version_option(__version__, prog_name="psychoed", message="%(prog)s %(version)s")
def main() -> None:
    """Look after the psychoeducation library in this folder. `psychoed build` makes its site."""
