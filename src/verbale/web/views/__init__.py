"""One file a view; each gives a Struct, which a template and the twins show."""

from verbale.web.views import (
    adding,
    coming_in,
    describing,
    events,
    home,
    judging,
    judging_deeds,
    judging_history,
    lists,
    pages,
    parties,
    promises,
    searching,
    talks,
)

_ALL = (home, talks, events, lists, promises, pages, parties, searching, adding, coming_in, describing)
_JUDGING = (judging, judging_deeds, judging_history)
ROUTERS = tuple(view.router for view in (*_ALL, *_JUDGING))
