"""The command ``check``: what is in a bank, or what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import click
from flask.cli import with_appcontext

from quiz.bank import Bank, BankError, read_bank
from quiz.profile import Agreement, agreements, profile
from quiz.scoring.figures import Unavailable
from quiz.web.services import services

_T = TypeVar("_T")


@click.command("check")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@with_appcontext
def check_command(folder: Path | None) -> None:
    """Check every bank, or the one in FOLDER, and print what is in it.

    Ends with an error, naming file, entry and reason, when something does not hold.
    """
    try:
        banks = [read_bank(folder.resolve())] if folder else [*services().banks.values()]
    except BankError as error:
        raise click.ClickException(str(error)) from error
    for bank in banks:
        click.echo(describe(bank))


def describe(bank: Bank) -> str:
    """Return what is in a bank, as lines for a terminal."""
    lines = [f"{bank.name}: {bank.title}", f"version {bank.version}, content {bank.hash}"]
    for document in bank.documents:
        counted = profile(document.statements)
        lines += [
            "",
            f"{document.name}: {len(document.statements)} entries, {counted.rated} can be rated",
            "  roles   " + _listed(counted.roles),
            "  levels  " + _listed({level.title: n for level, n in sorted(counted.levels.items())}),
            "  cues    " + _listed(dict(counted.cues.most_common())),
        ]
    return "\n".join([*lines, *map(_agreement_line, agreements(bank))])


def _listed(counts: Mapping[_T, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def _agreement_line(agreement: Agreement) -> str:
    kappas = (
        f"{a}–{b} " + (k.reason if isinstance(k, Unavailable) else f"{k:.2f}")
        for (a, b), k in agreement.kappas.items()
    )
    return f"\nagreement (quadratic kappa), {agreement.name}: " + ", ".join(kappas)
