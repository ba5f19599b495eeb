"""Builds what is far larger than a clinic has, and says how long it took and how much memory: `python large.py articles 3000`,
`large.py article 5` (one of so many MB), `large.py glossary 2000`,
`large.py edits 200` (in one preview). For by hand: it takes minutes."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from previewing import free_port, shows
from sites import with_made
from small_project import small_project

FRONT = "---\ntitle: Rest {n}\nsummary: What rest is.\nmain_message: Rest is good.\naudience: client\ngroup: parts\nsources: [S-SEEN2020]\n---\n\n"
TEXT = "## How to rest\n\nSit down for a while. Look at a tree, or at the sky. Then go on with your day.\n\n"


def articles(root: Path, number: int) -> None:
    """Write so many short articles, each of which leads to the next."""
    for n in range(number):
        after = f"Then read [the next one](rest-{(n + 1) % number}.md).\n"
        (root / "content" / "parts" / f"rest-{n}.md").write_text(FRONT.format(n=n) + TEXT + after, "utf-8")
    with (root / "content" / "parts" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nOr begin with [rest](rest-0.md).\n")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nnot_in_nav: parts/rest-*.md\n")


def article(root: Path, megabytes: int) -> None:
    whole = TEXT * (megabytes * 1_000_000 // len(TEXT))
    (root / "content" / "parts" / "rest-0.md").write_text(FRONT.format(n=0) + whole, "utf-8")


def glossary(root: Path, number: int) -> None:
    said = (f"- id: word-{n}\n  term: word number {n}\n  means: A word that means {n}.\n" for n in range(number))
    with (root / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write("".join(said))


def edits(number: int) -> int:
    """Serve a small site, change a page so many times, and wait for each change to be seen."""
    with tempfile.TemporaryDirectory() as folder:
        root, port, begun = small_project(Path(folder)), free_port(), time.monotonic()
        with_made(root / ".cache" / "public")
        page, url = root / "content" / "parts" / "protectors.md", f"http://127.0.0.1:{port}/parts/protectors/"
        text = page.read_text("utf-8")
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", f"127.0.0.1:{port}"], cwd=root
        )
        seen = 0
        for edit in range(1, number + 1):
            page.write_text(f"{text}\nThis was change {edit} of today.\n", "utf-8")
            if not shows(url, f"change {edit} of"):
                break
            seen = edit
            if edit in (1, number // 2, number):
                print(
                    f"after {edit} edits: {memory_of(server.pid):.0f} MB, {time.monotonic() - begun:.0f} s", flush=True
                )
        server.terminate()
        server.wait(20)
    print(f"{seen} of {number} edits were seen")
    return seen != number


def memory_of(process: int) -> float:
    """Return how much memory a process holds, in MB (Linux)."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


WHAT = {"articles": articles, "article": article, "glossary": glossary}


def main(what: str, number: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        root = small_project(Path(folder))
        WHAT[what](root, number)
        with_made(root / ".cache" / "public")
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, capture_output=True, text=True, check=False
        )
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        pages = sum(1 for _ in (root / "site").rglob("*.html"))
        print(done.stdout[-600:], done.stderr[-600:])
        print(
            f"{number} {what}: exit {done.returncode}, {pages} pages, {time.monotonic() - begun:.0f} s, "
            f"{used.ru_utime + used.ru_stime:.0f} s of processor, {used.ru_maxrss / 1000:.0f} MB"
        )
    return done.returncode


if __name__ == "__main__":
    sys.exit(edits(int(sys.argv[2])) if sys.argv[1] == "edits" else main(sys.argv[1], int(sys.argv[2])))
