"""What is asked of each unit in a period, and how a form that came back compares with what the store holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from models.collection_fields import INDICATOR_CELLS, TASK_CELLS, Given, given_field, given_figure, present_of
from models.duties import ReportingPeriod
from models.evaluation import Verdict
from models.figure_lines import FigureLine, misfits
from models.office import Office
from models.plans import IndicatorRow, Plan, TaskRow
from models.progress import DONE_STATES
from models.reports import IndicatorLine, Report, TaskLine
from models.shown import NOT_REPORTED, figure_text, fraction_text
from models.targets import unit_of
from models.text import one_line
from models.units import units_in

_NOT_ASKED = (Verdict.NOT_BEGUN, Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)
PlanLine = IndicatorLine | TaskLine


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row as a form asks for it.

    Of a task `measure` is what it must produce and `target` when; `before` is what was last reported. `present` holds
    the values of the period that the office has already, as they are typed.
    """

    key: str
    is_task: bool
    section: str
    label: str
    name: str
    measure: str
    target: str
    before: str
    present: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_missing(self) -> bool:
        """Tell whether the office still lacks what the row is about."""
        if self.is_task:
            return not {"text", "percent", "done"} & self.present.keys()
        return self.present.get("figure", NOT_REPORTED) == NOT_REPORTED


@dataclass(frozen=True, slots=True)
class FormSheet:
    """All that stands on the form of one unit."""

    form_id: str
    plan: Plan
    office: Office
    period: ReportingPeriod
    unit: str
    answer_by: date | None
    contact: str
    rows: tuple[AskedRow, ...]
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """A form that came back, before the store is asked: what its hidden part says, and every cell as it was typed.

    `cells` maps row key and field to text, `problems` likewise to why a cell could not be read. `told` are sentences
    about rows that were added, copied or taken away.
    """

    form_id: str
    plan_id: str
    period_key: str
    unit: str
    cells: Mapping[str, Mapping[str, str]]
    problems: Mapping[tuple[str, str], str] = field(default_factory=dict)
    filled_by: str = ""
    told: tuple[str, ...] = ()


class Kind(StrEnum):
    """How what a form gives stands to what the store holds."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    SAME = "same"
    UNCLEAR = "unclear"
    REFUSED = "refused"


KIND_WORDS: Mapping[Kind, str] = {
    Kind.NEW: "Mới",
    Kind.CHANGED: "Khác số đang có",
    Kind.CONFLICT: "Xã đã sửa sau khi lập phiếu",
    Kind.SAME: "Như đang có",
    Kind.UNCLEAR: "Chưa rõ",
    Kind.REFUSED: "Không nhận được",
}
TAKEN = frozenset({Kind.NEW, Kind.CHANGED})
"""What is accepted unless the officer says otherwise."""
TAKABLE = TAKEN | {Kind.CONFLICT}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field (`what`) of a row as the form gives it, beside the present value; `values` is what would be recorded."""

    key: str
    label: str
    name: str
    what: str
    present: str
    new: str
    kind: Kind
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> tuple[str, str]:
        """Return row and field, which name the proposal within its form."""
        return self.key, self.what


# --- what is asked


def asked_of_units(report: Report) -> dict[str, tuple[AskedRow, ...]]:
    """Return for each unit the rows that it leads and is asked about, units and rows in the plan's order."""
    found: dict[str, list[AskedRow]] = {}
    headings = _Headings(report.plan)
    for line in _asked(report):
        row = _asked_row(line, headings)
        for unit in units_in(report.plan, line.row.lead or line.lead):
            found.setdefault(unit, []).append(row)
    return {unit: tuple(rows) for unit, rows in found.items()}


def _asked(report: Report) -> Iterator[PlanLine]:
    """Yield what is judged now: no indicator of another stage, none set or supplied otherwise, no task done before."""
    for line in report.indicators:
        if line.evaluation.verdict not in _NOT_ASKED and line.parts is None and line.override is None:
            yield line
    for task in (*report.tasks, *report.assignments):
        begun = task.row.since is None or task.row.since <= report.period.closing
        if begun and (task.status.state not in DONE_STATES or task.in_period is not None):
            yield task


def _asked_row(line: PlanLine, headings: _Headings) -> AskedRow:
    if isinstance(line, IndicatorLine):
        measure, target, before = unit_of(line.row) or line.row.unit, _target(line), _figure_before(line)
    else:
        measure, target, before = line.row.deliverable, line.status.deadline_words, _progress_before(line)
    return AskedRow(
        key=line.row.key,
        is_task=isinstance(line, TaskLine),
        section=headings.of(line.row),
        label=line.label,
        name=one_line(line.row.name),
        measure=one_line(measure),
        target=one_line(target),
        before=before,
        present=present_of(line),
    )


def _target(line: IndicatorLine) -> str:
    judged = line.evaluation
    if judged.target is None:
        return ""
    return f"{judged.target.printed} (năm {judged.milestone})"


def _figure_before(line: IndicatorLine) -> str:
    if line.previous is None:
        return ""
    ratio = fraction_text(line.previous)
    return figure_text(line.row, line.previous) + (f" ({ratio})" if ratio else "")


