"""Takes the programs of the search from npm, unchanged and with their licenses: `python tests/tools/take_in_search.py`."""

import json
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

TO = Path(__file__).parents[2] / "overrides" / "assets" / "js" / "search"
PACKAGES = {
    "minisearch": {"dist/umd/index.js": "minisearch.js", "LICENSE.txt": "minisearch-LICENSE.txt"},
    "wink-porter2-stemmer": {"src/wink-porter2-stemmer.js": "stemmer-en.js", "LICENSE": "stemmer-en-LICENSE.txt"},
}
"""By the name of a package which of its files go where."""


def take_in(package: str, files: dict[str, str]) -> str:
    """Write the files of a package's newest version. Return its name and version."""
    with TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", package, "--json"], cwd=folder, capture_output=True, check=True, text=True
        )
        said = json.loads(packed.stdout)[0]
        with tarfile.open(Path(folder) / said["filename"]) as archive:
            for name, ours in files.items():
                found = archive.extractfile(f"package/{name}")
                assert found, name
                (TO / ours).write_bytes(found.read())
    return f"{package} {said['version']}"


if __name__ == "__main__":
    for package, files in PACKAGES.items():
        print(take_in(package, files))
