"""The header files of hosts say the same, and what the clinic's settings say."""

import re

import pytest

from psychoed.build.hosting import Hosted, header_files
from psychoed.build.policy import page_policy
from psychoed.build.project import Project

PUBLIC = Hosted((), staff=False)
FILES = ("_headers", ".htaccess", ".nginx.conf")


@pytest.mark.parametrize("name", FILES)
def test_every_host_sends_the_pages_policy_and_allows_no_frame(name):
    said = header_files(PUBLIC)[name]
    assert page_policy() in said
    assert "frame-ancestors 'none'" in said
    for header in ("Strict-Transport-Security", "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy"):
        assert re.search(rf"{header}:? \S+", said)
    assert "noindex" not in said


@pytest.mark.parametrize("name", FILES)
def test_sites_of_the_clinic_may_show_pages_in_a_frame(name):
    said = header_files(Hosted(("https://www.harbor.example", "https://harbor.example:8443"), staff=False))[name]
    assert "frame-ancestors https://www.harbor.example https://harbor.example:8443" in said


@pytest.mark.parametrize("name", FILES)
def test_the_staff_edition_is_neither_listed_nor_stored(name):
    said = header_files(Hosted((), staff=True))[name]
    assert "noindex" in said
    assert re.findall(r"Cache-Control:? \"?([^\"\n]+)", said) == ["no-store"]
    assert "expires" not in said


def test_a_site_below_its_host_shows_its_own_missing_page():
    below = header_files(Hosted((), staff=False, path="/library/"))
    assert "ErrorDocument 404 /library/404.html" in below[".htaccess"]
    assert 'error_page 404 "/library/404.html";' in below[".nginx.conf"]


def test_an_address_of_the_site_cannot_end_a_line_of_a_server(tmp_path):
    address = 'https://clinic.example/a;"\n}return 301 https://evil.example/ à/'
    project = Project(tmp_path, tmp_path / "mkdocs.yml", tmp_path / "content", address, "en", staff=False)
    assert re.fullmatch(r"/[\w%/.~-]+/", project.path)
    assert (
        f'error_page 404 "{project.path}404.html";'
        in header_files(Hosted((), staff=False, path=project.path))[".nginx.conf"]
    )


@pytest.mark.parametrize("name", FILES)
def test_no_name_of_a_site_ends_a_value_or_a_line(name):
    odd = ('https://a.example"; script-src *', "https://$host.example", "https://b.example}\nX-More: 1")
    said = header_files(Hosted(odd, staff=False))[name]
    assert len(said.splitlines()) == len(header_files(PUBLIC)[name].splitlines())
    assert "$host" not in said
    assert 'example"' not in said
