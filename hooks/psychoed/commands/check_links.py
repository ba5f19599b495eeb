"""`psychoed check-links`. Its report is for a terminal, and for the summary of a weekly job."""

import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import click

from psychoed.library.today import today as day_of_the_clock
from psychoed.outside_links.check_links import check_outside_links
from psychoed.outside_links.manners import Manners
from psychoed.outside_links.report import report_text

A_FILE = click.Path(dir_okay=False, path_type=Path)


class Asked(NamedTuple):
    """Whose links are asked, on which day, and how."""

    root: Path
    today: date
    manners: Manners = Manners()


def seconds(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if not 0 < value < float("inf"):
        raise click.BadParameter("that is no time to wait; write a number of seconds, such as 20")
    return value


@click.command
@click.option("--cache", type=A_FILE, metavar="FILE", help="remembers good links (else .cache/links.json)")
@click.option("--report", type=A_FILE, metavar="FILE.md", help="also write the report to this file")
@click.option("--max-age-days", type=int, default=14, metavar="N", help="ask good links again after N days")
@click.option("--timeout", default=Manners().timeout, callback=seconds, metavar="SECONDS", help="wait for an answer")
@click.pass_context
def command(context: click.Context, cache: Path | None, report: Path | None, max_age_days: int, timeout: float) -> None:
    """Ask other sites and write the report. The exit code is 1 where a link is dead for sure."""
    asked = context.obj or Asked(Path.cwd(), day_of_the_clock((), {}).value)
    memory, manners = cache or asked.root / ".cache" / "links.json", asked.manners._replace(timeout=timeout)
    checked = check_outside_links(asked.root, memory, asked.today, max_age_days, manners)
    text = report_text(checked, asked.today)
    if report:
        report.write_text(text, "utf-8")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a window of Windows may lack letters of an address
    click.echo(text, nl=False)
    context.exit(1 if checked.having("dead") else 0)
