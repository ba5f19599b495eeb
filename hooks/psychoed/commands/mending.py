"""A page in place of a preview that cannot begin yet: it says what to mend, and makes room for the preview when that is done."""

import hashlib
import http.server
import threading
import time
import webbrowser
from pathlib import Path

import click

from psychoed.door.settings_file import faults_of_settings
from psychoed.reading.problem import Problem
from psychoed.reading.shipped import shipped
from psychoed.views.web.html import environment
from psychoed.views.web.preview import problems_html

EVERY = 0.5  # seconds
LOOK_AGAIN = """<script>
setInterval(() => fetch("/").then((answer) => answer.text()).then((text) => {
  if (!text.includes("SHOWN")) location.reload();
}).catch(() => {}), 1000);
</script>"""
"""Looks whether the page says something else by now. Between this page and the preview nothing answers for a moment."""


def wait_until_mended(settings: Path, address: str, *, open_browser: bool) -> bool:
    """Show what is wrong with the settings until nothing is. Return False where somebody stops the waiting."""
    problems = faults_of_settings(settings)
    if not problems:
        return True
    with Mending(address) as page:
        page.show(problems)
        if open_browser:
            webbrowser.open(f"http://{address}/")
        try:
            while problems:
                time.sleep(EVERY)
                before, problems = problems, faults_of_settings(settings) if settings.is_file() else problems
                if problems and problems != before:
                    page.show(problems)
        except KeyboardInterrupt:
            return False
    click.echo("Mended: the preview begins.", err=True)
    return True


class Mending:
    """The page, and a server that has nothing else."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self.html = b""
        mending = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(503 if self.path.endswith(("js", "css")) else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(mending.html)

            def log_message(self, *_: object) -> None:
                """Say nothing: the terminal is for the messages."""

        self.server = http.server.ThreadingHTTPServer((host, int(port)), Answer)

    def __enter__(self) -> "Mending":
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def show(self, problems: list[Problem]) -> None:
        """Put these on the page and into the terminal."""
        for problem in problems:
            click.echo(str(problem), err=True)
        click.echo("Mend this and save: the preview begins by itself. To stop: Ctrl+C.", err=True)
        html = problems_html(problems, environment((shipped("theme"),)), alone=True)
        shown = hashlib.sha256(html.encode()).hexdigest()
        self.html = html.replace("</body>", LOOK_AGAIN.replace("SHOWN", shown) + "</body>").encode()
