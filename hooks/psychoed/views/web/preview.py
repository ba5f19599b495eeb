"""What the author sees in the preview while something is wrong: the Problems, on the page itself."""

from collections.abc import Iterable

from jinja2 import Environment

from psychoed.reading.problem import Problem


def problems_html(problems: Iterable[Problem], env: Environment, *, alone: bool) -> str:
    """Return all Problems as a box for the top of a page or, `alone`, as a page of its own."""
    template = env.get_template("problems.html")
    return template.render(
        problems=sorted(set(problems)),
        alone=alone,
        title="To mend",
        lead="This is only in your preview. It goes when the file is mended and saved.",
    )
