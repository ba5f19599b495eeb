"""Sources of one piece repeated, up to the size that a file may have: no reading grows faster than its text, and none
fills the memory."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from small_site import read, small_site

SHORT, LONG = 8_000, 32_000  # bytes
LARGEST = 190_000  # bytes, just below what is refused
GROWTH = 8
"""What a text four times as long may cost at most, as a multiple: 4 where it is read at an even pace, 16 where each
piece is held against each other one."""
TRIES = 4
MOST = 300  # megabytes
FRONT = "---\ntitle: A page\nsummary: What it is about.\nmain_message: One.\naudience: client\ngroup: parts\n---\n"
TOP = "title: A sheet\nsummary: What it is.\nphase: parts\nminutes: 5\npages: 1\nblocks:\n"
REPEATED = (
    "[", "[a](", "[a](b.md) ", "<a ", "<!--", "<p id='x'></p>\n", "`", "> ", "- a\n", "# a\n", "a\n\n", "* * *\n", "(ABC) ", "! ",
    "{{ x }}", "AB CD\n", "A. ", "|a|b|\n", "a\n===\n", "two hours ", "Ketamine helps. ", "x" * 500 + " ",
    "[a](b.md)\n\n", "<b>a</b>\n\n", "A part. [a](b.md) ", 'A part, "one". ', "a[^S-SEEN2020]\n\n",
)  # fmt: skip
COUNTED = (
    "[a][x{0}]\n\n[x{0}]: y{0}.md\n\n",
    "[a](#p{0}) ",
    "## Head {0}\n\nText.\n\n",
    "SHOUT <!-- lint-ok: all-caps r{0} -->\n",
    "<x{0}>\n",
)
KEYS = "k{0}: v\n"
SHEETS = {
    "keys": lambda size: TOP + filled(KEYS, size),
    "blocks": lambda size: TOP + filled("  - {type: lines, id: a, text: b}\n", size),
    "brackets": lambda size: "[" * size,
    "dashes": lambda size: "- " * (size // 2),
}
SETTINGS = {
    "names": lambda size: (
        "x0: &x0 [a, a]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, size // 800))
    ),
    "nested": lambda size: "z: " + "[" * (size // 8) + "]" * (size // 8),
    "keys": lambda size: filled(KEYS, size),
}
LISTED = {
    "glossary": "- {{id: a{0}, term: b{0}, means: c}}\n",
    "sources": "- {{id: S-A{0}, citation: b, mark: seen}}\n",
    "en/wording": "- {{id: a{0}, say: b}}\n",
}


def filled(piece: str, size: int) -> str:
    if "{0}" not in piece:
        return piece * (size // len(piece.encode()))
    return "".join(piece.format(number) for number in range(size // (len(piece) + 8)))


@pytest.mark.parametrize("piece", [*REPEATED, *COUNTED], ids=lambda piece: repr(piece[:24]))
def test_the_time_for_a_page_grows_with_its_length(piece: str, tmp_path: Path):
    page = small_site(tmp_path) / "content" / "parts" / "wrong.md"
    assert grows_evenly(page, lambda size: FRONT + filled(piece, size), tmp_path)


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_the_time_for_a_sheet_grows_with_its_length(text: Callable[[int], str], tmp_path: Path):
    assert grows_evenly(small_site(tmp_path) / "worksheets" / "wrong.yml", text, tmp_path)


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_the_time_for_settings_grows_with_their_length(text: Callable[[int], str], tmp_path: Path):
    settings = small_site(tmp_path) / "mkdocs.yml"
    said = settings.read_text("utf-8")
    assert grows_evenly(settings, lambda size: said + text(size), tmp_path)


@pytest.mark.parametrize("name", LISTED)
def test_the_time_for_a_list_grows_with_its_length(name: str, tmp_path: Path):
    file = small_site(tmp_path) / "data" / f"{name}.yml"
    file.parent.mkdir(exist_ok=True)
    assert grows_evenly(file, lambda size: filled(LISTED[name], size), tmp_path)


def grows_evenly(file: Path, text: Callable[[int], str], root: Path) -> bool:
    """The least of several tries in one run, short and long in turn, so that other work on this machine weighs alike."""
    short = long = float("inf")
    for _ in range(TRIES):
        short, long = min(short, seconds(file, text(SHORT), root)), min(long, seconds(file, text(LONG), root))
        if long <= GROWTH * short:
            return True
    return False


def seconds(file: Path, text: str, root: Path) -> float:
    """What this processor needs to read the site while `file` holds `text`, which no earlier reading remembers."""
    file.write_text(f"{text}\n# {time.monotonic_ns()}\n" if file.suffix == ".yml" else text, "utf-8")
    before = time.process_time()
    assert read(root)[1] is not None
    return time.process_time() - before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what one program has used at most")
def test_the_largest_page_needs_little_memory(tmp_path: Path):
    root = small_site(tmp_path)
    pieces = ("[a](b.md) ", "{{ x }}", "a\n\n", "[a](#p{0}) ")
    text = FRONT + "\n\n".join(filled(piece, LARGEST // len(pieces)) for piece in pieces)
    (root / "content" / "parts" / "wrong.md").write_text(text, "utf-8")
    program = (
        "import re, sys; from pathlib import Path; from small_site import read; read(Path(sys.argv[1]));"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', Path('/proc/self/status').read_text())[1])"
    )
    tests = Path(__file__).parents[1]
    paths = {"PYTHONPATH": f"{tests / 'support'}:{tests.parent / 'hooks'}", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", program, str(root)], env=paths, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) / 1024 < MOST
