"""The Nu HTML checker on every page of built sites: `python nu.py site site-staff`. Ends with 1 where it finds errors."""

import json
import subprocess
import sys
from pathlib import Path

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def errors_in(sites: list[str]) -> list[str]:
    command = ["java", "-jar", str(JAR), "--format", "json", "--errors-only", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run([*command, *sites], capture_output=True, check=True)
    found = json.loads(done.stderr)["messages"]
    return [f"{one['url'].rpartition('/site')[2]}:{one.get('lastLine', 1)}: {one['message']}" for one in found]


def main(sites: list[str]) -> int:
    pages = [page for site in sites for page in Path(site).rglob("*.html")]
    found = errors_in(sites)
    print(*found, f"{len(pages)} pages, {len(found)} errors", sep="\n")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
