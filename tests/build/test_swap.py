"""A build that fails, is killed or fills the disk leaves the live site as it was."""

import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from psychoed.build.swap import Swap


def tree(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}


def built(folder: Path, text: str) -> None:
    swap = Swap(folder / "site", folder / "locks")
    (swap.begin() / "index.html").write_text(text)
    swap.finish()


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path):
    built(tmp_path, "one")
    built(tmp_path, "two")
    assert (tmp_path / "site" / "index.html").read_text() == "two"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["locks", "site"]


def test_a_build_that_gives_up_leaves_the_site(tmp_path):
    built(tmp_path, "one")
    swap = Swap(tmp_path / "site", tmp_path / "locks")
    (swap.begin() / "index.html").write_text("half")
    swap.give_up()
    assert (tmp_path / "site" / "index.html").read_text() == "one"


def test_a_second_build_sees_that_the_first_is_running(tmp_path):
    first, second = (Swap(tmp_path / "site", tmp_path / "locks") for _ in range(2))
    first.begin()
    assert second.busy()
    first.give_up()
    assert not second.busy()
    second.give_up()


def test_a_site_left_between_two_renames_comes_back(tmp_path):
    built(tmp_path, "one")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    swap = Swap(tmp_path / "site", tmp_path / "locks")
    swap.begin()
    assert (tmp_path / "site" / "index.html").read_text() == "one"
    swap.give_up()


def test_without_an_exchange_two_renames_do(tmp_path, monkeypatch):
    monkeypatch.setattr("psychoed.build.swap.exchanged", lambda one, other: False)
    built(tmp_path, "one")
    built(tmp_path, "two")
    assert (tmp_path / "site" / "index.html").read_text() == "two"


WRITER = """
import sys
from pathlib import Path
from psychoed.build.swap import Swap
while True:
    swap = Swap(Path(sys.argv[1]) / "site", Path(sys.argv[1]) / "locks")
    new = swap.begin()
    for number in range(40):
        (new / f"{number}.html").write_text("x" * 10000)
    swap.finish()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT], ids=lambda number: number.name)
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path, number):
    """A builder that does nothing but build and swap is killed at moments that no test chooses."""
    for moment in range(7):
        builder = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "hooks")},
            stderr=subprocess.DEVNULL,
        )
        while not (tmp_path / "site").exists() and builder.poll() is None:
            time.sleep(0.01)
        time.sleep(0.05 + moment * 0.013)
        builder.send_signal(number)
        try:
            builder.wait(10)
        except subprocess.TimeoutExpired:  # Python passes over a signal that comes while it clears an object away
            builder.kill()
            builder.wait()
        assert len(tree(tmp_path / "site")) == 40
