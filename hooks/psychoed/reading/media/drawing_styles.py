"""Styles in drawings: what they load, and their comments."""

import re

import tinycss2

from psychoed.reading.problem import Fault
from psychoed.reading.web.css import addresses_among

TEXT_OR_COMMENT = re.compile(r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|/\*.*?(?:\*/|\Z)", re.DOTALL)


def style_fault(css: str) -> Fault | None:
    """Return what is wrong with a style that names files; nothing but parts of the drawing may be named."""
    nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    outside = next((one for one in addresses_among(nodes) if not one.strip().startswith("#")), None)
    return Fault(f"a style that loads “{outside[:40]}”", "put all of it into this file") if outside else None


def without_style_comments(css: str) -> str:
    """Return a style with a space for each comment, since what stands on its two sides must not become one word."""
    return TEXT_OR_COMMENT.sub(lambda found: found[1] or " ", css) if "/*" in css else css
