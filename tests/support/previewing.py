"""A preview in tests: a port of its own, and what its pages show."""

import socket
import time
from contextlib import suppress
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 240  # seconds, for the slowest machine


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def shows(url: str, words: str) -> bool:
    """Waits until the page says the words."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=5) as answer:
            if words in answer.read().decode("utf-8"):
                return True
        time.sleep(0.2)
    return False
