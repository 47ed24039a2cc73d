"""A protected summary as CSV and JSON. Both say nothing but what the stored summary says.

The JSON follows ``static/schemas/summary-1.json``; the number in its name is that of the format,
which grows when a reader of the old one would misread the new one.
"""

from collections.abc import Iterator

import msgspec

from quiz.disclosure import Bin, Summary
from quiz.exports.tables import Cell, csv_file
from quiz.scale import Level

LEVELS = tuple(level.title.lower() for level in Level)
_COUNTS = ("answered", "right", *LEVELS, "people")
COLUMNS = (
    "record",
    "name",
    "text",
    "form",
    "key",
    *(f"{count}_{end}" for count in _COUNTS for end in ("from", "to")),
    "value",
    "low",
    "high",
)


def summary_json(summary: Summary) -> bytes:
    """Return the summary as JSON."""
    return msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n"


def summary_csv(summary: Summary) -> bytes:
    """Return the summary as one table; the column ``record`` tells what a row is about.

    A count is two cells, the ends of its bin; an open bin has no upper end.
    """
    rows = [*_about(summary), *_questions(summary), *_bands(summary), *_figures(summary)]
    return csv_file(COLUMNS, [[row.get(column) for column in COLUMNS] for row in rows])


def about(summary: Summary) -> dict[str, str]:
    """Return what the summary is about and how it was made, as names and texts."""
    occasion = summary.occasion
    told = {
        "what": f"Says Who?, protected summary of a {occasion.kind}",
        "day": occasion.day,
        "bank": occasion.title,
        "bank_name": occasion.bank,
        "bank_version": str(occasion.version),
        "bank_sha256": occasion.sha256,
        "form": occasion.form or "none",
        "took_part": took_part(summary),
        "protection": summary.protection,
        "citation": summary.citation,
    }
    return {name: text for name, text in told.items() if text}


def took_part(summary: Summary) -> str:
    """Return how many took part, as words."""
    return "fewer than 10" if summary.took_part is None else str(summary.took_part)


def ends(name: str, counted: Bin | None) -> dict[str, Cell]:
    """Return the two cells of a count."""
    if counted is None:
        return {}
    return {f"{name}_from": counted.at_least, f"{name}_to": counted.at_most}


def _about(summary: Summary) -> Iterator[dict[str, Cell]]:
    for name, text in about(summary).items():
        row: dict[str, Cell] = {"record": "about", "name": name, "text": text}
        yield row | (ends("people", summary.took_part) if name == "took_part" else {})


def _questions(summary: Summary) -> Iterator[dict[str, Cell]]:
    for question in summary.questions:
        row: dict[str, Cell] = {
            "record": "question",
            "name": question.name,
            "text": question.statement,
            "form": question.form or None,
            "key": question.key.title,
        }
        row |= ends("answered", question.answered) | ends("right", question.right)
        for level, counted in zip(LEVELS, question.levels or (), strict=False):
            row |= ends(level, counted)
        yield row


def _bands(summary: Summary) -> Iterator[dict[str, Cell]]:
    for band in summary.bands or ():
        text = f"{band.from_right} or more questions right"
        row: dict[str, Cell] = {"record": "band", "text": text, "value": band.from_right}
        yield row | ends("people", band.people)


def _figures(summary: Summary) -> Iterator[dict[str, Cell]]:
    if summary.mean is not None:
        text = "Mean share of questions right, in per cent, rounded to 5"
        yield {"record": "figure", "name": "mean", "text": text, "value": summary.mean}
    if (change := summary.change) is not None:
        text = "Change of the mean from before to after, in points, rounded to 5, 95 % interval"
        low, high = change.low, change.high
        row: dict[str, Cell] = {"record": "figure", "name": "change", "text": text}
        yield row | {"value": change.mean, "low": low, "high": high}
    if summary.alpha is not None:
        text = "Cronbach’s alpha of the questions, to one decimal"
        yield {"record": "figure", "name": "alpha", "text": text, "value": summary.alpha}
