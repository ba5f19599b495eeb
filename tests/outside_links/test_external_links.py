"""External links: where they are found, how politely they are asked, and what is said of them.

The only other site here is a server on this machine; a name that nobody planned for fails the test.
"""

import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Barrier, Event, Lock, Thread
from typing import NamedTuple

import pytest
import yaml
from click import BadParameter

from psychoed.commands.check_links import Asked as Asking
from psychoed.commands.check_links import command
from psychoed.outside_links import answers as link_answers
from psychoed.outside_links.answers import SiteAnswer, answers_of_sites
from psychoed.outside_links.find_links import external_links
from psychoed.outside_links.manners import Manners, wished_wait
from small_site import small_site

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
QUICK = Manners(timeout=5, pause=0.03, waits=(0.04, 0.09, 0.16), longest_wait=5, hosts_at_once=4)
IMPATIENT = QUICK._replace(timeout=0.2, waits=(0.01,))
LOOKED_UP = {"gone.test": socket.EAI_NONAME, "also-gone.test": socket.EAI_NONAME, "busy-names.test": socket.EAI_AGAIN}


class Asked(NamedTuple):
    """One request as the server saw it."""

    method: str
    path: str
    begin: float
    end: float
    headers: dict[str, str]


class Server:
    """A site of many moods. `meet`: where its answer waits for that of another server."""

    def __init__(self, meet: Barrier | None = None) -> None:
        self.asked: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self.lock = Lock()
        self.meet = meet
        self.closing = Event()
        self.tries: Counter[str] = Counter()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.thread = Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def stop(self) -> None:
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()

    def methods(self, path: str) -> list[str]:
        return [one.method for one in self.asked if one.path == path]

    def gaps(self) -> list[float]:
        """From the end of each answer to the beginning of the next request, by the server's own clock."""
        ordered = sorted(self.asked, key=lambda one: one.begin)
        return [after.begin - before.end for before, after in pairwise(ordered)]


def answer(server: Server, method: str, path: str) -> tuple[int, dict[str, str]]:
    """The status and the headers that a path of the server gives."""
    server.tries[path] += 1
    name, _, rest = path.removeprefix("/").partition("/")
    if name in ("301", "302", "307", "308"):
        location = rest if ":" in rest else f"/{rest}"
        return int(name), {"Location": location, "Set-Cookie": "seen=1; Path=/"}
    if name == "hang":
        server.closing.wait(10)
    if name == "meet" and server.meet:
        server.meet.wait(10)
    if name == "slow":
        time.sleep(0.02)
    if name in ("405-on-head", "403-on-head", "501-on-head", "404-on-head"):
        return (int(name[:3]) if method == "HEAD" else 200), {}
    if name == "busy-then-fine":
        return (429, {"Retry-After": rest}) if server.tries[path] == 1 else (200, {})
    if name == "busy":
        return 429, {"Retry-After": rest}
    if name == "500-then-fine":
        return (500 if server.tries[path] == 1 else 200), {}
    return int(name) if name.isdecimal() else 200, {}


def handler_of(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            begin = time.monotonic()
            with server.lock:
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
            status, headers = answer(server, self.command, self.path)
            with server.lock:
                server.at_once -= 1
                server.asked.append(Asked(self.command, self.path, begin, time.monotonic(), dict(self.headers)))
            try:
                self.send_response(status)
                for name, value in ({"Content-Length": "0"} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
            except OSError:
                pass  # whoever asked has gone

        do_GET = do_HEAD

        def log_message(self, *words: object) -> None:
            pass

    return Handler


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch) -> None:
    """Names are looked up here, and no proxy stands between."""
    look_up = socket.getaddrinfo

    def getaddrinfo(host, *rest, **options):
        if host in LOOKED_UP:
            raise socket.gaierror(LOOKED_UP[host], "no")
        assert host == "127.0.0.1", f"{host} is another machine"
        return look_up(host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1,.test")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def ask(page: str, manners: Manners = QUICK) -> SiteAnswer:
    return answers_of_sites([page], manners)[page]


# What an answer means


@pytest.mark.parametrize(
    ("path", "verdict", "said"),
    [
        ("/200", "fine", ""),
        ("/302/200", "fine", ""),
        ("/307/302/200", "fine", ""),
        ("/301/404", "dead", "is gone (answer 404)"),
        ("/404", "dead", "is gone (answer 404)"),
        ("/410", "dead", "is gone (answer 410)"),
        ("/401", "unsure", "does not open for a program (answer 401)"),
        ("/403", "unsure", "does not open for a program (answer 403)"),
        ("/418", "unsure", "answered 418"),
        ("/500", "unsure", "is out of order (answer 500)"),
        ("/302/http://127.0.0.1:port/", "unsure", "is not an address that can be asked"),
        ("/302/mailto:somebody", "unsure", "is not an address that can be asked"),
    ],
)
def test_what_an_answer_means(server, path, verdict, said):
    assert ask(server.url + path) == SiteAnswer(verdict, said)


@pytest.mark.parametrize(
    "address", ["https://", "http://[", "http://127.0.0.1:port/", "https://.", f"http://{'a' * 70}.test"]
)
def test_an_address_that_nobody_can_ask(address):
    assert ask(address) == SiteAnswer("unsure", "is not an address that can be asked")


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("/301/new", "/new"),
        ("/308/new", "/new"),
        ("/301/308/new", "/new"),
        ("/301/302/new", "/302/new"),  # only the first step is there to stay
    ],
)
def test_a_page_that_has_moved_for_good_is_named_with_its_new_address(server, path, new):
    assert ask(server.url + path) == SiteAnswer("moved", "has moved for good", server.url + new)


