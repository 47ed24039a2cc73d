"""Words whose full stop does not end a sentence: the lists that the segmentation reads.

All entries are in small letters, without their last full stop.
"""

TITLES = frozenset(
    "mr mrs ms mx dr prof profs coun cllr drs st sr jr rev hon gen col maj capt cpt lt sgt cpl "
    "cmdr adm gov pres sen rep sens reps supt insp messrs mme mlle fr msgr mt ft rt asst "
    "assoc".split()
)
"""A name follows these, so their full stop never ends a sentence."""

NUMBERED = frozenset(
    "no nos fig figs eq eqs vol vols pp p ch chap sec art arts para paras ref refs tab app op "
    "oct nov dec jan feb mar apr jun jul aug sept sep".split()
)
"""Their full stop ends a sentence unless a number follows."""

POINTING = frozenset(
    "approx esp c circa ca cf viz e.g i.e eg ie resp incl excl avg vs v s.v spp subsp var "
    "arg".split()
)
"""An example, a number or a name follows these, so their full stop never ends a sentence."""

ENDINGS = frozenset(
    "etc al inc ltd co corp llc plc gmbh bros dept univ u.s u.k u.n e.u u.s.a d.c l.a n.y u.a.e "
    "a.m p.m b.c a.d b.c.e c.e ph.d m.d d.d.s d.o r.n b.sc m.sc b.a m.a m.p.h j.d m.b.a m.s b.s "
    "dr.ph d.phil ave blvd rd bldg esq oz lb lbs ft yr yrs hr hrs mo wk tsp tbsp a.k.a "
    "assn intl natl govt acad min max est ed eds".split()
)
"""These may end a sentence: they do when a word follows that usually begins one."""

STARTERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my your there "
    "here in on at by for from with without of to as if when while where after before since "
    "although though because however but and or nor yet so thus therefore moreover furthermore "
    "meanwhile instead indeed still also then now once until unless despite during according "
    "both each every all most many some several few no not one two three four five what who why "
    "how which whether researchers scientists experts studies research people patients "
    "participants others another such more less".split()
)
"""Words with which sentences usually begin."""
