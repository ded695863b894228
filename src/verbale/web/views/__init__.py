"""One file a view; each gives a Struct, which a template and the twins show."""

from verbale.web.views import adding, coming_in, correcting, describing, home, lists, pages, parties, searching

ROUTERS = tuple(view.router for view in (home, lists, pages, parties, searching, adding, correcting, coming_in, describing))
