"""What other sites answer when they are asked for the pages that the library links to."""

import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, pairwise
from typing import Literal, NamedTuple
from urllib.parse import urldefrag

from requests import Response, Session
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import RequestException, RetryError, SSLError, Timeout, TooManyRedirects

from psychoed.outside_links.manners import Hosts, Manners, host_name, polite_session

Verdict = Literal["dead", "moved", "unsure", "fine"]
GONE = (404, 410)
FOR_PEOPLE = (401, 403, 451)
ASK_IN_FULL = (403, 405, 501, *GONE)
"""Answers to HEAD that a site may give to nobody who asks with GET, as a browser does."""
FOR_GOOD = (301, 308)
LASTING = ("https://doi.org/", "https://dx.doi.org/")
"""Addresses that are meant to move their readers on, and to stay as they are."""
NO_SUCH_NAME = {
    code for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY") if (code := getattr(socket, name, None)) is not None
} | {11001, 11004}  # the last two: Windows
OFFLINE = "could not be looked up, and no other host could: this computer may be offline"


class SiteAnswer(NamedTuple):
    """What became of an address."""

    verdict: Verdict
    why: str = ""
    """As a part of a sentence that begins with the address."""
    moved_to: str = ""


FINE = SiteAnswer("fine")


def answers_of_sites(addresses: Iterable[str], manners: Manners) -> dict[str, SiteAnswer]:
    """Return the answers by address. Hosts are asked side by side, each for one page at a time."""
    hosts = Hosts()
    pages = sorted({urldefrag(address).url for address in addresses}, key=lambda page: (host_name(page), page))
    by_host = [list(group) for _, group in groupby(pages, key=host_name)]
    with ThreadPoolExecutor(manners.hosts_at_once) as pool:
        asked = pool.map(lambda group: list(ask_all(group, hosts, manners)), by_host)
        return unless_offline({page: answer for group in asked for page, answer in group})


def ask_all(pages: Iterable[str], hosts: Hosts, manners: Manners) -> Iterator[tuple[str, SiteAnswer]]:
    with polite_session(hosts, manners) as session:
        for page in pages:
            yield page, ask_for_page(page, session, manners)


def ask_for_page(page: str, session: Session, manners: Manners) -> SiteAnswer:
    try:
        with session.request("HEAD", page, timeout=manners.timeout) as response:
            answer = answer_of(response)
        if response.status_code in ASK_IN_FULL:
            with session.request("GET", page, timeout=manners.timeout, stream=True) as response:
                answer = answer_of(response)
    except (RequestException, ValueError) as error:  # ValueError: an address that cannot be read
        return answer_of_failure(error, manners)
    return answer


def answer_of(response: Response) -> SiteAnswer:
    status = response.status_code
    if status in GONE:
        return SiteAnswer("dead", f"is gone (answer {status})")
    if status in FOR_PEOPLE:
        if is_lasting(response):  # registered, and only its publisher keeps programs out
            return FINE
        return SiteAnswer("unsure", f"does not open for a program (answer {status})")
    if not response.ok:
        return SiteAnswer("unsure", f"is out of order (answer {status})" if status >= 500 else f"answered {status}")
    new = moved_to(response)
    return SiteAnswer("moved", "has moved for good", new) if new else FINE


def moved_to(response: Response) -> str:
    """Return where redirects lead that are there to stay, up to the first that may change again."""
    new, steps = "", [*response.history, response]
    if is_lasting(response):
        return new
    for step, following in pairwise(steps):
        if step.status_code not in FOR_GOOD:
            break
        new = following.url or ""
    return new


def is_lasting(response: Response) -> bool:
    """Return True if an address led here that is meant to be kept."""
    return bool(response.history) and (response.history[0].url or "").startswith(LASTING)


def answer_of_failure(error: Exception, manners: Manners) -> SiteAnswer:
    request = getattr(error, "request", None)
    host = host_name((request and request.url) or "")
    if isinstance(error, RetryError):
        return SiteAnswer("unsure", f"was not asked: its host {error}")
    if isinstance(error, TooManyRedirects):
        return SiteAnswer("unsure", "leads on and on to other addresses")
    if isinstance(error, SSLError):
        return SiteAnswer("unsure", f"has no valid certificate at “{host}”")
    if isinstance(error, Timeout):
        return SiteAnswer("unsure", f"gave no answer within {manners.timeout:g} seconds")
    if has_no_such_name(error):
        return SiteAnswer("dead", f"leads to “{host}”, and there is no such host")
    if isinstance(error, NoConnection):
        return SiteAnswer("unsure", f"leads to “{host}”, which cannot be reached")
    return SiteAnswer("unsure", "is not an address that can be asked")


def has_no_such_name(error: BaseException | None) -> bool:
    """Return True if the name is not known, and not only hard to look up at this moment."""
    while error:
        if isinstance(error, socket.gaierror):
            return error.errno in NO_SUCH_NAME
        error = error.__cause__ or error.__context__
    return False


def unless_offline(found: dict[str, SiteAnswer]) -> dict[str, SiteAnswer]:
    """Return the answers, or others that say nothing of the sites where no name at all is known: then the fault is on
    this side."""
    nowhere = all(answer.why.endswith("no such host") for answer in found.values())
    if not nowhere or len({host_name(page) for page in found}) < 2:
        return found
    return dict.fromkeys(found, SiteAnswer("unsure", OFFLINE))