def test_a_page_that_moves_for_today_is_fine(server):
    assert ask(server.url + "/302/301/new").verdict == "fine"


def test_a_lasting_address_is_never_to_be_replaced_by_what_it_leads_to(server, monkeypatch):
    monkeypatch.setattr(link_answers, "LASTING", (server.url,))
    assert ask(server.url + "/301/new").verdict == "fine"
    assert ask(server.url + "/302/403").verdict == "fine"
    assert ask(server.url + "/403").verdict == "unsure"
    assert ask(server.url + "/302/404").verdict == "dead"


def test_redirects_without_end(server):
    endless = "/302" * 30
    assert ask(server.url + endless) == SiteAnswer("unsure", "leads on and on to other addresses")


def test_no_answer_in_time(server):
    assert ask(server.url + "/hang", IMPATIENT) == SiteAnswer("unsure", "gave no answer within 0.2 seconds")
    server.closing.set()
    assert server.tries["/hang"] == 1 + len(IMPATIENT.waits)


def test_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as unheard:
        host = f"127.0.0.1:{unheard.getsockname()[1]}"
    assert ask(f"http://{host}/", IMPATIENT) == SiteAnswer("unsure", f"leads to “{host}”, which cannot be reached")


def test_a_host_that_does_not_exist_is_dead_and_one_that_is_hard_to_find_is_not(server):
    pages = ["http://gone.test/a", "http://busy-names.test/b", server.url + "/302/http://gone.test/c"]
    found = answers_of_sites([*pages, server.url + "/200"], IMPATIENT)
    assert [found[page] for page in pages] == [
        SiteAnswer("dead", "leads to “gone.test”, and there is no such host"),
        SiteAnswer("unsure", "leads to “busy-names.test”, which cannot be reached"),
        SiteAnswer("dead", "leads to “gone.test”, and there is no such host"),
    ]


def test_where_no_name_at_all_is_known_this_computer_is_offline():
    found = answers_of_sites(["http://gone.test/", "http://also-gone.test/"], IMPATIENT)
    assert {one.verdict for one in found.values()} == {"unsure"}
    assert all("offline" in one.why for one in found.values())


# Manners


def test_a_page_is_asked_once_and_without_its_fragment(server):
    answers_of_sites([server.url + "/200#one", server.url + "/200#two"], QUICK)
    assert [(one.method, one.path) for one in server.asked] == [("HEAD", "/200")]


@pytest.mark.parametrize("path", ["/405-on-head", "/403-on-head", "/501-on-head", "/404-on-head"])
def test_a_page_that_does_not_answer_head_is_asked_for_in_full(server, path):
    assert ask(server.url + path).verdict == "fine"
    assert server.methods(path) == ["HEAD", "GET"]


def test_a_page_is_dead_only_after_it_was_asked_for_in_full(server):
    ask(server.url + "/404")
    assert server.methods("/404") == ["HEAD", "GET"]


def test_whoever_asks_gives_the_name_of_the_project_and_takes_no_cookies(server):
    answers_of_sites([server.url + "/302/200", server.url + "/302/404"], QUICK)
    assert len(server.asked) == 6
    assert {one.headers["User-Agent"].split()[0] for one in server.asked} == {"psychoeducation-library"}
    assert not [one for one in server.asked if "Cookie" in one.headers]


def test_one_request_at_a_time_to_one_host_with_a_pause_between(server):
    answers_of_sites([f"{server.url}/slow/{number}" for number in range(6)] + [server.url + "/404"], QUICK)
    assert len(server.asked) == 8
    assert server.most_at_once == 1
    assert min(server.gaps()) >= QUICK.pause


