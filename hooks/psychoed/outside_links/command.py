"""Asks whether the pages of other sites that the library links to are still there. No build does this.

python -m psychoed.outside_links.command
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import urldefrag

from psychoed.library.today import today as day_of_the_clock
from psychoed.outside_links.answers import answers
from psychoed.outside_links.found import external_links
from psychoed.outside_links.manners import Manners
from psychoed.outside_links.memory import recalled, save, with_answers
from psychoed.outside_links.report import Checked, report

ROOT = Path.cwd()


def main(arguments: Sequence[str], root: Path, today: date, manners: Manners) -> int:
    """The exit code: 1 where a link is dead for sure."""
    wished = options(manners).parse_args(arguments)
    checked = check(
        root,
        wished.cache or root / ".cache" / "links.json",
        today,
        wished.max_age_days,
        manners._replace(timeout=wished.timeout),
    )
    text = report(checked, today)
    if wished.report:
        wished.report.write_text(text, "utf-8")
    print(text, end="")
    return 1 if checked.having("dead") else 0


def options(manners: Manners) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Asks whether external links still lead to their pages.")
    parser.add_argument("--cache", type=Path, metavar="FILE", help="remembers good links (else .cache/links.json)")
    parser.add_argument("--report", type=Path, metavar="FILE.md", help="also write the report to this file")
    parser.add_argument("--max-age-days", type=int, default=14, metavar="N", help="ask good links again after N days")
    parser.add_argument(
        "--timeout", type=seconds, default=manners.timeout, metavar="SECONDS", help="wait for an answer"
    )
    return parser


def seconds(typed: str) -> float:
    found = float(typed)
    if not 0 < found < float("inf"):
        raise ValueError
    return found


def check(root: Path, cache: Path, today: date, max_age_days: int, manners: Manners) -> Checked:
    links, unread, _ = external_links(root)
    pages = {urldefrag(link.address).url for link in links}
    memory = {page: good for page, good in recalled(cache, today, max_age_days).items() if page in pages}
    new = answers(pages - memory.keys(), manners)
    save(with_answers(memory, new, today), cache)
    known = {page: good.answer() for page, good in memory.items()}
    return Checked(tuple(links), known | new, len(memory), unread)


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a window of Windows may lack letters of an address
    sys.exit(main(sys.argv[1:], ROOT, day_of_the_clock((), {}).value, Manners()))
