"""Makes HTML of an article's Markdown as the site does, with the extensions of every clinic's settings."""

from functools import cache
from pathlib import Path

import yaml
from markdown import Markdown

import psychoed.door
from psychoed.reading.markdown.dialect import Dialect
from psychoed.reading.markdown.layout import as_laid_out

DEFAULTS = Path(psychoed.door.__file__).with_name("defaults.yml")
TITLES = {"note": "Note", "warning": "Take care"}


@cache
def of_pages() -> Markdown:
    named = yaml.safe_load(DEFAULTS.read_text("utf-8"))["markdown_extensions"]
    names = ["fenced_code", *(next(iter(one)) if isinstance(one, dict) else one for one in named), Dialect()]
    options = {name: said for one in named if isinstance(one, dict) for name, said in one.items()}
    return Markdown(extensions=names, extension_configs=options)


def drawn_html(text: str) -> str:
    """What Markdown that is laid out already becomes."""
    return of_pages().reset().convert(text)


def page_html(text: str) -> str:
    return drawn_html(as_laid_out(text, TITLES))
