"""Lighthouse on a phone's profile, for a page of each kind of the fixture's site. Ends with 1 where a score is too low."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from serving import hosted

PAGES = ("", "parts/sides-of-you/", "worksheets/a-side-of-me/")
"""Of the fixture library."""
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
TRIES = 3  # a busy machine makes a page seem slow, never fast
HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = "--headless=new --no-sandbox --disable-background-networking --disable-component-update --no-first-run"


def report_on(url: str) -> dict:
    command = ["node", str(HERE / "node_modules/lighthouse/cli/index.js"), url, "--output=json", "--quiet"]
    command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(LEAST)}"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


def scores_of(report: dict) -> dict[str, int]:
    return {name: round(100 * (found["score"] or 0)) for name, found in report["categories"].items()}


def faults_of(report: dict) -> list[str]:
    """What cost points."""
    weighty = {one["id"] for found in report["categories"].values() for one in found["auditRefs"] if one["weight"]}
    audits = [report["audits"][name] for name in sorted(weighty)]
    return [
        f"{one['title']} {one.get('displayValue', '')}"
        for one in audits
        if (one["score"] or 0) < 0.9 and one["scoreDisplayMode"] in ("binary", "numeric")
    ]


def good(scores: dict[str, int]) -> bool:
    return all(scores[name] >= least for name, least in LEAST.items())


def judged(url: str) -> bool:
    for _ in range(TRIES):
        report = report_on(url)
        scores = scores_of(report)
        print(url, scores, *faults_of(report), sep="\n  ", flush=True)
        if good(scores):
            return True
    return False


def main(site: Path) -> int:
    with hosted(site) as address:
        found = [judged(address + page) for page in PAGES]  # all of them, also after a low score
    return 0 if all(found) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
