"""All rooms of the web app: a blueprint each."""

from quiz.web import (
    coding,
    documents,
    host,
    live,
    organise,
    pages,
    phone,
    practise,
    publishing,
    report,
    review,
    summaries,
    write,
)

ROOMS = tuple(
    room.blueprint
    for room in (
        pages,
        practise,
        report,
        documents,
        organise,
        phone,
        host,
        live,
        summaries,
        coding,
        write,
        review,
        publishing,
    )
)
