"""Which raw HTML a page may hold: the ordinary elements, and those that extra.html in the settings adds."""

from collections.abc import Mapping

from pydantic import RootModel

from psychoed.model.validation.messages import validate
from psychoed.reading.problem import Problem, problem_at
from psychoed.reading.read import Read
from psychoed.reading.yaml.tree import Tree, setting

Allowed = Mapping[str, frozenset[str]]
"""Attributes by element."""

EVERYWHERE = frozenset({"class", "dir", "hidden", "id", "lang", "role", "tabindex", "title", "translate"})
"""Attributes that any element may have, beside aria-…"""
NEVER = frozenset({
    "applet", "base", "body", "button", "dialog", "fieldset", "form", "foreignobject", "frame", "frameset", "head",
    "html", "input", "label", "legend", "link", "meta", "noscript", "optgroup", "option", "output", "plaintext",
    "script", "select", "slot", "style", "template", "textarea", "title", "xmp",
})  # fmt: skip
"""What no setting allows: it runs programs, asks for answers that no sheet keeps, or changes the page around the text."""
PLAIN = (
    "abbr b bdi bdo br cite code dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd mark p picture "
    "pre q rp rt ruby s samp section small span strong sub summary sup tbody tfoot thead tr u ul var wbr caption"
)  # fmt: skip
ORDINARY: Allowed = {name: frozenset() for name in PLAIN.split()} | {
    "a": frozenset({"href", "hreflang", "rel", "target", "download"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "blockquote": frozenset({"cite"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height", "srcset", "sizes", "loading", "decoding"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "source": frozenset({"src", "srcset", "sizes", "media", "type"}),
    "table": frozenset(),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": frozenset({"src", "poster", "controls", "width", "height", "preload"}),
}


def allowed_html(settings: list[Tree]) -> Read[Allowed]:
    """Return the HTML that pages may hold. `settings`: mkdocs.yml and what it inherits."""
    allowed, problems = dict(ORDINARY), list[Problem]()
    if said := setting(settings, "extra", "html"):
        path, html = said
        more = Tree(path, html)
        found, wrong = validate(Settings, more)
        problems += wrong
        for name, attributes in found.root.items() if found else ():
            if name.lower() in NEVER:
                at = more.position((name,), of_key=True)
                problems.append(problem_at(path, at, f"“{name}” cannot be allowed in pages", "take it out"))
            else:
                allowed[name.lower()] = allowed.get(name.lower(), frozenset()) | {one.lower() for one in attributes}
    return Read(allowed, tuple(problems))


class Settings(RootModel[dict[str, tuple[str, ...]]]):
    """extra.html: attributes by element."""
