"""The indicators of a period as the page Chỉ tiêu shows them: target in force, last figures, verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.evaluation import Verdict
from models.numbers import format_number
from models.recent import RecentFigure
from models.reports import IndicatorLine, Report
from models.shown import figure_text, with_unit
from models.text import SortKey
from models.units import units_in
from ui.models.figure_columns import NAME_LINES, SHARE_PLACES
from ui.models.figure_rows import figure_rows
from ui.models.line_table import Line
from ui.models.plan_rows import Rows
from ui.models.row_basics import lead, lead_of, lead_order, lead_tip, name, name_order, number, place
from ui.models.row_columns import RowColumn, in_order
from ui.models.row_depths import depths, sections_of
from ui.models.row_filters import Facets, search_words
from ui.models.verdicts import verdict_colour, verdict_shape, verdict_text

_VERDICT_WORDS = {
    Verdict.BELOW: "Thấp hơn mục tiêu",
    Verdict.UNDER_WAY: "Đang thực hiện",
    Verdict.REACHED: "Đạt",
    Verdict.EXCEEDED: "Vượt",
    Verdict.NO_FIGURE: "Chưa có số liệu",
    Verdict.NO_BASIS: "Chưa có cơ sở đánh giá",
    Verdict.NOT_BEGUN: "Chưa đến giai đoạn",
    Verdict.ENDED_REACHED: "Đã kết thúc: đạt",
    Verdict.ENDED_MISSED: "Đã kết thúc: không đạt",
    Verdict.ENDED_UNKNOWN: "Đã kết thúc: chưa có số liệu",
}
STATES = tuple(f"{verdict_shape(verdict)} {words}" for verdict, words in _VERDICT_WORDS.items())
"""The states that rows are filtered and grouped by, what needs care first."""
FEW, LONG, LONGEST_TARGET = 3, 24, 40
"""A cell that is mostly a number shows few lines of words; the tip has long ones whole."""
_RANKS = {verdict: rank for rank, verdict in enumerate(_VERDICT_WORDS)}


@dataclass(frozen=True, slots=True)
class ShownIndicator:
    """An indicator of a period, its place in print, how deep it stands under other indicators, and its last figures."""

    line: IndicatorLine
    place: int = 0
    depth: int = 0
    recent: tuple[RecentFigure, ...] = ()


def indicator_lines(report: Report, recent: Mapping[str, tuple[RecentFigure, ...]]) -> Rows[ShownIndicator]:
    """Return the indicators of a report under their headings."""
    rows = figure_rows(report)
    deep = depths(report.plan.indicator_rows)
    return [
        Line(row.key, ShownIndicator(row.content, place, deep.get(row.key, 0), recent.get(row.key, ())))
        if isinstance(row, Line)
        else row
        for place, row in enumerate(rows)
    ]


def indicator_facets(report: Report) -> dict[str, Facets]:
    """Return what each indicator of a report can be found by."""
    rows = figure_rows(report)
    sections = sections_of(rows)
    return {
        row.key: Facets(
            words=search_words((line.row.number, line.label, line.row.name, lead_of(line))),
            section=sections[row.key],
            units=units_in(report.plan, lead_of(line)),
            state=f"{verdict_shape(line.evaluation.verdict)} {_VERDICT_WORDS[line.evaluation.verdict]}",
            marks=frozenset(_milestone_words(line)),
        )
        for row in rows
        if isinstance(row, Line)
        for line in (row.content,)
    }


def milestones_of(report: Report) -> tuple[str, ...]:
    """Return the milestones that indicators are judged by in a period."""
    found = {_milestone(line) for line in report.indicators}
    return tuple(_at_milestone(year) for year in sorted(year for year in found if year is not None))


def _milestone_words(line: IndicatorLine) -> tuple[str, ...]:
    year = _milestone(line)
    return () if year is None else (_at_milestone(year),)


def _milestone(line: IndicatorLine) -> int | None:
    """Return the year of the target that is shown: the one in force, else the first."""
    judged = line.evaluation
    return judged.milestone if judged.target is not None else min(line.row.targets, default=None)


def _at_milestone(year: int) -> str:
    return f"Đến hết {year}"


def _target(shown: ShownIndicator) -> str:
    """Return the target in force as printed with its year; a row's own name that says it is not said again."""
    line = shown.line
    judged = line.evaluation
    year = _milestone(line)
    if year is None:
        return ""
    printed = judged.target.printed if judged.target is not None else line.row.targets[year]
    says_it = line.row.name.rstrip(" .").casefold() == printed.rstrip(" .").casefold()
    return f"({year})" if says_it else f"{printed} ({year})"


