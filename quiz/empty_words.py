"""Words that say nothing about the matter of a statement, so that nobody searches for them."""

FUNCTION_WORDS = frozenset(
    "a about above according after all already also although among an and another any anybody "
    "anyone are around as ask asked at be became because become becomes been before being below "
    "beside besides between both but by can cannot could did do does doing done each either "
    "enough even ever every everybody far few for from fully further given go gone had has have "
    "having he her here his how however if in instead into is it its itself just last lead "
    "leading leads least less like long made make makes making many may me might more most much "
    "must my need needed needs never no nobody nor not of off often on once one only onto or "
    "other others our out over own people per person rather regarding same several shall she "
    "should since so some somebody still such take takes taking than that the their them then "
    "there therefore these they this those though three through thus to together too two under "
    "until up upon us use used uses using various very was way we well were what whatever when "
    "where whether which while who whoever whom whose why will wish with within without would "
    "yes yet you your".split()
)
"""Words that only hold a sentence together."""

COLOURING_WORDS = frozenset(
    "additionally agree argue argued arguing associated believed brings claim claims concerning "
    "conclusion debate derived described during emerged emerges enabling especially evidence "
    "experts explore found helped helping highlights important indicate indicates individuals "
    "literature looked names note offer offering offers particularly possible presents primary "
    "provide providing reason reported require research said say says scientific scientists "
    "seeking show showed shown shows significant solid states studies subject substantial "
    "suggest suggests support supports tested things topic understand users want writes".split()
)
"""Words that attribute, announce, soften or weigh."""
