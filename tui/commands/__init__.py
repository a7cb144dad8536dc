"""The commands that need no screen, one room each; and `open` with its help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from store.version import VERSION
from tui import output
from tui.commands.arguments import ASKED, QUERIES, of_the_screen
from tui.commands.demonstrating import demo_command
from tui.commands.doctoring import doctor_command
from tui.commands.following import follow_command
from tui.commands.importing import import_command
from tui.commands.listing import list_command
from tui.commands.marking import mark_command
from tui.commands.parsing import parse_command
from tui.commands.showing import show_command
from tui.complaints import DONE, MISUSED, complain
from tui.options import Options


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status.

    Raises:
        NewsError: The query, the archive or the article is at fault.
    """
    try:
        status = newsdesk.main(args=list(arguments), prog_name="newsdesk", standalone_mode=False)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _explain(error)
        return MISUSED
    except output.NobodyReads:
        return DONE
    return status if isinstance(status, int) else DONE


def _explain(error: click.ClickException) -> None:
    """Say what is wrong with a command line, and where the help is."""
    context = getattr(error, "ctx", None)
    complain(error.format_message())
    if context is not None:
        click.echo(f"newsdesk: see {context.command_path} --help", err=True)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help"]})
@click.version_option(VERSION, message="newsdesk %(version)s")
@of_the_screen
@click.pass_context
def newsdesk(context: click.Context, /, folder: Path | None, **screen: Any) -> int | None:
    """Wire texts about political parties: who met whom, when, and in which sentence.

    Without a command the dashboard opens.
    """
    if context.invoked_subcommand is None:
        return _open(folder, "", screen)
    given = [f"--{name.replace('_', '-')}" for name, value in screen.items() if value]
    if screen["kiosk"] and context.invoked_subcommand != "open":
        raise click.UsageError("--kiosk opens the dashboard, and leaves every other command alone.", context)
    if given and context.invoked_subcommand != "open":
        raise click.UsageError(
            f"{given[0]} belongs after the command, and only where its help lists it.", context
        )
    context.obj = screen
    return None


@click.command("open", context_settings=QUERIES)
@ASKED
@of_the_screen
@click.pass_context
def _open_command(context: click.Context, /, query: str, folder: Path | None, **screen: Any) -> int:
    """Open the dashboard, on the texts that QUERY finds, or at a paragraph, such as 313c55bac6fe#p3."""
    before: dict[str, Any] = context.obj or {}
    return _open(folder, query, {name: before.get(name) or value for name, value in screen.items()})


def _open(folder: Path | None, query: str, screen: dict[str, Any]) -> int:
    from tui.launch import open_desk

    return open_desk(Options.completed(folder, query, **screen))


for _command in (
    _open_command,
    demo_command,
    doctor_command,
    import_command,
    follow_command,
    list_command,
    mark_command,
    show_command,
    parse_command,
):
    newsdesk.add_command(_command)
