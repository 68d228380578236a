"""The words of a plan file in printed order, mended words put back as they were printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from models.plans import Correction, IndicatorRow, Layout, Plan, TaskRow
from tests.proofreading.bodies import Body
from tests.proofreading.words import Finding, Word, tokens, words_of

Row = IndicatorRow | TaskRow
Cell = tuple[str, str]
PROSE = "prose"
ONCE = "printed once, as the unit; the file has it as the target too, since a report's number is what reaches it"


def is_prose(plan: Plan, layout: str) -> bool:
    """Tell whether a plan has its rows of that kind in the sentences of its text."""
    return layout in plan.layouts and plan.layouts[layout].kind == PROSE


def file_words(plan: Plan, body: Body) -> list[Word]:
    """Return the file's words in the order in which the text prints them."""
    apart = {part.split()[1] for part in body.parts if " " in part}
    return [word for part in body.parts for word in _part(plan, part, apart, body)]


def _part(plan: Plan, part: str, apart: set[str], body: Body) -> Iterator[Word]:
    name, _, section = part.partition(" ")
    if name == "indicators":
        yield from _appendix(plan, "indicators", 1, plan.indicator_rows)
    elif name == "tasks":
        sections = plan.sections()
        inside = [row for row in plan.task_rows if (sections[row.key] or "") == section] if section else None
        others = [row for row in plan.task_rows if sections[row.key] not in apart]
        yield from _appendix(plan, "tasks", 2, others if inside is None else inside)
    elif name == "unit_duties":
        yield from _unit_duties(plan, body.unit)
    else:
        yield from _assignments(plan)


def _appendix(plan: Plan, layout: str, number: int, rows: Sequence[Row]) -> Iterator[Word]:
    """Yield a title, the note under it and the rows; prose has its title among the headings of its body."""
    if not is_prose(plan, layout):
        for place, text in _heading(plan, layout, number):
            yield from words_of(_unmend(plan.corrections, place, text), place, f"head {layout}")
    for row in rows:
        for field, text in cells(plan, row):
            place = f"{row.key} {field}"
            yield from words_of(_unmend(plan.corrections, place, text), place, row.key)


def _heading(plan: Plan, layout: str, number: int) -> Iterator[Cell]:
    if layout in plan.layouts:
        yield f"head layouts.{layout} title", plan.layouts[layout].title
    for note in plan.document.appendix_notes[number - 1 : number]:
        yield f"head appendix_notes {number}", note


def cells(plan: Plan, row: Row) -> Iterator[Cell]:
    """Yield a row's printed cells from left to right; of prose its mark and its sentence."""
    name = "indicators" if isinstance(row, IndicatorRow) else "tasks"
    if is_prose(plan, name):
        if isinstance(row, TaskRow) or row.kind != "indicator":
            yield "number", _prose_number(row.number)
            yield "name", row.name
        return
    own = dict(_fields(plan, row))
    layout = plan.layouts.get(name)
    unit = [("unit", row.unit)] if isinstance(row, IndicatorRow) and _has_column(layout, "unit") else []
    found = own | dict(unit)
    order = [field for column in layout.columns for field in _fields_of_column(column.field, found)] if layout else []
    for field in [*order, *(field for field in found if field not in order)]:
        if field.startswith("targets ") and unit and found[field] == found["unit"]:
            continue
        yield field, found[field]


def _prose_number(number: str) -> str:
    """Return a heading's number as prose prints it: `1.1.`, of III.2 only the `2.` that stands before its words."""
    own = re.sub(r"^[IVX]+\.", "", number)
    return f"{own}." if own[:1].isdigit() else own


def _has_column(layout: Layout | None, field: str) -> bool:
    return layout is not None and any(column.field == field for column in layout.columns)


def _fields_of_column(column: str, found: Iterable[str]) -> list[str]:
    """Return the row's fields that a column of the layout holds."""
    kind, _, of = column.partition(":")
    if kind == "target":
        return [field for field in found if field.startswith("targets ") and field.endswith(of)]
    wanted = f"schedule {of}" if kind == "schedule" else column
    return [wanted] if wanted in found else []


def _fields(plan: Plan, row: Row) -> Iterator[Cell]:
    """Yield all that a row holds of printed words; its unit only where a column prints units."""
    yield "number", row.number
    yield "name", row.name
    if isinstance(row, IndicatorRow):
        yield from ((f"targets {year}", row.targets[year]) for year in plan.milestones if year in row.targets)
    yield "lead", row.lead
    yield "coordinating", row.coordinating
    if isinstance(row, TaskRow):
        yield "deliverable", row.deliverable
        columns = [column.id for column in plan.schedule_columns]
        yield from ((f"schedule {column}", row.schedule[column]) for column in columns if column in row.schedule)
        yield "note", row.note


def _unit_duties(plan: Plan, form: str) -> Iterator[Word]:
    for number, item in enumerate(plan.unit_duties, 1):
        key = f"unit_duties {number}"
        yield from words_of(form.format(number=number, unit=item.unit), f"{key} unit", key)
        for duty in item.duties:
            yield from words_of(duty, f"{key} duties", key)


def _assignments(plan: Plan) -> Iterator[Word]:
    for number, row in enumerate(plan.assignment_rows, 1):
        key = f"assignment_rows {number}"
        helpers = f"({row.coordinating})" if row.coordinating else ""
        fields = {"name": row.name, "lead": row.lead, "coordinating": helpers, "work": row.work}
        fields |= {"responsibility": row.responsibility, "time": row.time, "evaluation": row.evaluation}
        for field, text in fields.items():
            yield from words_of(text, f"{key} {field}", key)


def printed_once(plan: Plan) -> list[Finding]:
    """List targets that the text prints once as the unit of their row."""
    return [
        Finding(words, f"{row.key} targets {year}", ONCE)
        for row in plan.indicator_rows
        if _has_column(plan.layouts.get("indicators"), "unit")
        for year, words in row.targets.items()
        if words == row.unit
    ]


def heads_of(plan: Plan) -> list[tuple[str, ...]]:
    """Return the words of each table head, mended and as printed: the upper row, then the titles under a common one."""
    heads: dict[tuple[str, ...], None] = {}
    for name, layout in plan.layouts.items():
        places = [(f"head layouts.{name} {column.field}", column.title) for column in layout.columns]
        for titles in ([_unmend(plan.corrections, *cell) for cell in places], [title for _, title in places]):
            parts = [title.split("|") for title in titles]
            upper = dict.fromkeys(part[0] for part in parts)
            lower = [part[1] for part in parts if len(part) > 1]
            heads[tuple(tokens(" ".join([*upper, *lower])))] = None
    return [head for head in heads if head]


def _unmend(corrections: Iterable[Correction], place: str, text: str) -> str:
    """Put a mended word back as it was printed, so that only the list of corrections explains it."""
    for correction in corrections:
        if correction.where == place:
            text = text.replace(correction.used, correction.printed, 1)
    return text


def mends(plan: Plan) -> list[Finding]:
    """List the corrections; one that names no cell with its words explains nothing."""
    known = {f"{row.key} {field}": text for row in plan.rows() for field, text in cells(plan, row)}
    for number, (name, layout) in enumerate(plan.layouts.items(), 1):
        known |= dict(_heading(plan, name, number))
        known |= {f"head layouts.{name} {column.field}": column.title for column in layout.columns}
    return [
        Finding(c.printed, c.where, f"mended to “{c.used}”: {c.why}" if c.used in known.get(c.where, "") else "")
        for c in plan.corrections
    ]
