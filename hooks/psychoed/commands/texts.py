"""`psychoed texts`."""

import click

from psychoed.commands.running import clinic_folder
from psychoed.editing.beginning import texts_of_package
from psychoed.editing.differences import DIFFERENCES, write_differences
from psychoed.editing.newer_texts import NewerText, newer_texts, origin_of, passed_over, take

SAYS = {
    "untouched": "untouched here",
    "edited": "edited here",
    "new": "not here yet",
}


@click.command
@click.option("--update", is_flag=True, help="take the newer text wherever nobody has touched the one here")
@click.option("--take", "taken", multiple=True, metavar="PATH", help="take this one, also where it was edited here")
@click.option("--done", multiple=True, metavar="PATH", help="do not show this one again until it is changed again")
@click.option("--show", is_flag=True, help="write a page with the old and the new text side by side")
def command(update: bool, taken: tuple[str, ...], done: tuple[str, ...], show: bool) -> None:
    root = clinic_folder()
    origin = origin_of(root)
    if origin is None:
        raise click.ClickException("this folder was not begun by `psychoed new`, so nothing tells whose its texts are")
    found = list(newer_texts(root, origin, texts_of_package(origin)))
    for path in {*taken, *done} - {one.path for one in found}:
        raise click.BadParameter(
            f"no newer text has the path “{path}”; run psychoed texts, and copy a path from its list"
        )
    wanted = [one for one in found if one.path in taken or (update and one.how == "untouched")]
    if show:
        click.echo(f"Open {write_differences(root, found).relative_to(root).as_posix()} in your browser.")
    if wanted:
        origin = take(root, origin, wanted)
    if settled := [one for one in found if one.path in done]:
        passed_over(root, origin, settled)
    click.echo(told(found, wanted, [*wanted, *settled]))


def told(found: list[NewerText], taken: list[NewerText], settled: list[NewerText]) -> str:
    """Say what was taken, what is left, and what to do about it."""
    lines = [f"Taken: {one.path}" for one in taken]
    left = [one for one in found if one not in settled]
    for one in left:
        lines.append(f"{one.path}: {SAYS[one.how]}")
        lines += [f"    corrects, for safety: {said}" for said in one.corrects]
    if not left:
        return "\n".join([*lines, "Your folder has the newest texts."])
    ways = ["psychoed texts --update takes all that nobody has touched here."] if any_of(left, "untouched") else []
    if any_of(left, "edited"):
        ways.append(
            f"psychoed texts --show writes {DIFFERENCES}, with yours and the new one side by side. Then --take PATH"
        )
        ways.append("takes the new one (yours is kept in removed/), and --done PATH keeps yours.")
    if any_of(left, "new"):
        ways.append("psychoed texts --take PATH takes a new one; add it to nav in mkdocs.yml where it is a page.")
    return "\n".join([*lines, "", *ways])


def any_of(texts: list[NewerText], how: str) -> bool:
    return any(one.how == how for one in texts)
