"""One box over everything: rows, periods, documents, pages and commands."""
