"""What the fuzz test breaks: pieces of the fixture and of the project's lists, and every way in which a hand can slip."""

import re
from pathlib import Path

from hypothesis import strategies as st

from small_site import BASE, FIXTURE

PROJECT = Path(__file__).parents[2]
FRONT = "---\ntitle: A page\nsummary: What it is about.\nmain_message: One.\naudience: client\ngroup: parts\n---\n\n"
HTML = (
    '<p id="one" class="x">One <a href="../protectors/">two</a> <img src="../../door.svg" alt="A door"></p>\n',
    '<table><tr><th id="a" scope="col">x</th></tr><tr><td headers="a">y</td></tr></table>\n',
    '<details open>\n<summary>More</summary>\n<p lang="en" aria-label="x">y</p>\n</details>\n',
    '<picture><source srcset="../../door.svg 1x, ../../door.svg 2x"><img src="../../door.svg" alt=""></picture>\n',
    "<!-- lint-ok: all-caps a reason -->\nAN EXCEPTION <!-- a comment -->\n",
    "![A door](../door.svg){: .wide #door } [words][ref] and [^S-SEEN2020]\n\n[ref]: protectors.md 'Title'\n",
    "| a | b |\n| --- | :-: |\n| `x` | <b>y</b> |\n\n```html\n<p>\n```\n\n    code\n\n> a\n\n1. one\n    - two\n",
)
SIGNS = [
    *"\t\"'`:-#{}[]()<>*&!%@|>?,~\\/ \n=^_+.0é\u00a0\u00ad\u200d🙂אи",
    "\ufeff",
    "\x00",
    "\u202e",
    "\u2028",
    "\r\n",
    "\ud800",
]
WORDS = (
    "---\n", "...\n", "--- ", ": ", "- ", "  ", "\n\n", "|\n", ">-\n", "{{", "}}", "{{ clinic.phone }}", "{{ fact.x }}",
    "[a](b.md)", "[a](", "](", "[^", "[^S-X]", "<a href=", "<!--", "-->", "<script>", "</p>", "<p ", "```", "~~~", "`", "**",
    "# ", "\n===\n", "\n---\n", "![", "[[", "\n[a]: b\n", "http://", "https://[", "mailto:", "tel:1", "javascript:", "%", "%zz",
    "null", "~", "true", "no", "22:30", "1e9", "-1", "0x1f", "2026-13-40", "99999999999999999999", "*a", "&a ", "!!python/x ",
    "<<: ", "? ", "[", "]", "{a: b}", "[a, b]", '"', "'", "# lint-ok: ", "<!-- lint-ok: x -->", "&#x110000;", "&#0;", "\\", "ketamine",
    "type: ", "id: a\n", "blocks:\n", "title: ", "date: 2026-02-30\n", "{: #a }", "(ABC)", "a" * 300, "(" * 40, "[" * 40, "1. " * 30,
)  # fmt: skip


def windows(text: str, mark: str) -> list[str]:
    """Two neighbors at a time of the pieces that begin with this mark, below the head of the file."""
    head, *parts = re.split(rf"^(?={mark})", text, flags=re.MULTILINE)
    return [head + "".join(parts[number : number + 2]) for number in range(max(1, len(parts) - 1))]


def pieces(pattern: str, mark: str, root: Path = FIXTURE) -> list[str]:
    return [piece for file in sorted(root.glob(pattern)) for piece in windows(file.read_text("utf-8"), mark)]


def at_home(texts: list[str], page: str) -> list[str]:
    """The same texts, leading to what the small site has: its page, at this address from theirs, its sheet, its source."""
    for old, new in (
        (r"^(related|references): .*\n", ""),
        (r"[\w./-]+\.md(#[\w-]+)?", page),
        (r"^terms: .*\n", "terms: [part]\n"),
        (r"worksheet: [a-z-]+", "worksheet: valid"),
        (r"\bS-[A-Z]+\d{4}\b", "S-SEEN2020"),
    ):
        texts = [re.sub(old, new, text, flags=re.MULTILINE) for text in texts]
    return texts


SHEETS = at_home(pieces("worksheets/*.yml", "  - (?:id|type):"), "parts/protectors.md")
PACKETS = at_home(pieces("packets/*.yml", "  - "), "parts/protectors.md")
ARTICLES = at_home(pieces("content/*/*.md", "## "), "protectors.md")
DOORS = at_home(pieces("content/*/index.md", "## "), "../parts/protectors.md")


