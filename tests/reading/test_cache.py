"""What is kept between builds is never trusted blindly: whatever is wrong with an entry, the right bytes come back."""

import os
import time
from pathlib import Path

import pytest

from psychoed.reading import cache as kept
from psychoed.reading.cache import Cache

RIGHT = b"what was made\nin two lines"


def test_what_is_kept_is_not_made_again(tmp_path: Path):
    cache = Cache(tmp_path)
    assert cache.remember("key", lambda: RIGHT) == RIGHT
    assert cache.remember("key", lambda: b"made again") == RIGHT


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def altered(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes().replace(b"two", b"few"))


def emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def longer(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes() + b"!")


def of_another_version(entry: Path) -> None:
    entry.write_bytes(RIGHT)


def a_folder(entry: Path) -> None:
    entry.unlink()
    (entry / "in it").mkdir(parents=True)


def gone(entry: Path) -> None:
    entry.unlink()


@pytest.mark.parametrize("harm", [cut, altered, emptied, longer, of_another_version, a_folder, gone])
def test_whatever_is_wrong_with_an_entry_it_is_made_again(tmp_path: Path, harm):
    cache = Cache(tmp_path)
    cache.keep("key", RIGHT)
    harm(tmp_path / "key")
    assert cache.kept("key") is None
    assert cache.remember("key", lambda: b"new") == b"new"
    assert cache.kept("key") == b"new"


def test_where_nothing_can_be_kept_a_build_does_without(tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    cache = Cache(tmp_path / "file")
    assert cache.remember("key", lambda: RIGHT) == RIGHT
    cache.tidy()
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_entries_go_by_age_and_not_because_one_build_had_no_use_for_them(tmp_path: Path):
    before, now = Cache(tmp_path), Cache(tmp_path)
    before.keep("old", RIGHT)
    before.keep("of another edition", RIGHT)
    then = time.time() - kept.OLDEST - 1
    os.utime(tmp_path / "old", (then, then))
    now.tidy()
    assert now.kept("of another edition") == RIGHT
    assert not now.holds("old")


def test_what_is_asked_for_stays_young(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.keep("key", RIGHT)
    then = time.time() - kept.OLDEST - 1
    os.utime(tmp_path / "key", (then, then))
    assert cache.kept("key") == RIGHT
    cache.tidy()
    assert cache.holds("key")


def test_the_largest_amount_holds_for_all_entries_and_the_oldest_go_first(tmp_path: Path, monkeypatch):
    cache = Cache(tmp_path)
    for age, name in enumerate(("newest", "older", "oldest")):
        cache.keep(name, RIGHT)
        then = time.time() - 100 * age
        os.utime(tmp_path / name, (then, then))
    monkeypatch.setattr(kept, "MOST_KEPT", 2 * (tmp_path / "newest").stat().st_size)
    cache.tidy()
    assert [cache.holds(name) for name in ("newest", "older", "oldest")] == [True, True, False]
