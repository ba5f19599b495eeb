"""Asks for every page of another site that the library links to, but for those that were good a short while ago."""

from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

from psychoed.outside_links.answers import answers_of_sites
from psychoed.outside_links.find_links import external_links
from psychoed.outside_links.manners import Manners
from psychoed.outside_links.memory import recalled, save, with_answers
from psychoed.outside_links.report import Checked


def check_outside_links(root: Path, cache: Path, today: date, max_age_days: int, manners: Manners) -> Checked:
    """Return what became of the links of the folder. `cache`: the file that remembers good ones."""
    links, unread, _ = external_links(root)
    pages = {urldefrag(link.address).url for link in links}
    memory = {page: good for page, good in recalled(cache, today, max_age_days).items() if page in pages}
    new = answers_of_sites(pages - memory.keys(), manners)
    save(with_answers(memory, new, today), cache)
    known = {page: good.answer() for page, good in memory.items()}
    return Checked(tuple(links), known | new, len(memory), unread)
