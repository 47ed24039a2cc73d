"""Who speaks in their own interest: sellers, founders, investors, and those whom they pay."""

from quiz.documents import Span
from quiz.rules.sieve import Sieve

_OWN_HOUSE = Sieve(
    r"\b(?:CEO|[Cc]hief [Ee]xecutive|[Ff]ounder|[Cc]o-?founder|[Oo]wner|[Mm]anaging [Dd]irector|[Pp]artner at|[Ii]nvestor|"
    r"[Pp]roprietor|[Cc]hief (?:[Mm]arketing|[Cc]ommercial|[Pp]roduct|[Tt]echnology) [Oo]fficer|[Bb]rand (?:ambassador|manager)|"
    r"[Pp]aid (?:consultant|ambassador|adviser|advisor)|who (?:sells|makes|markets|distributes)|the manufacturers?|the makers?)\b"
    r"|\bspokes(?:man|woman|person) for (?:M[rs]s?|Dr)\b|, author of [A-Z\"“]"
)


_SELLS = Sieve(
    r"\b(?:retails? at|(?:is|are) sold (?:on|in|at|for|by)|available (?:from|at|online)|priced at|on sale (?:at|from|now)) [^.;]{0,30}?(?:[£$€]\d|website|stores?|shops?|online)"
    r"|[£$€R]\d[\d.]{0,6} from (?:each|every) |\bdonates? [£$€]\d|\b(?:she|he|they|who) (?:also )?sells? (?:it|them|the)\b|\b(?:gets?|paid) a (?:spiff|commission|cut|kickback)\b"
    r"|\bon behalf of the [A-Z]|\binternal (?:benchmark|study|survey|tests?|data)\b"
)


def interest(text: str) -> Span | None:
    """Return the words that show that somebody speaks, or sells, in their own interest."""
    found = _OWN_HOUSE.search(text) or _SELLS.search(text)
    return Span(*found.span()) if found else None


def speaks_for_itself(text: str) -> bool:
    """Whether the speaker in a statement has an interest in what is said."""
    return bool(_OWN_HOUSE.search(text))