def test_a_host_that_others_lead_to_is_asked_one_page_at_a_time_too(server):
    others = [Server() for _ in range(3)]
    pages = [f"{other.url}/302/{server.url}/slow/{n}-{m}" for n, other in enumerate(others) for m in range(2)]
    try:
        assert {one.verdict for one in answers_of_sites(pages, QUICK).values()} == {"fine"}
    finally:
        for other in others:
            other.stop()
    assert len(server.asked) == 6
    assert server.most_at_once == 1
    assert min(server.gaps()) >= QUICK.pause


def test_hosts_are_asked_side_by_side():
    """Each of the two answers only once the other is asked as well."""
    meet = Barrier(2)
    two = [Server(meet), Server(meet)]
    try:
        found = answers_of_sites([one.url + "/meet" for one in two], QUICK._replace(waits=()))
    finally:
        for one in two:
            one.stop()
    assert {one.verdict for one in found.values()} == {"fine"}


def test_pauses_grow_where_a_host_is_out_of_order(server):
    ask(server.url + "/503")
    assert len(server.asked) == 1 + len(QUICK.waits)
    assert all(gap >= wait for gap, wait in zip(server.gaps(), QUICK.waits, strict=True))


@pytest.mark.parametrize("path", ["/500-then-fine", "/busy-then-fine/0", "/busy-then-fine/"])
def test_a_host_that_recovers_is_fine(server, path):
    assert ask(server.url + path).verdict == "fine"
    assert server.tries[path] == 2
    assert min(server.gaps()) >= QUICK.pause


def test_a_wish_to_wait_comes_before_our_own_pauses(server):
    assert ask(server.url + "/busy-then-fine/1", QUICK).verdict == "fine"
    assert server.gaps() >= [1.0]


def test_a_host_that_wants_a_long_rest_is_left_alone_with_all_its_pages(server):
    pages = [f"{server.url}/busy/3600", f"{server.url}/fine"]
    said = "was not asked: its host wants to be left alone for 3600 seconds"
    assert answers_of_sites(pages, QUICK) == dict.fromkeys(pages, SiteAnswer("unsure", said))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "Mon, 23 Nov 2026 10:00:30 GMT", "Date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 30),
        ({"Retry-After": "Mon, 23 Nov 2026 09:00:00 GMT", "Date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 0),
        ({"Retry-After": "Mon, 23 Nov 2026 10:00:30 GMT"}, None),
    ],
)
def test_how_long_a_host_wants_to_rest(headers, wait):
    assert wished_wait(headers) == wait


# Where links stand


PAGE = """\
---
title: Protectors
summary: The parts of you that [work hard](https://a.test/summary) to keep pain away.
main_message: A protector means well.
audience: client
group: parts
sources: [S-SEEN2020]
related: [worksheets/valid.md]
---

A protector [means well](https://a.test/inline "A title"), and [so](<https://a.test/angle>)
on: <https://a.test/auto>, [*two*](https://a.test/b\\_(c)?x=1&amp;y=2#part), [named][n], ![picture](https://a.test/p.png).

[n]: https://a.test/defined

<a class="x" href="https://a.test/raw">raw</a>
<img src="p.svg" srcset="https://a.test/1.png 1x, https://a.test/2.png 2x" alt="">

`[code](https://a.test/code)` <!-- [comment](https://a.test/comment) --> [mail](mailto:a@a.test) [here](../index.md)

    [code](https://a.test/indented)
"""
SHEET = """\
title: A valid sheet
summary: It stands beside the wrong one.
phase: parts
minutes: 5
pages: 1
blocks:
  - type: lines
    id: notice
    text: "Read [more](https://s.test/quoted) or [less](parts/protectors.md)."
  - type: text
    text: >
      Twice [the
      same](https://s.test/folded), and
      [again](https://s.test/folded).
"""
SOURCES = """\
- id: S-SEEN2020
  citation: A book, as [told](https://c.test/told). 2020.
  locator: doi:10.1016/S0140-6736(97)01385-0
  mark: seen
- {id: S-OTHER2020, citation: Another., locator: "https://c.test/other", mark: memory}
- {id: S-NUMBER2020, citation: A third., locator: ISBN 9781462541478, mark: seen}
"""


def found_in(root: Path, path: str) -> list[tuple[int, int, str]]:
    found, problems, _ = external_links(root)
    assert problems == ()
    assert found == sorted(found)
    return [(link.at.line, link.at.column, link.address) for link in found if link.path == path]


