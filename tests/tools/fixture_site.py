"""Builds the fixture library as a clinic would: `python fixture_site.py folder` leaves the site in folder/site."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from sites import built, copied


def main(folder: Path) -> int:
    build = built(copied(folder), "--strict")
    print(build.output, f"The fixture's site is in {build.site}.", sep="\n")
    return build.code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
