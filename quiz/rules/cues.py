"""The cues in a statement: those of how it is worded and those of what it leans on."""

from quiz.rules.backing import backing
from quiz.rules.found import Case, Found
from quiz.rules.tone import tone
from quiz.scale import CueKind

_MOST = {
    CueKind.LOADED_WORD: 2,
    CueKind.HEDGE: 2,
    CueKind.CAVEAT: 2,
    CueKind.SUPPORT_SHOWN: 2,
    CueKind.POPULARITY: 2,
}


def cues_of(case: Case) -> tuple[Found, ...]:
    """Return the cues of a statement in order of place, at most one or two of a kind."""
    kept: list[Found] = []
    for cue in sorted((*tone(case), *backing(case)), key=lambda f: (f.start, -f.end)):
        same = [k for k in kept if k.kind is cue.kind]
        clash = any(k.start < cue.end and cue.start < k.end for k in same)
        if not clash and len(same) < _MOST.get(cue.kind, 1):
            kept.append(cue)
    return tuple(kept)
