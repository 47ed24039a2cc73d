"""Join codes: six characters to be read off a wall and typed into a phone.

The 31 symbols leave out 0 and O, and 1, I and L, which are taken for one another. Whoever types
one of those all the same has misread what looks most like it: Q or 7.
"""

import random
import unicodedata

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6
_LOOK_ALIKES = str.maketrans("0O1IL", "QQ777")


def make_code(rng: random.Random) -> str:
    """Return a code drawn at random: one of 31 ** 6, some 890 million."""
    return "".join(rng.choices(SYMBOLS, k=LENGTH))


def read_code(typed: str) -> str | None:
    """Return the code somebody typed, or None when it cannot be one.

    Upper and lower case, full-width characters, spaces, dashes and dots between the characters,
    and look-alikes are all understood.
    """
    plain = unicodedata.normalize("NFKC", typed[:100]).upper()
    code = "".join(filter(str.isalnum, plain)).translate(_LOOK_ALIKES)
    return code if len(code) == LENGTH and set(code) <= set(SYMBOLS) else None


def spaced(code: str) -> str:
    """Return a code in two groups, as it is shown to people."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
