"""Who speaks in their own interest: sellers, founders, investors, and those whom they pay."""

import re

_OWN_HOUSE = re.compile(
    r"\b(?:CEO|[Cc]hief [Ee]xecutive|[Ff]ounder|[Cc]o-?founder|[Oo]wner|[Mm]anaging [Dd]irector|[Pp]artner at|[Ii]nvestor|"
    r"[Pp]roprietor|[Cc]hief (?:[Mm]arketing|[Cc]ommercial|[Pp]roduct|[Tt]echnology) [Oo]fficer|[Bb]rand (?:ambassador|manager)|"
    r"[Pp]aid (?:consultant|ambassador|adviser|advisor)|who (?:sells|makes|markets|distributes)|the manufacturers?|the makers?)\b"
    r"|\bspokes(?:man|woman|person) for (?:M[rs]s?|Dr)\b|, author of [A-Z\"“]"
)


def speaks_for_itself(text: str) -> bool:
    """Whether the speaker in a statement has an interest in what is said."""
    return bool(_OWN_HOUSE.search(text))
