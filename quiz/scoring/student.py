"""Student's t for whole degrees of freedom."""

from math import cos, pi, sin, sqrt, tan

_HALVINGS = 60


def t_quantile(p: float, df: int) -> float:
    """Return the value that Student's t with ``df`` degrees of freedom stays below with chance p.

    The finite series of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4, inverted by bisection of
    the angle whose tangent is t / sqrt(df). Raises ValueError unless 0 < p < 1 and df >= 1.
    """
    if not (0 < p < 1 and df >= 1):
        raise ValueError(f"no quantile for p = {p} and {df} degrees of freedom")
    inside = abs(2 * p - 1)
    low, high = 0.0, pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, df) < inside else (low, middle)
    return sqrt(df) * tan(low) * (1 if p >= 0.5 else -1)  # noqa: PLR2004 -- the median


def _within(angle: float, df: int) -> float:
    """Return the chance of an absolute t below ``sqrt(df) * tan(angle)``."""
    odd = df % 2
    term = cos(angle) if odd else 1.0
    total = term if df > 1 else 0.0
    for n in range(2 + odd, df - 1, 2):
        term *= cos(angle) ** 2 * (n - 1) / n
        total += term
    series = sin(angle) * total
    return 2 / pi * (angle + series) if odd else series
