"""The command ``flask --app app draft``: what the builder suggests for a file."""

import json
from pathlib import Path

import click

from quiz.builder import draft
from quiz.intake import IntakeError, read_file
from quiz.suggestions import as_data, as_lines


@click.command("draft")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects, for programs.")
def draft_command(file: Path, *, as_json: bool) -> None:
    """Suggest role, level, gates and cues for every statement in FILE (.txt, .md or .html).

    Offsets are code points in the kept text: that of a saved page is its main text.
    """
    try:
        kept = read_file(file.name, file.read_bytes())
    except IntakeError as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    statements = draft(kept.text)
    if as_json:
        click.echo(json.dumps(as_data(statements), ensure_ascii=False, indent=2))
        return
    for line in as_lines(statements):
        click.echo(line)
