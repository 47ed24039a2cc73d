"""The commands: ``flask --app app check`` and its kin."""

from quiz.cli.check import check_command
from quiz.cli.draft import draft_command
from quiz.cli.summaries import pool_command, purge_command, summary_command

COMMANDS = (check_command, draft_command, summary_command, pool_command, purge_command)
