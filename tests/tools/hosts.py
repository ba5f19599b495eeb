"""The header files on a real nginx and Apache, on loopback: `python hosts.py` ends with 1 where one of them answers with other
headers than the policy says. A server that is not installed is named, and not tried."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from socket import socket
from typing import NamedTuple
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from psychoed.build.hosting import FONTS, FRESH, NOT_STORED, Hosted, header_files

PAGES = ("index.html", "404.html", "worksheets/a/index.html", "worksheets/a/embed/index.html", "a b/index.html")
FONT, CAPTIONS, KNOWN = "assets/fonts/a.woff2", "assets/a.vtt", ".well-known/security.txt"
HELD_BACK = ("_headers", ".htaccess", ".nginx.conf", ".edition")
ODD = ('https://a.example"; script-src *', "https://$host.example", "https://b.example}\nX: 1", "https://50%.example\\")
SITES = {
    "public": Hosted((), staff=False),
    "framed": Hosted(("https://www.clinic.example", "https://clinic.example:8443"), staff=False),
    "staff": Hosted((), staff=True),
    "below its host": Hosted((), staff=False, path="/library/"),
    "in other letters": Hosted((), staff=False, path="/b%C3%BCcher/"),
    "with odd names": Hosted(ODD, staff=False),
}
NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/errors; user root;
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3; uwsgi_temp_path {folder}/4;
  scgi_temp_path {folder}/5;
  server {{ listen 127.0.0.1:{port}; root {root}; include {site}/.nginx.conf; }}
}}
"""
APACHE = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
{modules}
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Require all granted
</Directory>
"""
MODULES = Path("/usr/lib/apache2/modules")
NEEDED = ("mpm_event", "authz_core", "dir", "headers", "mime")


def made(site: Hosted, folder: Path) -> Path:
    """Write a small site into a folder, below the place where its host's root is."""
    root = folder / "www"
    here = root / unquote(site.path).strip("/")
    for path in (*PAGES, FONT, CAPTIONS, KNOWN, ".edition"):
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_text(f"{path} of the site", "utf-8")
    for name, text in header_files(site).items():
        (here / name).write_text(text, "utf-8")
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)
    return here


def free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(program: str, site: Path, folder: Path) -> Iterator[int]:
    """Run the server on a site, and give its port."""
    port, settings = free_port(), folder / "settings"
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in NEEDED)
    text = NGINX if program == "nginx" else APACHE
    settings.write_text(text.format(folder=folder, port=port, root=folder / "www", site=site, modules=modules), "utf-8")
    command = (
        ["nginx", "-p", folder, "-c", settings] if program == "nginx" else [program, "-f", settings, "-DFOREGROUND"]
    )
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server, folder)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and server.poll() is None:
        with socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = (folder / "errors").read_text("utf-8") if (folder / "errors").is_file() else ""
    raise RuntimeError(f"the server does not answer: {said}")


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    said: str


def asked(port: int, path: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    return Answer(answer.status, answer.headers, answer.read().decode("utf-8", "replace"))


def faults(site: Hosted, port: int) -> Iterator[str]:
    """Yield each answer that is not what the header files are to bring about."""
    pages = {path.removesuffix("index.html").replace(" ", "%20"): 200 for path in PAGES}
    for path, status in {**pages, FONT: 200, CAPTIONS: 200, KNOWN: 200, "no-such-page/": 404}.items():
        answer = asked(port, f"{site.path}{path}")
        kept = FONTS if path == FONT and not site.staff else NOT_STORED if site.staff else FRESH
        wanted = {**site.headers, "Cache-Control": kept}
        yield from (f"/{path}: {one}" for one in differences(answer, wanted, status))
        if status == 404 and "404.html of the site" not in answer.said:
            yield f"/{path}: another page than 404.html"
    for path in HELD_BACK:
        if asked(port, f"{site.path}{path}").status not in (403, 404):
            yield f"/{path}: is shown to everybody"


def differences(answer: Answer, wanted: Mapping[str, str], status: int) -> Iterator[str]:
    if answer.status != status:
        yield f"answers {answer.status}, not {status}"
    for name, value in wanted.items():
        found = answer.headers.get_all(name, [])
        if name == "Cache-Control":  # nginx writes a month in its own way
            found = [one if one != "max-age=2592000" else FONTS for one in found]
        if found != [value]:
            yield f"{name} is {found}, not {value}"


def tried(program: str) -> list[str]:
    found = []
    for name, site in SITES.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            with serving(program, made(site, folder), folder) as port:
                found += [f"{program}, {name}: {fault}" for fault in faults(site, port)]
    return found


def main() -> int:
    found = list[str]()
    for program in ("nginx", "apache2"):
        if shutil.which(program):
            found += tried(program)
            print(f"{program}: {len(SITES)} sites tried")
        else:
            print(f"There is no {program} here: ITS HEADER FILE IS NOT TRIED.", file=sys.stderr)
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
