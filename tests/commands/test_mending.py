"""Where the settings cannot be read, a page says so in place of the preview, which begins when they are mended."""

import socket
import threading
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from psychoed.commands.main import main
from psychoed.commands.mending import wait_until_mended
from psychoed.commands.serve import free_port
from small_site import small_site

PATIENCE = 60  # seconds


def shown(address: str, words: str) -> str:
    """The page, as soon as it says the words."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"http://{address}/any/page/", timeout=5) as answer:
                page = answer.read().decode()
        except (URLError, ConnectionError):
            page = ""
        if words in page:
            return page
        time.sleep(0.05)
    raise AssertionError(words)


def test_the_page_says_what_to_mend_until_it_is_mended(tmp_path, capsys):
    settings = small_site(tmp_path) / "mkdocs.yml"
    right = settings.read_text("utf-8") + "theme: {name: material}\n"
    address = f"127.0.0.1:{free_port()}"
    settings.write_text(right.replace("site_name", "site_nam"), "utf-8")
    ended: list[bool] = []
    waiting = threading.Thread(target=lambda: ended.append(wait_until_mended(settings, address, open_browser=False)))
    waiting.start()
    assert "location.reload()" in shown(address, "“site_nam” is not a setting")
    settings.write_text(right.replace("site_name: ", "site_name: “A: "), "utf-8")
    shown(address, "curly quotation marks")
    settings.write_text(right, "utf-8")
    waiting.join(PATIENCE)
    assert ended == [True]
    said = capsys.readouterr().err
    assert "mkdocs.yml:1:1: “site_nam” is not a setting; did you mean “site_name”?" in said
    assert said.endswith("Mended: the preview begins.\n")
    with pytest.raises(URLError):
        urlopen(f"http://{address}/", timeout=5)


def test_a_port_that_another_program_has_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(small_site(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--no-open", "--port", port])
    assert done.exit_code == 1
    assert f"another program is at port {port} already" in done.output
