"""A Markdown page as its front matter and its text, each with the place in the file at which it begins."""

from typing import NamedTuple

from psychoed.library.front_lines import end_of_front
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Tree


class MarkdownParts(NamedTuple):
    """`front` has places in its own text, which begins at `front_at` of the file."""

    front: Tree | None
    front_at: int
    body: str
    body_at: int


def markdown_parts(path: str, text: str) -> MarkdownParts:
    lines = text.split("\n")
    end = end_of_front(lines)
    if end is None:
        return MarkdownParts(None, 0, text, 0)
    front_at = len(lines[0]) + 1
    front = "\n".join(lines[1 : end - 1]) + "\n"
    body_at = sum(len(line) + 1 for line in lines[:end])
    tree, _ = read_yaml(File(path, front))
    return MarkdownParts(tree and tree._replace(text=front), front_at, text[body_at:], body_at)