def _short_target(shown: ShownIndicator) -> str:
    """Return the target with long words cut, so that its year is seen."""
    words, room, year = _target(shown).rpartition(" ")
    return f"{words[:LONGEST_TARGET].rstrip()}…{room}{year}" if len(words) > LONGEST_TARGET else f"{words}{room}{year}"


def _target_tip(shown: ShownIndicator) -> str:
    text = _target(shown)
    return text if text != _short_target(shown) else ""


def _target_order(shown: ShownIndicator) -> Fraction | None:
    target = shown.line.evaluation.target
    return Fraction(target.low) if target is not None and target.low is not None else None


def _current(shown: ShownIndicator) -> str:
    return figure_text(shown.line.row, shown.line.current)


def _current_tip(shown: ShownIndicator) -> str:
    text = _current(shown)
    return text if len(text) > LONG else ""


def _current_order(shown: ShownIndicator) -> Fraction | None:
    return shown.line.amount


def _share(shown: ShownIndicator) -> str:
    share = shown.line.evaluation.share
    return format_number(share, SHARE_PLACES) if share is not None else ""


def _share_order(shown: ShownIndicator) -> Fraction | None:
    return shown.line.evaluation.share


def _state(shown: ShownIndicator) -> str:
    return verdict_text(shown.line.evaluation)


def _state_colour(shown: ShownIndicator) -> str:
    return verdict_colour(shown.line.evaluation)


def _state_order(shown: ShownIndicator) -> int:
    return _RANKS[shown.line.evaluation.verdict]


def _trend(shown: ShownIndicator) -> str:
    """Say the last figures, the oldest first."""
    row, known = shown.line.row, [point for point in shown.recent if point.figure is not None]
    return "\n".join(
        f"{point.period.span.short()}: {with_unit(figure_text(row, point.figure), _unit_said(point, row.unit))}"
        for point in known
    )


def _unit_said(point: RecentFigure, unit: str) -> str:
    return unit if point.amount is not None else ""


def _unit(shown: ShownIndicator) -> str:
    return shown.line.row.unit


def _unit_order(shown: ShownIndicator) -> SortKey | None:
    return in_order(shown.line.row.unit)


INDICATOR_VIEW: tuple[RowColumn[ShownIndicator], ...] = (
    RowColumn("STT", number, width=5, align="center", id="number", order=place),
    RowColumn(
        "Chỉ tiêu",
        name,
        width=28,
        stretch=4,
        tip=name,
        lines=NAME_LINES,
        id="name",
        order=name_order,
    ),
    RowColumn("Đơn vị tính", _unit, width=8, align="center", id="unit", order=_unit_order, spare=3),
    RowColumn(
        "Mục tiêu (đến hết năm)",
        _short_target,
        width=13,
        align="center",
        tip=_target_tip,
        id="target",
        order=_target_order,
        spare=1,
    ),
    RowColumn("Các kỳ gần đây", width=11, tip=_trend, id="trend", drawn="trend", spare=4),
    RowColumn(
        "Kỳ này", _current, width=11, align="right", tip=_current_tip, lines=FEW, id="current", order=_current_order
    ),
    RowColumn("% mục tiêu", _share, width=7, align="right", id="share", order=_share_order, spare=2),
    RowColumn("Đánh giá", _state, width=18, colour=_state_colour, id="state", order=_state_order),
    RowColumn("Cơ quan chủ trì", lead, width=15, stretch=1, tip=lead_tip, id="lead", order=lead_order, spare=5),
)