def typed_at(text: str, *addresses: str) -> list[tuple[int, int, str]]:
    """Where addresses stand in a text, one behind the other."""
    places, offset = [], 0
    for address in addresses:
        offset = text.index(address, offset)
        places.append((text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset), address))
        offset += 1
    return places


def test_links_of_a_page(tmp_path):
    root = small_site(tmp_path)
    (root / "content/parts/protectors.md").write_text(PAGE, "utf-8")
    names = ("summary", "inline", "angle", "auto", "b", "p.png", "defined", "raw", "1.png", "2.png")
    expected = typed_at(PAGE, *(f"https://a.test/{name}" for name in names))
    assert expected[4][:2] == (12, 36)
    expected[4] = (12, 36, "https://a.test/b_(c)?x=1&y=2#part")
    assert found_in(root, "content/parts/protectors.md") == expected


def test_links_of_a_sheet(tmp_path):
    root = small_site(tmp_path)
    (root / "worksheets/valid.yml").write_text(SHEET, "utf-8")
    expected = typed_at(SHEET, "https://s.test/quoted", "https://s.test/folded", "https://s.test/folded")
    assert found_in(root, "worksheets/valid.yml") == expected
    assert [place[0] for place in expected] == [9, 13, 14]


def test_links_of_sources_and_help_lines(tmp_path):
    root = small_site(tmp_path)
    (root / "data/sources.yml").write_text(SOURCES, "utf-8")
    told, other = typed_at(SOURCES, "https://c.test/told", "https://c.test/other")
    doi = (3, 12, "https://doi.org/10.1016/S0140-6736(97)01385-0")
    assert found_in(root, "data/sources.yml") == [told, doi, other]
    helps = root / "data/help-lines.yml"
    text = helps.read_text("utf-8").replace('"tel:1"', '"https://h.test"')
    helps.write_text(text, "utf-8")
    assert found_in(root, "data/help-lines.yml") == typed_at(text, "https://h.test")


# The command


def site_with(root: Path, *addresses: str) -> Path:
    """A small site whose first page holds these links, one a line from line 12 on. It leads nowhere else."""
    page = small_site(root) / "content/parts/protectors.md"
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  clinic:\n", "  clinic:\n    leave_to: ''\n"), "utf-8")
    lines = "\n".join(f"- [words]({address})" for address in addresses)
    page.write_text(page.read_text("utf-8") + "\n" + lines + "\n", "utf-8")
    assert not addresses or page.read_text("utf-8").split("\n")[12] == f"- [words]({addresses[0]})"
    return root


def run(root: Path, *arguments: str, today: date = TODAY) -> int:
    return command.main(list(arguments), obj=Asking(root, today, QUICK), standalone_mode=False)


def test_the_report_names_each_place_and_what_to_do(server, tmp_path, capsys):
    paths = ("/200", "/404", "/301/new#part", "/403", "/404#again")
    root = site_with(tmp_path, *(server.url + path for path in paths))
    assert run(root, "--report", str(tmp_path / "report.md")) == 1
    report = (tmp_path / "report.md").read_text("utf-8")
    assert report == capsys.readouterr().out
    place = "- `content/parts/protectors.md"
    dead = "look whether it is typed right; else write the page's new address, or take the link out"
    assert report.split("\n") == [
        "# External links, 2026-11-23",
        "",
        "5 links to 4 pages: 2 dead, 1 moved, 1 could not be checked, 1 fine. "
        "4 pages asked, 0 known to be good from an earlier day.",
        "",
        "## Dead: 2",
        "",
        "Readers who follow these find nothing.",
        "",
        f"{place}:14:11`: <{server.url}/404> is gone (answer 404); {dead}",
        f"{place}:17:11`: <{server.url}/404#again> is gone (answer 404); {dead}",
        "",
        "## Moved: 1",
        "",
        "These still work. Write the new address before the old one is given up.",
        "",
        f"{place}:15:11`: <{server.url}/301/new#part> has moved for good; "
        f"look whether <{server.url}/new#part> says the same, and write that",
        "",
        "## Could not be checked: 1",
        "",
        "Many sites open for people and not for programs. Look at these yourself.",
        "",
        f"{place}:16:11`: <{server.url}/403> does not open for a program (answer 403); "
        "open it in a browser, and mend or take out the link if it fails there too",
        "",
    ]


@pytest.mark.parametrize(("path", "code"), [("/200", 0), ("/301/new", 0), ("/403", 0), ("/503", 0), ("/410", 1)])
def test_only_a_dead_link_fails(server, tmp_path, path, code):
    assert run(site_with(tmp_path, server.url + path)) == code


