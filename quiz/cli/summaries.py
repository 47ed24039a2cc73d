"""The commands about what leaves and what goes: summary, pool, purge."""

from typing import BinaryIO

import click
from flask.cli import with_appcontext

from quiz.codes import read_code
from quiz.disclosure import Summary
from quiz.exports.summary import summary_csv, summary_json
from quiz.programme import Workshop
from quiz.store.purge import purge
from quiz.store.summaries import (
    NoSummaryError,
    pool_workshops,
    summary_of_month,
    summary_of_workshop,
)
from quiz.store.summary_file import summary_sqlite
from quiz.store.workshops import find_workshop
from quiz.web.services import services

_RENDER = {"csv": summary_csv, "json": summary_json, "sqlite": summary_sqlite}
_KIND = click.option(
    "--as",
    "kind",
    type=click.Choice(list(_RENDER)),
    default="json",
    show_default=True,
    help="The kind of file.",
)
_OUT = click.option(
    "--out",
    type=click.File("wb"),
    default="-",
    help="Where to write it; the console unless given.",
)


@click.command("summary")
@click.argument("what")
@click.argument("month", required=False)
@_KIND
@_OUT
@with_appcontext
def summary_command(what: str, month: str | None, kind: str, out: BinaryIO) -> None:
    """Write the protected summary of a workshop, or of a MONTH of learning alone.

    WHAT is the code of a closed workshop, or the name of a bank when a MONTH (such as 2031-05)
    is given. A month is summed up once, when it is over.
    """
    try:
        found = _of_month(what, month) if month else _of_workshop(_workshop(what))
    except NoSummaryError as error:
        raise click.ClickException(str(error)) from error
    out.write(_RENDER[kind](found))


@click.command("pool")
@click.argument("codes", nargs=-1, required=True)
@_KIND
@_OUT
@with_appcontext
def pool_command(codes: tuple[str, ...], kind: str, out: BinaryIO) -> None:
    """Put small closed workshops together, by their CODES, and write what leaves the pool.

    They must have asked the same, each of fewer than 10 people, and their answers must not be
    deleted yet. Each workshop goes into one pool at most.
    """
    workshops = [_workshop(code) for code in codes]
    try:
        found = pool_workshops(services().store, workshops, services().today())
    except NoSummaryError as error:
        raise click.ClickException(str(error)) from error
    out.write(_RENDER[kind](found))


@click.command("purge")
@with_appcontext
def purge_command() -> None:
    """Delete raw answers whose days are over now, as each start and each day does."""
    own = services()
    done = purge(own.store, own.settings.keep_days, own.today())
    click.echo(
        f"Deleted the answers of {done.workshops} workshops and {done.attempts} sets,"
        f" and {done.copies} old copies of the database."
    )


def _workshop(code: str) -> Workshop:
    read = read_code(code)
    found = find_workshop(services().store, read) if read else None
    if found is None:
        raise click.ClickException(f"There is no workshop “{code}”.")
    return found


def _of_workshop(workshop: Workshop) -> Summary:
    found = summary_of_workshop(services().store, workshop)
    if found is None:
        raise NoSummaryError(f"{workshop.code} is still open: closing it makes its summary.")
    return found


def _of_month(bank: str, month: str) -> Summary:
    if bank not in services().banks:
        raise NoSummaryError(f"There is no bank “{bank}”.")
    return summary_of_month(services().store, bank, month, services().today())