def _progress_before(line: TaskLine) -> str:
    """Return the state that the task stands in, with what was told of it last."""
    record = line.status.record
    told = f": {record.text}" if record is not None and record is not line.in_period and record.text else ""
    return f"{line.status.words}{told}"


class _Headings:
    """The section that each row of a plan stands in."""

    def __init__(self, plan: Plan) -> None:
        self._rows: dict[str, IndicatorRow | TaskRow] = {row.key: row for row in plan.indicator_rows}
        self._rows |= {row.key: row for row in plan.task_rows}

    def of(self, row: IndicatorRow | TaskRow) -> str:
        """Return the number and name of the row's section, nothing for a row outside all sections."""
        above = self._rows.get(row.parent or "")
        while above is not None and above.kind != "section":
            above = self._rows.get(above.parent or "")
        return "" if above is None else one_line(f"{above.number.rstrip('.')}. {above.name}").lstrip(". ")


# --- what came back


def lines_by_key(report: Report) -> dict[str, PlanLine]:
    """Return every row of a report that a form may speak of, by its key."""
    found: dict[str, PlanLine] = {line.row.key: line for line in report.indicators}
    return found | {line.row.key: line for line in (*report.tasks, *report.assignments)}


def compare(report: Report, asked: Mapping[str, Mapping[str, str]], answers: Answers) -> tuple[Proposal, ...]:
    """Hold a form against the store, row by row as the form asked; cells that were left blank touch nothing."""
    lines = lines_by_key(report)
    found: list[Proposal] = []
    for key, then in asked.items():
        cells = answers.cells.get(key, {})
        problems = {name: words for (row, name), words in answers.problems.items() if row == key}
        line = lines.get(key)
        if line is not None:
            found += _of_row(line, then, cells, problems)
        elif any(cells.values()):
            reason = "Kế hoạch không còn dòng này."
            found.append(Proposal(key, "", key, "figure", "", "", Kind.REFUSED, reason))
    return tuple(found)


def _of_row(
    line: PlanLine, then: Mapping[str, str], cells: Mapping[str, str], problems: Mapping[str, str]
) -> Iterator[Proposal]:
    now = present_of(line)
    for name, given in _given(line.row, then, cells, problems):
        present = now.get(name, "")
        kind, reason = _kind(line, name, given, present, then.get(name, ""))
        yield Proposal(
            line.row.key, line.label, one_line(line.row.name), name, present, given.typed, kind, reason, given.values
        )


def _given(
    row: IndicatorRow | TaskRow, then: Mapping[str, str], cells: Mapping[str, str], problems: Mapping[str, str]
) -> Iterator[tuple[str, Given]]:
    """Yield the fields that the unit filled in; a cell that could not be read speaks for its field."""
    names: Iterable[str] = TASK_CELLS
    if isinstance(row, IndicatorRow):
        of_figure = [problems[name] for name in INDICATOR_CELLS[:4] if name in problems]
        figure = Given("", problem=of_figure[0]) if of_figure else given_figure(row, cells, then.get("figure", ""))
        if figure is not None:
            yield "figure", figure
        names = INDICATOR_CELLS[4:]
    done_told = False
    for name in names:
        given = Given("", problem=problems[name]) if name in problems else given_field(name, cells.get(name, ""))
        if given is None or (name == "done" and done_told):
            continue
        told = "done" if "done" in given.values else name  # "xong" stands in the column of per cent too
        done_told = done_told or told == "done"
        yield told, given


def _kind(line: PlanLine, name: str, given: Given, present: str, then: str) -> tuple[Kind, str]:
    if given.problem:
        return Kind.UNCLEAR, given.problem
    if given.typed == present:
        return Kind.SAME, ""
    reasons = _refused(line, name) or misfits(FigureLine(1, **given.values), line.row, _named(line))
    if reasons:
        return Kind.REFUSED, reasons[0]
    if not present:
        return Kind.NEW, ""
    if present != then:
        return Kind.CONFLICT, f"Khi lập phiếu là {then or 'trống'}."
    return Kind.CHANGED, ""


def _refused(line: PlanLine, name: str) -> list[str]:
    """Say why a figure cannot be taken from a form: the office set it, or several units supply it."""
    if not isinstance(line, IndicatorLine) or name != "figure":
        return []
    if line.override is not None:
        return ["Số liệu của dòng này đã được xã ấn định; hãy bỏ ấn định rồi nhận lại."]
    return ["Số liệu của dòng này do nhiều đơn vị cung cấp theo phần."] if line.parts is not None else []


def _named(line: PlanLine) -> str:
    return f"{'Nhiệm vụ' if isinstance(line, TaskLine) else 'Chỉ tiêu'} {line.label}"


def lines_of(proposals: Iterable[Proposal], accepted: Collection[tuple[str, str]]) -> tuple[FigureLine, ...]:
    """Return what is recorded of the accepted proposals, one line a row."""
    values: dict[str, dict[str, Any]] = {}
    for proposal in proposals:
        if proposal.id in accepted and proposal.kind in TAKABLE:
            values.setdefault(proposal.key, {}).update(proposal.values)
    return tuple(FigureLine(number, key=key, **own) for number, (key, own) in enumerate(values.items(), start=1))
