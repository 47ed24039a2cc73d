"""A group's answers → protected summary: what may leave, and the proof that it tells no more.

The policy, the same for every workshop, pool of workshops and month of self-study:

1. Somebody who answered at least once took part; the last answer to a question counts. Of fewer
   than 10 people nothing leaves but what was asked.
2. How many took part leaves as 10–14, 15–19, 20–24 … Every other count leaves in bins 0–4, 5–9,
   10–14 … whose last is open and begins at 5·⌊m/5⌋ − 5, m being those it is a part of. So nobody
   and everybody are never said. A question answered by fewer than 10 leaves no count.
3. Where those who answered a question are themselves known as an open bin, the counts within
   them begin their last bin where that one begins. It would otherwise give away the number of
   those who answered: among 23 people, “15 or more right” would say that 20 or more answered.
4. The mean score is rounded to 5 points, the change of the mean with its interval too, and from
   30 people Cronbach's alpha to one decimal and who chose which level. Scores are told only when
   at least two questions were answered by nearly everybody. A run of before and after has two
   sittings, so it has a change and no alpha.
5. An attacker is somebody who knows the exact head count, this code and everything published.
   Five neighbouring values must remain possible to them for every count, the ones that were not
   published among them. The audit adds figures in this order: each question's counts, its
   levels, the score bands, the mean, the change or alpha; the first that would leave fewer than
   five is withheld, with all after it. That is the same as dropping alpha first, then the
   change, then the mean, then merging the bands into the one that holds everybody.
6. That a figure is withheld is published too (Kenthapadi, Mishra and Nissim 2005, Simulatable
   auditing). So each figure is also withheld in a few worlds that pass, chosen by nothing but
   what has already left: see ``scores``. What is possible in those stays possible.

How exact it is. Questions, levels, bands and mean: the possible values are computed exactly,
over all complete answer sheets (``possible``). Change and alpha: a value counts as possible only
when a complete set of sheets with the very same figures was found (``witness``); so more may be
withheld than must, never less. What the audit does not count as a secret is the number of
people who answered a question among 10 to 13 people, where rule 2 gives it away to within four,
and where everybody must have answered everything.

Rooms: ``group`` (what goes in), ``bins``, ``summary`` (what comes out), ``possible`` and
``witness`` (the audit), ``questions``, ``scores`` and ``squares`` (the figures), ``release``
(their order) and ``wording``.
"""

from quiz.disclosure.bins import Bin
from quiz.disclosure.group import Group, Kind, Occasion, PoolError, Question, Sheet, pool
from quiz.disclosure.release import protect
from quiz.disclosure.summary import Change, QuestionFigures, ScoreBand, Summary

__all__ = [
    "Bin",
    "Change",
    "Group",
    "Kind",
    "Occasion",
    "PoolError",
    "Question",
    "QuestionFigures",
    "ScoreBand",
    "Sheet",
    "Summary",
    "pool",
    "protect",
]
