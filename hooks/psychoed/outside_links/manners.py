"""Asks other sites politely: one request at a time to each host, with a pause between, and longer ones where it is busy.

requests does the asking and follows redirects; every single request of it, each step of a redirect too, waits here.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import RetryError, SSLError, Timeout

USER_AGENT = "psychoeducation-library link check (asks whether the pages we link to are still there)"
MOST_REDIRECTS = 10


class Manners(NamedTuple):
    """How to ask. All times are in seconds."""

    timeout: float = 20
    pause: float = 1
    """Between two requests to one host."""
    waits: tuple[float, ...] = (2, 8, 30)
    """Before each further try, where a host is busy or gives no answer."""
    longest_wait: float = 120
    """A host that wants to be left alone for longer is not asked again."""
    hosts_at_once: int = 8


class Host:
    """One host, which answers one request at a time."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.ready = 0.0
        self.closed = ""
        """Why it is not to be asked again."""

    @contextmanager
    def turn(self, pause: float) -> Iterator[None]:
        with self.lock:
            while (left := self.ready - time.monotonic()) > 0:
                time.sleep(left)
            if self.closed:
                raise RetryError(self.closed)
            try:
                yield
            finally:
                self.rest(pause)

    def rest(self, seconds: float) -> None:
        self.ready = max(self.ready, time.monotonic() + seconds)


class Hosts:
    """Every host that is asked, by name and port."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.hosts: dict[str, Host] = {}

    def of(self, address: str) -> Host:
        with self.lock:
            return self.hosts.setdefault(host_name(address), Host())


def host_name(address: str) -> str:
    """Return the host of an address with its port; nothing where the address cannot be read."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


class PoliteAdapter(HTTPAdapter):
    """Sends each single request in its host's turn, and again where that may help."""

    def __init__(self, hosts: Hosts, manners: Manners) -> None:
        super().__init__()
        self.hosts, self.manners = hosts, manners

    def send(self, request: PreparedRequest, *args: Any, **options: Any) -> Response:
        for private in ("Cookie", "Authorization"):  # what a redirect or a file in the home folder may have added
            request.headers.pop(private, None)
        host, waits = self.hosts.of(request.url or ""), iter(self.manners.waits)
        while True:
            wait = next(waits, None)
            with host.turn(self.manners.pause):
                try:
                    response = super().send(request, *args, **options)
                except (NoConnection, Timeout) as error:
                    if wait is None or isinstance(error, SSLError):
                        raise
                    host.rest(wait)
                    continue
                if is_busy(response):
                    self.let_rest(host, response, wait or 0)
                if wait is None or not is_busy(response):
                    return response
                response.close()

    def let_rest(self, host: Host, response: Response, wait: float) -> None:
        asked = wished_wait(response.headers)
        if asked is not None and asked > self.manners.longest_wait:
            response.close()
            host.closed = f"wants to be left alone for {asked:.0f} seconds"
            raise RetryError(host.closed, request=response.request)
        host.rest(wait if asked is None else asked)


def is_busy(response: Response) -> bool:
    """Return True if the host cannot answer now. 501 says that this way of asking is not known."""
    return response.status_code == 429 or (response.status_code >= 500 and response.status_code != 501)


def wished_wait(headers: Mapping[str, str]) -> float | None:
    """Return Retry-After in seconds; one that names a moment is read by the host's own clock."""
    wish = headers.get("Retry-After", "").strip()
    if wish.isdecimal():
        return float(wish)
    try:
        return max(0.0, (parsedate_to_datetime(wish) - parsedate_to_datetime(headers["Date"])).total_seconds())
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def polite_session(hosts: Hosts, manners: Manners) -> Session:
    session = Session()
    session.headers["User-Agent"] = USER_AGENT
    session.max_redirects = MOST_REDIRECTS
    for scheme in ("https://", "http://"):
        session.mount(scheme, PoliteAdapter(hosts, manners))
    return session
