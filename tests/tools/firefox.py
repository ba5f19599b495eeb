"""A built site in the machine's own Firefox, if it has one: `python firefox.py site`. Ends with 1 where it finds a fault."""

import shutil
import subprocess
import sys
from pathlib import Path

from serving import hosted

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
SCRIPT = Path(__file__).with_suffix(".mjs")


def main(site: Path) -> int:
    if not FIREFOX:
        print("There is no Firefox on this machine.")
        return 1
    pages = [page.relative_to(site).as_posix().removesuffix("index.html") for page in sorted(site.rglob("*.html"))]
    with hosted(site) as address:
        return subprocess.run(["node", str(SCRIPT), address, FIREFOX, *pages], check=False, timeout=600).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
