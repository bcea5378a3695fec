"""The commands that start something: run, demo, simulator; and check, which looks before."""

import asyncio
from pathlib import Path

import click

CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    default=Path("config.toml"),
    show_default=True,
    help="The configuration file.",
)


@click.command()
@CONFIG
def run(config_file: Path) -> None:
    """Run the bot until it is told to stop."""
    import uvloop

    from bot import config, lifecycle, log
    from bot.app.run import run as run_bot

    settings = config.load(config_file)
    log.set_up(level=settings.log.level, form=settings.log.form)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(run_bot(settings))
    except BaseException:
        lifecycle.end_for_sure(
            status=70
        )  # whatever thread still hangs must not keep a dead bot looking alive
        raise


@click.command()
@CONFIG
@click.option("--offline", is_flag=True, help="Only look at the file.")
def check(config_file: Path, *, offline: bool) -> None:
    """Check configuration, token and the bot's rights.

    Status 1 where something is wrong; each line says how to mend it.
    """
    from bot import config
    from bot.commands import checks

    settings = config.load(config_file, need_token=not offline)
    findings = [*checks.of_file(settings), *asyncio.run(checks.of_store(settings))]
    findings += [] if offline else asyncio.run(checks.of_telegram(settings))
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        raise SystemExit(1)
    click.echo("ok", err=True)


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0: any free port."
)
@click.option("--no-browser", is_flag=True, help="Do not open the page by itself.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-data"),
    show_default=True,
    help="Where the demo keeps its files; remove it to begin anew.",
)
def demo(port: int, *, no_browser: bool, data: Path) -> None:
    """Everything on this machine: simulator, feed, bot, chat page."""
    from bot.demo.play import play

    asyncio.run(play(port=port, data=data, browser=not no_browser))


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8081, show_default=True, help="0: any free port."
)
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="Keep the world in this file.")
def simulator(port: int, state: Path | None) -> None:
    """The Bot API simulator alone, for this bot or any other."""
    import uvloop

    from bot.simulator.server import serve

    uvloop.run(serve(port=port, state_file=state, ready=lambda at: click.echo(f"http://127.0.0.1:{at}")))
