"""The maintained fork of the site generator builds the same site from the same files."""

import os
import re
from importlib.util import find_spec

import pytest

from sites import Build, built, comparable, copied

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


@pytest.mark.skipif(not find_spec("properdocs") and "CI" not in os.environ, reason="ProperDocs is not installed")
def test_properdocs_builds_the_same_bytes_but_for_the_generator_tag(odd_site, tmp_path):
    again = built(copied(tmp_path / "project", cache_of=odd_site), "--strict", engine="properdocs")
    assert again.code == odd_site.code, again.output
    mine, theirs = untagged(odd_site), untagged(again)
    assert mine.keys() == theirs.keys()
    assert [name for name, data in mine.items() if theirs[name] != data] == []


def untagged(build: Build) -> dict[str, bytes]:
    return {
        name: GENERATOR.sub(b"", data) if name.endswith(".html") else data for name, data in comparable(build).items()
    }
