"""What became of a file that was opened."""

import json
from typing import NamedTuple

from psychoed.reading.problem import Fault


class Opened(NamedTuple):
    """`copy`: what is published in its place, where it is not published as it is. `fault`: why it is not published at
    all. `lost`: what the copy is without. `advice`: what its author may want to change."""

    copy: bytes | None = None
    fault: Fault | None = None
    lost: tuple[str, ...] = ()
    advice: Fault | None = None

    def packed(self) -> bytes:
        """Return it as it is kept from build to build."""
        facts = [self.copy is not None, self.fault, self.lost, self.advice]
        return json.dumps(facts).encode() + b"\n" + (self.copy or b"")

    @classmethod
    def unpacked(cls, data: bytes) -> "Opened":
        facts, _, copy = data.partition(b"\n")
        is_copied, fault, lost, advice = json.loads(facts)
        return cls(copy if is_copied else None, fault and Fault(*fault), tuple(lost), advice and Fault(*advice))


def not_what_it_says(name: str) -> Opened:
    """Return the outcome for a file whose bytes are of another kind than its ending."""
    what = f"“{name}” does not hold what its ending says"
    return Opened(fault=Fault(what, "save it again in the form that its ending names"))


def weight(size: int) -> str:
    """Return a number of bytes as people say it."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