def lists(name: str, mark: str) -> list[tuple[str, str]]:
    path = f"data/{name}.yml"
    return [(path, piece) for piece in pieces(path, mark, PROJECT)[:8]]


SOURCES: dict[str, list[tuple[str, str]]] = {
    "worksheets": [("worksheets/wrong.yml", piece) for piece in SHEETS],
    "packets": [("packets/wrong.yml", piece) for piece in PACKETS],
    "articles": [("content/parts/wrong.md", piece) for piece in ARTICLES],
    "doors": [("content/wrong/index.md", piece) for piece in DOORS]
    + [("content/index.md", piece) for piece in pieces("content/index.md", "## ")],
    "html": [("content/parts/wrong.md", FRONT + piece + HTML[0]) for piece in HTML],
    "data": [
        *lists("sources", "- id:"), *lists("dated-facts", "- id:"), *lists("glossary", "- id:"), *lists("en/wording", "- id:"),
        *lists("help-lines", "[A-Z]{2,3}:"), *lists("en/claims", "[a-z_]+:"), *lists("en/care", "[a-z_]+:"),
        *((path, piece) for path, piece in lists("strings.en", "[a-z_]+:")),
        ("data/strings.en.yml", (PROJECT / "data" / "strings.en.yml").read_text("utf-8")),
    ],
    "settings": [
        ("mkdocs.yml", (BASE / "mkdocs.yml").read_text("utf-8") + more)
        for more in (
            "  today: 2026-11-23\n  html: {meter: [value]}\n  checks: {all-caps: advice}\n",
            "  reading:\n    article: {target: 7, limit: 8}\nnav:\n  - Home: index.md\n  - parts/protectors.md\n",
            "    logo: logo.svg\n    colour: '#2f4a73'\n    review_months: {safety: 6}\n",
        )
    ],
}  # fmt: skip


@st.composite
def slips(draw: st.DrawFn, kind: str) -> tuple[str, str]:
    """A file and what is left of its text after one to four accidents."""
    path, text = draw(st.sampled_from(SOURCES[kind]))
    for accident in draw(st.lists(st.sampled_from(ACCIDENTS), min_size=1, max_size=4)):
        text = accident(draw, text)
    return path, text


def place(draw: st.DrawFn, text: str) -> int:
    return draw(st.integers(0, len(text)))


def typed(draw: st.DrawFn, text: str) -> str:
    at = place(draw, text)
    return text[:at] + draw(st.sampled_from((*SIGNS, *WORDS))) + text[at + draw(st.integers(0, 2)) :]


def any_words(draw: st.DrawFn, text: str) -> str:
    at = place(draw, text)
    return text[:at] + draw(st.text(max_size=8)) + text[at:]


def cut_off(draw: st.DrawFn, text: str) -> str:
    return text[: place(draw, text)]


def piece_moved(draw: st.DrawFn, text: str) -> str:
    begin, end = sorted((place(draw, text), place(draw, text)))
    rest = text[:begin] + text[end:]
    at = place(draw, rest)
    return rest[:at] + text[begin:end][:200] + rest[at:]


def piece_of_another(draw: st.DrawFn, text: str) -> str:
    _, other = draw(st.sampled_from(SOURCES[draw(st.sampled_from(sorted(SOURCES)))]))
    begin, at = place(draw, other), place(draw, text)
    return text[:at] + other[begin : begin + draw(st.integers(1, 120))] + text[at:]


def value_replaced(draw: st.DrawFn, text: str) -> str:
    """What stands behind a colon or a dash."""
    values = [found.span(1) for found in re.finditer(r"[:-] +([^\n]+)", text)]
    if not values:
        return text
    begin, end = draw(st.sampled_from(values))
    return text[:begin] + draw(st.sampled_from(WORDS)) + text[end:]


def lines_changed(draw: st.DrawFn, text: str) -> str:
    """A line is lost, doubled, moved, or stands further in or out."""
    lines = text.split("\n")
    at, to = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    how = draw(st.sampled_from(("lose", "double", "swap", "in", "out")))
    if how == "swap":
        lines[at], lines[to] = lines[to], lines[at]
    else:
        line = lines.pop(at)
        lines[at:at] = {"lose": [], "double": [line, line], "in": [f"  {line}"], "out": [line.lstrip()]}[how]
    return "\n".join(lines)


ACCIDENTS = (
    typed,
    typed,
    any_words,
    cut_off,
    piece_moved,
    piece_of_another,
    value_replaced,
    value_replaced,
    lines_changed,
)
