"""A summary's two sentences: how it was protected, and how to cite it."""

from collections.abc import Sequence

from quiz.disclosure.group import Kind, Occasion

FEW = "Fewer than 10 people took part, so nothing leaves but what was asked."

_RULES = (
    "Every count is an interval at least five wide, the last one open; a question answered by "
    "fewer than 10 people leaves no count; mean and change are rounded to 5 points; and each "
    "figure left only if, even for somebody who knows exactly how many took part, at least five "
    "neighbouring values remain possible for every count"
)


def protection(withheld: Sequence[str], *, comparable: bool) -> str:
    """Return in one sentence how a summary was protected and what was left out for it."""
    parts = [_RULES]
    if not comparable:
        parts.append("scores were left out, because too few people answered the same questions")
    if withheld:
        parts.append(f"for that reason this was left out: {', '.join(withheld)}")
    return "; ".join(parts) + "."


def citation(occasion: Occasion) -> str:
    """Return how to cite a summary."""
    form = f", form {occasion.form}" if occasion.form else ""
    occasions = {
        Kind.WORKSHOP: f"a workshop on {occasion.day}",
        Kind.POOL: f"workshops put together on {occasion.day}",
        Kind.SELF_STUDY: f"people who practised alone in {occasion.day}",
    }
    return (
        f"“{occasion.title}” (bank {occasion.bank}, version {occasion.version}, content "
        f"{occasion.sha256[:12]}{form}): anonymous summary of {occasions[occasion.kind]}, "
        "made with Says Who?"
    )
