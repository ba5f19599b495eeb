"""Writes who reviewed a page, and when, under its `review`: comments and layout of the file stay as they are."""

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from psychoed.checks.dates.review import months_after
from psychoed.checks.dates.waiting import review_months, reviewable, version_reviewed
from psychoed.editing.folder import Folder
from psychoed.editing.markdown_parts import markdown_parts
from psychoed.editing.pages import Refused
from psychoed.editing.yaml_places import after_line, begin_of, begin_of_line, end_of, yaml_tree
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.review_form import ReviewForm
from psychoed.model.worksheet import Review
from psychoed.reading.web.html import Edit
from psychoed.reading.yaml.tree import child, plain_data

Said = dict[str, str]
"""The keys of a review as they are written in YAML."""


class AgreedPages(NamedTuple):
    """The pages that are marked as reviewed, by the file of each, and why others are not."""

    reviews: dict[str, Review]
    refused: tuple[str, ...]


def marked(form: ReviewForm, library: Library, day: date) -> AgreedPages:
    """Return what to write for the pages that were agreed to as they are."""
    sources = {source.path: source for source in reviewable(library)}
    reviews: dict[str, Review] = {}
    refused: list[str] = []
    agreed = [one for one in form.pages if one.answer == "agreed"]
    for number, one in enumerate(agreed):
        source = sources.get(one.page)
        if one.page in (other.page for other in agreed[:number]):
            refused.append(f"{one.page} stands in the form twice; keep one")
        elif source is None:
            refused.append(f"{one.page} is no page or sheet any more; take it out of the form")
        elif why := why_not(source, one.version, day, library):
            refused.append(why)
        else:
            reviews[source.tree.path] = review_of(form, day, months_after(day, review_months(source, library)))
    return AgreedPages(reviews, tuple(refused))


def why_not(source: PageSource | SheetSource, version: str, day: date, library: Library) -> str:
    """Return why the answer does not count for what the page says today."""
    before = source.review or Review()
    if version_reviewed(source, library) != version:
        instead = f"have it read again: psychoed review-packet {source.path}"
        return f"{source.path} has changed since the packet was made; {instead}"
    if before.on and before.on > day:
        return f"{source.path} was reviewed later, on {before.on}, by {before.by}; it stays so"
    return ""


def review_of(form: ReviewForm, on: date, due: date) -> Review:
    try:
        return Review(by=form.reviewer, on=on, due=due)
    except ValidationError:
        raise Refused(
            f"“{form.reviewer}” cannot stand on a page; write name and role in letters and figures, without signs"
        ) from None


def write_review(folder: Folder, path: str, review: Review) -> None:
    """Change one file of the folder, or refuse one that says it in a way that is not changed safely."""
    text = folder.text(path)
    said = {"by": json.dumps(review.by, ensure_ascii=False), "on": str(review.on), "due": str(review.due)}
    wanted = {"by": review.by, "on": str(review.on), "due": str(review.due)}
    if reviewed_in(folder, path) == wanted:
        return
    parts = markdown_parts(path, text) if path.endswith(".md") else None
    tree, at = (parts.front, parts.front_at) if parts else (yaml_tree(folder.file(path)), 0)
    if tree and isinstance(tree.root, yaml.MappingNode):
        edits = [Edit(one.at + at, one.end + at, one.text) for one in review_edits(tree.text, tree.root, said)]
        folder.edit(path, edits)
    if reviewed_in(folder, path) != wanted:
        line = f"review: {{{row(said)}}}"
        raise Refused(f"{path} cannot be changed without losing something; write it there yourself: {line}")


def reviewed_in(folder: Folder, path: str) -> object:
    text = folder.text(path)
    tree = markdown_parts(path, text).front if path.endswith(".md") else yaml_tree(folder.file(path))
    found = child(tree.root, "review") if tree else None
    return plain_data(found[1]) if found else None


def row(said: Said) -> str:
    return ", ".join(f"{key}: {value}" for key, value in said.items())


def review_edits(text: str, root: yaml.MappingNode, said: Said) -> Iterator[Edit]:
    found = child(root, "review")
    if found is None:
        yield new_review(text, root, said)
        return
    key, value = found
    if isinstance(value, yaml.MappingNode) and value.value:
        yield from changed_review(text, value, said)
    elif key is not None:
        yield put_after(text, key, value, f"{{{row(said)}}}")


def new_review(text: str, root: yaml.MappingNode, said: Said) -> Edit:
    """Put it above the blocks of a sheet, and below all other keys of a page."""
    line = f"review: {{{row(said)}}}"
    if root.flow_style:
        end = end_of(root.value[-1][1], text)
        return Edit(end, end, f", {line}")
    names = [key.value for key, _ in root.value]
    before = names.index("blocks") if "blocks" in names else len(names)
    if before == 0:
        at = begin_of_line(text, begin_of(root.value[0][0]))
        return Edit(at, at, f"{line}\n")
    key, value = root.value[before - 1]
    return line_below(text, max(end_of(value, text), int(key.end_mark.index)), line)


def changed_review(text: str, review: yaml.MappingNode, said: Said) -> Iterator[Edit]:
    """Yield what puts each value in the place of the old one, and adds the keys that were not there."""
    missing = dict(said)
    for key, value in review.value:
        if key.value in missing:
            yield put_after(text, key, value, missing.pop(key.value))
    key, value = review.value[-1]
    end = max(end_of(value, text), int(key.end_mark.index))
    if missing and review.flow_style:
        yield Edit(end, end, f", {row(missing)}")
    elif missing:
        indent = " " * int(review.value[0][0].start_mark.column)
        yield line_below(text, end, "\n".join(f"{indent}{name}: {value}" for name, value in missing.items()))


def put_after(text: str, key: yaml.Node, value: yaml.Node, new: str) -> Edit:
    """Put a value in the place of another, or behind a key that has none."""
    begin, end = begin_of(value), end_of(value, text)
    if end > begin:
        return Edit(begin, end, new)
    colon = text.index(":", int(key.end_mark.index)) + 1
    return Edit(colon, colon, f" {new}")


def line_below(text: str, end: int, line: str) -> Edit:
    at = after_line(text, end)
    return Edit(at, at, f"{line}\n" if text[:at].endswith("\n") else f"\n{line}")
