"""Ways through the built site: pages that none leads to, and pages that send readers round in a circle."""

from collections.abc import Collection, Iterator, Mapping

HOME = "index.html"


def unreached(leads: Mapping[str, Collection[str]], alone: Collection[str]) -> Iterator[str]:
    """Yield the pages that no way leads to from the home page. `leads`: the files that each page names."""
    reached, ahead = {HOME, *alone}, [HOME]
    while ahead:
        for path in leads.get(ahead.pop(), ()):
            found = path if path in leads else f"{path}/{HOME}"
            if found in leads and found not in reached:
                reached.add(found)
                ahead.append(found)
    yield from (path for path in sorted(leads) if path not in reached) if HOME in leads else ()


def refresh_loops(refreshes: Mapping[str, str]) -> Iterator[str]:
    """Yield pages from which one is sent on, again and again, to the same page."""
    for page in refreshes:
        seen, at = {page}, refreshes[page]
        while at in refreshes and at not in seen:
            seen.add(at)
            at = refreshes[at]
        if at == page:
            yield page
