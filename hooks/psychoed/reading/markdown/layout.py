"""Writes a text so that Python-Markdown draws it as its author meant it: lists as other programs nest them, boxes, tasks.

Lists may be indented by two spaces or more, begin right under a paragraph, and have the marks `1)` and “•”. Comments are
taken out: no built file holds them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from psychoed.reading.markdown.mask import FENCE, comments_in, fenced_lines

BULLETS = "•▪◦●○■‣⁃"
"""What other programs begin an entry with."""
ENTRY = re.compile(
    rf"( *)(?:((?:[-*+·]|o(?=\t|[ ]{{2}}))(?=\s)|[{BULLETS}]|(?=(?:\[[ xX]\]|[☐☑☒□])[ \t]+\S))|(\d{{1,9}})[.)](?=\s))([ \t]*)(.*)"
)
TASK = re.compile(r"^(?:\[([ xX])\]|([☐☑☒□]))[ \t]+(?=\S)")
RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
HEADING_LINE = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
QUOTE = re.compile(r" {0,3}> ?")
ALERT = re.compile(r"\[!([A-Za-z][\w-]*)\][-+]?[ \t]*(.*)")
BOX = re.compile(r"!!![ \t]?([\w-]+)(?:[ \t]+inline(?:[ \t]+end)?)?(?:[ \t]+\"?(.*?)\"?)?[ \t]*$")
HOLDER = re.compile(r"( {0,3}(?:\[\^[^\]\n]+\]:|:(?= ))) *(.*)")
"""What begins a footnote or a definition, which hold the lines indented below them."""
DEFINITION = re.compile(r" {0,3}: +\S")
TABLE_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
RAW = re.compile(
    r" {0,3}<(address|article|aside|blockquote|details|div|dl|figure|footer|header|ol|pre|section|table|ul|video)\b",
    re.I,
)
MARK_SIGN = re.compile(r"(?<!\\)([.)>*+:-])(?=\s|>)")
DEEPEST_BLOCK = 12
INSIDE = 4
"""Spaces by which Python-Markdown wants whatever an entry holds to be indented."""
BARE_TASK = re.compile(r" *(?:\[[ xX]\]|[☐☑☒□])[ \t]")
DONE, TO_DO = "☑", "☐"
NUMBERED = re.compile("\ue000([0-9]+)\ue001")
"""Begins the words of an entry whose number is not the next one (dialect.py)."""


class ListEntry(NamedTuple):
    """The first line of an entry of a list."""

    column: int
    number: str
    """Empty where it begins with a bullet."""
    width: int
    """Characters up to its words."""
    words: str

    @property
    def mark(self) -> str:
        return f"{self.number}. " if self.number else "- "


def as_laid_out(text: str, titles: Mapping[str, str] | None = None) -> str:
    """Return the text as Python-Markdown wants it. `titles`: what a box is called that has no title, by its kind."""
    lines = [with_spaces(line) for line in without_comment_lines(text).split("\n")]
    return "\n".join(Layout(lines, titles or {}, fences=fenced_lines(lines)).write())


def without_comment_lines(text: str) -> str:
    """Return the text without comments, and without the lines on which nothing else stands."""
    pieces: list[str] = []
    begin = 0
    for comment in comments_in(text):
        before, end = text[begin : comment.at], comment.end
        line_ends = re.match(r"[ \t]*(?:\n|$)", text[end:])
        if line_ends:
            before = before.rstrip(" \t")
        if line_ends and (before.endswith("\n") or not (before or pieces)):
            end += line_ends.end()
        pieces.append(before)
        begin = end
    return "".join([*pieces, text[begin:]])


def with_spaces(line: str) -> str:
    """Return the line indented by spaces and not by tabs."""
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].expandtabs(INSIDE) + words


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def dedented(lines: Sequence[str], by: int) -> list[str]:
    return [line[min(by, indent_of(line)) :] for line in lines]


def entry_at(line: str) -> ListEntry | None:
    found = ENTRY.match(line)
    if not found or RULE.match(line):
        return None
    space = len(found[4].expandtabs(INSIDE))
    words = TASK.sub(lambda task: f"{TO_DO if (task[1] or task[2]) in ' ☐□' else DONE} ", found[5], count=1)
    before = found.start(4) + (space if space <= INSIDE else 1)
    return ListEntry(len(found[1]), str(int(found[3])) if found[3] else "", before, words)


class Numbers(NamedTuple):
    """The number of an entry as it is typed, and as it is shown."""

    typed: int
    shown: int


class Layout:
    """Writes lines anew, block by block. `first_words`: whether they begin with the words of an entry, below which a list
    needs no empty line."""

    def __init__(
        self,
        lines: Sequence[str],
        titles: Mapping[str, str],
        fences: frozenset[int] = frozenset(),
        *,
        first_words: bool = False,
        depth: int = 0,
    ) -> None:
        self.lines, self.titles, self.fences = lines, titles, fences
        self.depth = depth
        self.first_words = first_words
        self.out: list[str] = []
        self.above = "nothing"
        """What the last line written belongs to: nothing, words, a list (bullets or numbers), a definition, another block."""
        self.last: Numbers | None = None
        """The numbers of the entry above, of which only empty lines part what comes."""
        self.is_loose = False
        """Whether the entry above holds empty lines, so that Python-Markdown wants one below it."""

    def write(self) -> list[str]:
        number = 0
        while number < len(self.lines):
            number = self.write_block(number)
        return self.out

    def write_block(self, at: int) -> int:
        """Write what begins at this line, and return where the next begins."""
        line = self.lines[at]
        if not line.strip():
            self.out.append("")
            self.above, self.first_words = "nothing", False
            return at + 1
        if end := self.entry(at):
            return end
        self.last = None
        for begins in (self.fence, self.raw_html, self.table, self.quote, self.box, self.holder):
            if end := begins(at):
                return end
        is_term = self.above == "definition" and at + 1 < len(self.lines) and DEFINITION.match(self.lines[at + 1])
        if (
            self.above in ("bullets", "numbers")
            or is_term
            or (self.above == "block" and not HEADING_LINE.match(self.out[-1]))
        ):
            self.out.append("")
        self.out.append(line)
        self.above = "block" if HEADING_LINE.match(line) or RULE.match(line) else "words"
        return at + 1

    def apart(self) -> None:
        """Leave an empty line above a block, where there is none."""
        if self.above != "nothing":
            self.out.append("")
        self.above, self.first_words = "block", False

    def fence(self, at: int) -> int:
        if at not in self.fences:
            return 0
        found = FENCE.match(self.lines[at])
        mark = found[1] if found else ""
        end = next((n for n in range(at + 1, len(self.lines)) if self.lines[n].strip() == mark), at) + 1
        lines = dedented(self.lines[at:end], indent_of(self.lines[at]))
        if self.depth:  # Python-Markdown knows fences outside of all else only
            self.apart()
            lines = [" " * INSIDE + line for line in lines[1:-1]]
        self.out += lines
        self.above = "block"
        return end

    def raw_html(self, at: int) -> int:
        """Copy an element of HTML as it is, up to its end, or up to an empty line where it has none."""
        found = RAW.match(self.lines[at])
        if not found:
            return 0
        opens, closes = (re.compile(rf"<{slash}{found[1]}\b", re.I) for slash in ("", "/"))
        depth, end = 0, at
        while end < len(self.lines):
            depth += len(opens.findall(self.lines[end])) - len(closes.findall(self.lines[end]))
            end += 1
            if depth <= 0:
                break
        if depth > 0:
            end = next((n for n in range(at, len(self.lines)) if not self.lines[n].strip()), len(self.lines))
        self.out += self.lines[at:end]
        self.above = "words"
        return end

    def table(self, at: int) -> int:
        """Copy a table, up to a line without cells."""
        if not self.is_table(at):
            return 0
        self.apart()
        end = next((n for n in range(at + 2, len(self.lines)) if "|" not in self.lines[n]), len(self.lines))
        self.out += dedented(self.lines[at:end], INSIDE - 1)
        return end

    def is_table(self, at: int) -> bool:
        rule = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return "|" in self.lines[at] and "|" in rule and TABLE_RULE.match(rule) is not None

    def quote(self, at: int) -> int:
        if not QUOTE.match(self.lines[at]):
            return 0
        end = next((n for n in range(at, len(self.lines)) if not QUOTE.match(self.lines[n])), len(self.lines))
        inner = [line[found.end() :] if (found := QUOTE.match(line)) else line for line in self.lines[at:end]]
        if alert := ALERT.match(inner[0]):
            while end < len(self.lines) and self.lines[end].strip() and not self.begins_block(end):
                inner.append(self.lines[end])  # words that go on without a mark
                end += 1
            self.write_box(alert[1], alert[2].strip(), inner[1:])
            return end
        if self.above in ("bullets", "numbers") or (self.depth and self.above == "words"):
            self.apart()
        self.out += [f"> {line}".rstrip(" ") if not line.strip() else f"> {line}" for line in self.inside(inner)]
        self.above = "block" if end < len(self.lines) and not self.lines[end].strip() else "words"
        return end

    def begins_block(self, at: int) -> bool:
        line = self.lines[at]
        return any(one.match(line) for one in (HEADING_LINE, QUOTE, RULE, BOX, RAW)) or entry_at(line) is not None

    def box(self, at: int) -> int:
        found = BOX.match(self.lines[at])
        if not found:
            return 0
        end, inner = self.held(at + 1)
        self.write_box(found[1], found[2], inner)
        return end

    def write_box(self, kind: str, title: str | None, inner: Sequence[str]) -> None:
        self.apart()
        name = kind.lower()
        said = (title or self.titles.get(name, name.capitalize())).replace('"', "”")
        self.out.append(f'!!! {name} "{said}"')
        self.out += [" " * INSIDE + line if line else "" for line in self.inside(inner)]
        self.out.append("")
        self.above = "nothing"

    def holder(self, at: int) -> int:
        """Write a footnote or a definition with what it holds."""
        found = HOLDER.match(self.lines[at])
        if not found:
            return 0
        end, more = self.held(at + 1)
        first, *others = self.inside([found[2], *more], first_words=True)
        self.out.append(f"{found[1].lstrip()} {first}".rstrip(" ") if not first else f"{found[1].lstrip()}   {first}")
        self.out += [" " * INSIDE + line if line else "" for line in others]
        self.above = "definition" if found[1].endswith(":") and "[" not in found[1] else "words"
        return end

    def held(self, at: int) -> tuple[int, list[str]]:
        """Return where the indented lines end that begin here, and these lines."""
        end = at
        for number in range(at, len(self.lines)):
            if self.lines[number].strip() and indent_of(self.lines[number]) < 2:
                break
            if self.lines[number].strip():
                end = number + 1
        lines = list(self.lines[at:end])
        first = next((indent_of(line) for line in lines if line.strip()), 0)
        return end, dedented(lines, min(first, INSIDE))

    def inside(self, lines: Sequence[str], *, first_words: bool = False) -> list[str]:
        if self.depth > DEEPEST_BLOCK:  # nobody means that, and the drawing would not end
            return [MARK_SIGN.sub(r"\\\1", line) for line in lines]
        return Layout(lines, self.titles, fenced_lines(lines), first_words=first_words, depth=self.depth + 1).write()

    def entry(self, at: int) -> int:
        entry = None if at in self.fences or self.is_table(at) else entry_at(self.lines[at])
        if entry is not None and self.first_words and at == 0 and BARE_TASK.match(self.lines[at]):
            return 0  # the words of an entry to tick, whose mark is written already
        if entry is None or (self.above == "words" and not self.may_interrupt(entry, at)):
            return 0
        kind = "numbers" if entry.number else "bullets"
        if (self.above not in ("nothing", kind) and not (self.above == "words" and self.first_words)) or (
            self.above == kind and self.is_loose
        ):
            self.out.append("")
        end = self.end_of(entry, at)
        first, *others = self.inside([entry.words, *self.body(entry, at, end)], first_words=True)
        self.out.append(entry.mark + self.number_of(entry) + first)
        while first.startswith("> ") and others and QUOTE.match(others[0]):  # a quotation goes on without a mark there
            self.out.append(" " * INSIDE + QUOTE.sub("", others.pop(0), count=1))
        self.out += [" " * INSIDE + line if line else "" for line in others]
        self.above, self.first_words, self.is_loose = kind, False, "" in others
        return end

    def number_of(self, entry: ListEntry) -> str:
        """Return what keeps the number of an entry as it is typed, where Python-Markdown would count on. The same number
        all the time asks to be counted."""
        if not entry.number:
            self.last = None
            return ""
        typed, before = int(entry.number), self.last
        counted = before is not None and typed in (before.shown + 1, before.typed)
        shown = before.shown + 1 if before and counted else typed
        self.last = Numbers(typed, shown)
        return "" if counted or before is None else f"\ue000{typed}\ue001"

    def may_interrupt(self, entry: ListEntry, at: int) -> bool:
        """Return True if it is an entry also right under words: a bullet, the number 1, or one that the next line goes on
        from."""
        if not entry.words.strip():
            return False
        after = entry_at(self.lines[at + 1]) if at + 1 < len(self.lines) else None
        goes_on = after is not None and after.number == str(int(entry.number or -1) + 1)
        return not entry.number or entry.number == "1" or goes_on

    def end_of(self, entry: ListEntry, at: int) -> int:
        """Return the line below all that an entry holds: what is indented, and words that go on right under it."""
        end, empty = at + 1, False
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number]
            if not line.strip():
                empty = True
                continue
            inner = indent_of(line) >= entry.column + 2
            if not inner and (empty or self.begins_block(number) or number in self.fences):
                break
            end, empty = number + 1, False
        return end

    def body(self, entry: ListEntry, at: int, end: int) -> list[str]:
        """Return the lines of an entry below its first, moved out by as much as the first of them is indented."""
        lines = self.lines[at + 1 : end]
        indents = (indent_of(line) for line in lines if line.strip() and indent_of(line) > entry.column)
        return dedented(lines, min(next(indents, 0), max(entry.width, entry.column + INSIDE)))
