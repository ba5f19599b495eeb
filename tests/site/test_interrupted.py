"""A build that is killed, or that fills the disk, leaves the live site byte for byte as it was."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest

from sites import LONGEST, built, copied

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
SIGNALS = [signal.SIGTERM, signal.SIGINT] + ([signal.SIGKILL] if os.name != "nt" else [])
MOMENTS = 9
# In a namespace of its own: a disk that holds the project and its site, with room for a part of another site.
SMALL_DISK = """
set -e
mount -t tmpfs -o size=$(($(du -sk "$2" | cut -f1) * 11 / 10 + 3000))k tmpfs "$1"
cp -r "$2" "$1/project"
cd "$1/project"
sum() { (cd site && find . -type f | sort | xargs sha256sum | sha256sum); }
before=$(sum)
head -c $(($(df -k --output=avail . | tail -n 1) - 3000))k /dev/zero > ../ballast
code=0
"$3" -m mkdocs build --strict || code=$?
echo "exit $code"
[ "$before" = "$(sum)" ] && echo "the same site"
ls -A | grep -E '^\\.site\\.' || echo "nothing left over"
"""
ALONE = (["unshare", "--map-root-user", "--mount"], ["sudo", "-n", "unshare", "--mount"])
"""Two ways to mount something that nobody else sees: without rights where the system allows it, and with them."""


def tree(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def live(public_site, tmp_path) -> Path:
    """A project with a site that is already there."""
    root = copied(tmp_path / "project", cache_of=public_site)
    shutil.copytree(public_site.site, root / "site")
    return root


def test_a_build_killed_at_any_moment_leaves_the_site(live):
    before = tree(live / "site")
    choose = random.Random(20)
    for moment in range(MOMENTS):
        builder = subprocess.Popen(BUILD, cwd=live, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(choose.uniform(0.1, 3))
        builder.send_signal(SIGNALS[moment % len(SIGNALS)])
        builder.wait()
        assert tree(live / "site") == before, f"moment {moment}"


def test_a_strict_build_that_fails_leaves_the_site(live):
    before = tree(live / "site")
    sheet = live / "worksheets" / "what-is-here.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("phase: self", "phase: shelf"), "utf-8")
    failed = built(live, "--strict")
    assert failed.code != 0
    assert "did you mean “self”?" in failed.output
    assert tree(live / "site") == before
    assert not list(live.glob(".site.*"))


def alone() -> list[str]:
    """A command that runs another one in a namespace of its own, if there is one."""
    for command in ALONE if sys.platform == "linux" else ():
        if which(command[0]) and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("this system lends a test no disk of its own")


def test_a_full_disk_leaves_the_site(live, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [*alone(), "sh", "-c", SMALL_DISK, "sh", str(disk), str(live), sys.executable]
    done = subprocess.run(command, env=QUIET, capture_output=True, text=True, timeout=LONGEST, check=False)
    said = done.stdout + done.stderr
    assert done.stdout.splitlines()[-3:] == ["exit 1", "the same site", "nothing left over"], said[-3000:]
    assert "The disk is full" in said
    assert "Traceback" not in done.stderr


def test_two_builds_at_once_both_end_well(live):
    builders = [subprocess.Popen(BUILD, cwd=live, env=QUIET, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [builder.communicate(timeout=LONGEST)[1] for builder in builders] == ["", ""]
    assert [builder.returncode for builder in builders] == [0, 0]
