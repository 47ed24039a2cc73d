"""The one honest sentence with which a report begins."""

from quiz.scoring.figures import Estimate, Share, Unavailable
from quiz.scoring.recognition import Recognition
from quiz.scoring.report import Report
from quiz.scoring.spotting import Spotted
from quiz.scoring.wording import lean_sentence

_CHANCE = 0.5
"""The share of pairs in which guessing finds the better backed statement."""


def headline(report: Report) -> str:
    """Say what an attempt comes to: never how many answers were right out of all.

    Of a set of ratings that is what was recognised, what was caught, and the lean between them.
    """
    if isinstance(report.right, Share):
        return _recognised(report.recognition)
    if isinstance(report.compared, Share):
        return _compared(report.compared)
    found = report.spotted
    if found.found or found.missed or found.false_alarms:
        return _spotted(found)
    return "There is nothing to report yet."


def _recognised(r: Recognition) -> str:
    parts = []
    if isinstance(r.supported, Share):
        parts += [f"recognised {r.supported.count} of {r.supported.of} supported statements"]
    if isinstance(r.unsupported, Share):
        named = "ones" if parts else "statements"
        parts += [f"caught {r.unsupported.count} of {r.unsupported.of} unsupported {named}"]
    return f"You {' and '.join(parts)}. {_lean(r)}"


def _lean(r: Recognition) -> str:
    if isinstance(r.lean, Unavailable):
        return f"{r.lean.reason} So nothing can be said of a lean."
    guessing = isinstance(r.youden, Estimate) and r.youden.value <= 0
    apart = " But guessing would tell the two apart as well." if guessing else ""
    return lean_sentence(r.lean) + apart


def _compared(share: Share) -> str:
    pairs = f"{share.count} of {share.of} pair{'' if share.of == 1 else 's'}"
    said = f"You found the better backed statement in {pairs}; guessing finds half."
    if share.low > _CHANCE:
        return f"{said} That is more than chance explains."
    if share.high < _CHANCE:
        return f"{said} That is fewer than chance explains, so something led you the wrong way."
    return f"{said} With this few answers, it may be chance."


def _spotted(s: Spotted) -> str:
    if isinstance(s.recall, Unavailable):
        return f"There was nothing to pause at; you chose {_groups(s.false_alarms)} all the same."
    needless = f"chose {s.false_alarms} that need" if s.false_alarms else "chose none that needs"
    plural = "" if s.false_alarms != 1 else "s"
    there = s.found + s.missed
    return (
        f"You found {s.found} of {_groups(there)} that should make you pause, and "
        f"{needless}{plural} no suspicion."
    )


def _groups(count: int) -> str:
    return f"{count} group{'' if count == 1 else 's'} of words"
