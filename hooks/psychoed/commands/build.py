"""`psychoed build`."""

import click

from psychoed.commands.running import EDITIONS, clinic_folder, run_generator


@click.command
@click.option(
    "--edition", type=click.Choice([*EDITIONS, "all"]), default="public", help="which one; public, unless you say"
)
@click.option("--keep-going", is_flag=True, help="publish also what has no Problem, where something else has one")
@click.pass_context
def command(context: click.Context, edition: str, keep_going: bool) -> None:
    root = clinic_folder()
    there = [name for name, one in EDITIONS.items() if (root / one.settings).is_file()]
    if edition not in (*there, "all"):
        what = f"there is no {EDITIONS[edition].settings} here"
        instead = (
            f"write one with the lines INHERIT: mkdocs.yml, site_dir: {EDITIONS[edition].site}, and what is its own"
        )
        raise click.ClickException(f"{what}; {instead}, as a folder of `psychoed new` has it")
    chosen = there if edition == "all" else [edition]
    codes = {
        name: run_generator(root, "build", *([] if keep_going else ["--strict"]), "-f", EDITIONS[name].settings)
        for name in chosen
    }
    for name in (name for name, code in codes.items() if not code):
        click.echo(f"{EDITIONS[name].site}/ is {EDITIONS[name].says}.")
    context.exit(max(codes.values()))
