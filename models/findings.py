"""What the check list (Kiểm tra) finds: a row, a kind, one Vietnamese sentence that says what, where and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.plans import IndicatorRow, Layout, Plan, TaskRow

Row = IndicatorRow | TaskRow


class FindingKind(StrEnum):
    """Kinds of findings beside the warnings of models.checks about a period's figures and progress."""

    BLANK = "blank"
    UNSERVED = "unserved"
    NOT_UNDERSTOOD = "not_understood"
    TO_CLARIFY = "to_clarify"
    ANNUAL_TARGET = "annual_target"
    NUMBER_TWICE = "number_twice"
    MISPLACED = "misplaced"
    CONTRADICTION = "contradiction"
    TITLE = "title"
    ESTIMATE_LEFT = "estimate_left"
    LESS_THAN_SHORTER = "less_than_shorter"
    PARTS = "parts"
    UNDERSTOOD_OTHERWISE = "understood_otherwise"
    COUNTED_APART = "counted_apart"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check list; a grave one keeps a figure or a judgement from being right as long as it stands.

    `kind` is a FindingKind or a warning's kind.
    """

    key: str
    label: str
    kind: str
    sentence: str
    grave: bool = False


def named(row: Row, label: str) -> str:
    """Return how a sentence begins with a row: `Chỉ tiêu V.4`, `Nhiệm vụ tại gạch đầu dòng thứ 3, mục 7`."""
    what = "Chỉ tiêu" if isinstance(row, IndicatorRow) else "Nhiệm vụ"
    return f"{what} {label}" if label[:1].isdigit() or label[:1].isupper() else f"{what} tại {label}"


def within(row: Row, label: str) -> str:
    """Return how a row is named inside a sentence."""
    name = named(row, label)
    return name[0].lower() + name[1:]


def columns_of(layout: Layout | None) -> dict[str, str]:
    """Return a layout's columns with the words over each, those under a common head by their own."""
    return {column.field: column.title.rpartition("|")[2] for column in layout.columns} if layout else {}


def in_printed_order(plan: Plan, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as the plan prints their rows; what is about no row comes first."""
    place = {row.key: number for number, row in enumerate(plan.rows(), 1)}
    return tuple(sorted(findings, key=lambda finding: place.get(finding.key, 0)))
