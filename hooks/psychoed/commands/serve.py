"""`psychoed serve`."""

import socket

import click

from psychoed.commands.mending import wait_until_mended
from psychoed.commands.running import EDITIONS, clinic_folder, run_generator

FIRST_PORT, PORTS = 8000, 20


@click.command
@click.option(
    "--edition", type=click.Choice(["public", "staff"]), default="public", help="which one; public, unless you say"
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help="the number at the end of its address (else 8000, or the next free one)",
)
@click.option("--no-open", is_flag=True, help="do not open the browser")
@click.pass_context
def command(context: click.Context, edition: str, port: int | None, no_open: bool) -> None:
    root = clinic_folder(EDITIONS[edition].settings)
    click.echo("The site opens in your browser as soon as it is built, and follows when you save. To stop: Ctrl+C.")
    if port and not port_is_free(port):
        raise click.ClickException(f"another program is at port {port} already; close it, or leave --port out")
    address = f"127.0.0.1:{port or free_port()}"
    settings = EDITIONS[edition].settings
    if wait_until_mended(root / settings, address, open_browser=not no_open):
        context.exit(run_generator(root, "serve", "-f", settings, "-a", address, *([] if no_open else ["--open"])))


def free_port() -> int:
    """Return the first port from 8000 on that nothing else listens at."""
    return next((port for port in range(FIRST_PORT, FIRST_PORT + PORTS) if port_is_free(port)), FIRST_PORT)


def port_is_free(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) != 0
