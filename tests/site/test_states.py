"""Controls stay readable under the pointer, with the focus and while they are pressed, in the light and in the dark."""

import pytest
from playwright.sync_api import Page

from browsing import needs_browser
from fixture import PROJECT

pytestmark = needs_browser
STYLES = [PROJECT / "overrides" / "assets" / "css" / f"{name}.css" for name in ("tokens", "type", "frame", "worksheet")]
CONTROLS = """<header class="bar"><a class="bar__help" href="#a">Hard moment</a></header>
<main class="md-typeset"><p><a href="#a">A link</a> <a class="call" href="#a">Call</a></p>
<button type="button">Save a file</button> <button type="button" class="first">Print with my answers</button>
<label class="button"><input type="file"> Open a file</label></main>
<div class="lines-to-call"><div><a class="call" href="#a">Call 911</a></div></div>
<aside class="leave"><a href="#a">Leave this page</a></aside>"""
CONTRAST = """one => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const parts = color => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = color => parts(color).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((all, part, n) => all + part * [0.2126, 0.7152, 0.0722][n], 0);
    let under = one;
    while (under.parentElement && parts(getComputedStyle(under).backgroundColor)[3] === 0) under = under.parentElement;
    const [dark, bright] = [getComputedStyle(one).color, getComputedStyle(under).backgroundColor].map(light).sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
}"""


def states(page: Page, number: int) -> dict[str, float]:
    """The contrast of a control's words as it is, under the pointer, pressed, and with the focus."""
    control = page.locator("a, button, .button").nth(number)
    found = {"still": control.evaluate(CONTRAST)}
    control.hover()
    found["hover"] = control.evaluate(CONTRAST)
    page.mouse.down()
    found["active"] = control.evaluate(CONTRAST)
    page.mouse.move(0, 0)
    page.mouse.up()
    control.focus()
    return found | {"focus": control.evaluate(CONTRAST)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_is_readable_in_every_state(browser, scheme):
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.set_content(f"<body style='background: var(--paper)'>{CONTROLS}")
        for style in STYLES:
            page.add_style_tag(content=style.read_text("utf-8"))
        count = page.locator("a, button, .button").count()
        found = {page.locator("a, button, .button").nth(n).inner_text(): states(page, n) for n in range(count)}
    assert len(found) == 8
    assert {name: said for name, said in found.items() if min(said.values()) < 4.5} == {}
