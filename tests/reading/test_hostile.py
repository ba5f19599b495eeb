"""Sources as large as a file may be, of one piece repeated: none takes long, and none fills the memory."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from small_site import read, small_site

SIZE = 190_000
LONGEST = 8  # seconds of one processor: four times what the slowest takes on an old computer
MOST = 300  # megabytes
FRONT = "---\ntitle: A page\nsummary: What it is about.\nmain_message: One.\naudience: client\ngroup: parts\n---\n"
TOP = "title: A sheet\nsummary: What it is.\nphase: parts\nminutes: 5\npages: 1\nblocks:\n"
REPEATED = (
    "[", "[a](", "[a](b.md) ", "<a ", "<!--", "<p id='x'></p>\n", "`", "> ", "- a\n", "# a\n", "a\n\n", "* * *\n", "(ABC) ", "! ",
    "{{ x }}", "AB CD\n", "A. ", "|a|b|\n", "a\n===\n", "two hours ", "Ketamine helps. ", "x" * 500 + " ",
)  # fmt: skip
COUNTED = (
    "[a][x{0}]\n\n[x{0}]: y{0}.md\n\n",
    "[a](#p{0}) ",
    "## Head {0}\n\nText.\n\n",
    "SHOUT <!-- lint-ok: all-caps r{0} -->\n",
    "<x{0}>\n",
)
KEYS = "k{0}: v\n"


def filled(piece: str, size: int = SIZE) -> str:
    if "{0}" not in piece:
        return piece * (size // len(piece.encode()))
    return "".join(piece.format(number) for number in range(size // (len(piece) + 8)))


@pytest.mark.parametrize("piece", [*REPEATED, *COUNTED], ids=lambda piece: repr(piece[:24]))
def test_a_page_of_one_piece_takes_no_long(piece: str, tmp_path: Path):
    root = small_site(tmp_path)
    (root / "content" / "parts" / "wrong.md").write_text(FRONT + filled(piece), "utf-8")
    assert seconds(root) < LONGEST


@pytest.mark.parametrize(
    "text", [TOP + filled(KEYS), TOP + "  - {type: lines, id: a, text: b}\n" * 5000, "[" * SIZE, "- " * (SIZE // 2)]
)
def test_a_sheet_of_one_piece_takes_no_long(text: str, tmp_path: Path):
    root = small_site(tmp_path)
    (root / "worksheets" / "wrong.yml").write_text(text, "utf-8")
    assert seconds(root) < LONGEST


BOMB = "x0: &x0 [a, a]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 60))
LISTED = {
    "glossary": "- {{id: a{0}, term: b{0}, means: c}}\n",
    "sources": "- {{id: S-A{0}, citation: b, mark: seen}}\n",
    "wording": "- {{id: a{0}, say: b}}\n",
}


@pytest.mark.parametrize(
    "more", [BOMB, "z: " + "[" * 5000 + "]" * 5000, filled(KEYS, 150_000)], ids=["names", "nested", "keys"]
)
def test_settings_of_one_piece_take_no_long(more: str, tmp_path: Path):
    settings = small_site(tmp_path) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    assert seconds(tmp_path) < LONGEST


@pytest.mark.parametrize("name", LISTED)
def test_a_list_of_one_piece_takes_no_long(name: str, tmp_path: Path):
    (small_site(tmp_path) / "data" / f"{name}.yml").write_text(filled(LISTED[name], 120_000), "utf-8")
    assert seconds(tmp_path) < LONGEST


def seconds(root: Path) -> float:
    before = time.process_time()
    assert read(root)[1] is not None
    return time.process_time() - before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what one program has used at most")
@pytest.mark.parametrize("piece", ["[a](b.md) ", "{{ x }}", "a\n\n", "[a](#p{0}) "])
def test_the_largest_page_needs_little_memory(piece: str, tmp_path: Path):
    root = small_site(tmp_path)
    (root / "content" / "parts" / "wrong.md").write_text(FRONT + filled(piece), "utf-8")
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