def test_a_host_that_does_not_exist_fails(server, tmp_path):
    assert run(site_with(tmp_path, "http://gone.test/", server.url + "/200")) == 1


def test_a_library_without_external_links(tmp_path, capsys):
    assert run(site_with(tmp_path)) == 0
    assert "0 links to 0 pages" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(server, tmp_path, capsys):
    root = site_with(tmp_path, server.url + "/404")
    (root / "worksheets/valid.yml").write_text("title: [", "utf-8")
    assert run(root) == 1
    report = capsys.readouterr().out
    assert "## Files that could not be read: 1" in report
    assert "- `worksheets/valid.yml:" in report


def test_good_links_are_asked_again_only_after_days(server, tmp_path, capsys):
    root = site_with(tmp_path, server.url + "/200", server.url + "/301/new")
    first, later = run(root), server.asked.copy()
    assert (first, len(later)) == (0, 3)
    reports = [capsys.readouterr().out]
    assert run(root, today=date(2026, 12, 6)) == 0
    reports.append(capsys.readouterr().out)
    assert server.asked == later
    assert [section(report, "## Moved: 1") for report in reports] == [section(reports[0], "## Moved: 1")] * 2
    assert "0 pages asked, 2 known to be good from an earlier day." in reports[1]
    run(root, today=date(2026, 12, 7))
    assert len(server.asked) == 2 * len(later)


def section(report: str, heading: str) -> str:
    return report[report.index(heading) :]


def test_days_can_be_chosen_and_a_day_in_the_future_is_not_believed(server, tmp_path):
    root = site_with(tmp_path, server.url + "/200")
    for days, today, asked in ((5, TODAY, 1), (5, TODAY, 1), (0, TODAY, 2), (5, date(2026, 11, 22), 3)):
        run(root, "--max-age-days", str(days), today=today)
        assert len(server.asked) == asked


def test_links_that_are_not_good_are_asked_each_time(server, tmp_path):
    root = site_with(tmp_path, server.url + "/404", server.url + "/418")
    run(root)
    first = len(server.asked)
    run(root)
    assert len(server.asked) == 2 * first


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff", b'{"http://a.test/": {"checked": 1}}'])
def test_a_broken_cache_is_no_cache(server, tmp_path, broken):
    root = site_with(tmp_path, server.url + "/200")
    cache = tmp_path / "elsewhere" / "cache.json"
    cache.parent.mkdir()
    cache.write_bytes(broken)
    for _ in range(2):
        assert run(root, "--cache", str(cache)) == 0
    assert len(server.asked) == 1
    assert not (root / ".cache").exists()


def test_the_cache_forgets_links_that_are_gone_from_the_library(server, tmp_path):
    root = site_with(tmp_path, server.url + "/200", server.url + "/other")
    run(root)
    page = root / "content/parts/protectors.md"
    page.write_text(page.read_text("utf-8").replace("/other", "/another"), "utf-8")
    run(root)
    cache = (root / ".cache/links.json").read_text("utf-8")
    assert ("/other" in cache, "/another" in cache, "2026-11-23" in cache) == (False, True, True)


@pytest.mark.parametrize("typed", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_that_is_none_is_refused(tmp_path, typed):
    with pytest.raises(BadParameter):
        run(tmp_path, "--timeout", typed)


def test_the_command_starts_by_itself():
    done = subprocess.run(
        [sys.executable, "hooks/psychoed", "check-links", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(option in done.stdout for option in ("--cache", "--report", "--max-age-days", "--timeout"))


def test_no_build_asks_other_sites():
    """Only the command imports what asks, and only the weekly job runs the command."""
    asking = ("manners", "check_links", "requests")
    askers = {
        file.relative_to(ROOT / "hooks" / "psychoed").as_posix()
        for file in (ROOT / "hooks").rglob("*.py")
        for line in file.read_text("utf-8").split("\n")
        if line.startswith(("import ", "from ")) and any(name in line.split()[1].split(".") for name in asking)
    }
    assert askers == {
        "commands/check_links.py",
        *(f"outside_links/{name}.py" for name in ("answers", "check_links", "manners")),
    }


def test_the_weekly_job_holds_up_no_change():
    job = yaml.load((ROOT / ".github/workflows/links.yml").read_text("utf-8"), yaml.BaseLoader)
    assert set(job["on"]) == {"schedule", "workflow_dispatch"}
    assert job["on"]["schedule"][0]["cron"].split()[4] in "0123456"
    assert "check-links" not in (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
