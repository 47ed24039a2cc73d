"""Sentences that stand in for a reason nobody wrote: true of every such statement, if plain."""

from quiz.scale import Gate, Level, Role

_REASONS = {
    (Gate.REASON, True): "The text gives a reason or a source for this statement.",
    (Gate.REASON, False): "The text just says so: it gives neither a reason nor a source.",
    (Gate.FINDABLE, True): "With what the text says, you could find this source.",
    (Gate.FINDABLE, False): "The text does not say enough about this source to find it.",
    (Gate.FITS, True): "The source is of the right kind, and the statement stays within it.",
    (Gate.FITS, False): "The source is not of the right kind, or the statement goes beyond it.",
}
_LIFTS = {
    Level.NONE: "Say how anybody knows this.",
    Level.WEAK: "Name the source, so that a reader can find it.",
    Level.PARTIAL: "Point to a source of the right kind, and say no more than it shows.",
    Level.STRONG: "",
}
_LIFT_EFFECT = "Point to a comparison in people, and say no more than it shows."


def reason(gate: Gate, *, passes: bool) -> str:
    """Return the plainest sentence that says why a gate is passed or not."""
    return _REASONS[gate, passes]


def lift(role: Role, level: Level) -> str:
    """Return the plainest line about what would lift a statement a level; none above Strong."""
    if role is Role.EFFECT and level is Level.PARTIAL:
        return _LIFT_EFFECT
    return _LIFTS[level]
