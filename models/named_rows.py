"""A row as officers name it: by its key, or by the label that the plan prints where that names only one row."""

from __future__ import annotations

from collections.abc import Sequence

from models.assignments import tasks_beside
from models.declared_rows import labels_of
from models.errors import AmbiguousRequest, NotFound
from models.facts import Facts
from models.plans import IndicatorRow, Plan, TaskRow
from models.text import fold, one_line

Row = IndicatorRow | TaskRow
KIND_WORDS = {"indicator": "chỉ tiêu", "task": "nhiệm vụ", "section": "tiêu đề", "group": "tiêu đề"}
RECORDED = ("indicator", "task")
"""The kinds of rows that have figures or progress; the others are headings."""
_NAME_LETTERS = 40


def row_named(plan: Plan, facts: Facts, name: str, kinds: Sequence[str] = RECORDED) -> Row:
    """Return the row of that key, else the only one of these kinds that is printed under that label.

    A heading under the same label makes it unclear too which of the two is meant.
    """
    rows: tuple[Row, ...] = (*plan.rows(), *tasks_beside(plan, facts))
    wanted = one_line(name)
    found = [row for row in rows if row.kind in RECORDED and row.key == wanted]
    if not found:
        found = _labelled(plan, facts, rows, wanted, kinds)
    if not found:
        words = " hay ".join(KIND_WORDS[kind] for kind in kinds)
        raise NotFound(
            f"Kế hoạch không có {words} nào mang mã hoặc số “{name}”. "
            f"Hãy xem mã ở cột đầu của lệnh: so57 plan {plan.id}"
        )
    if len(found) > 1:
        keys = ", ".join(f"{row.key} ({KIND_WORDS[row.kind]} “{_short(row.name)}”)" for row in found)
        raise AmbiguousRequest(f"Có {len(found)} dòng cùng mang số {wanted}. Hãy ghi mã của một dòng: {keys}.")
    return found[0]


def _labelled(plan: Plan, facts: Facts, rows: Sequence[Row], wanted: str, kinds: Sequence[str]) -> list[Row]:
    """Return the rows under a label, with the headings of the same appendix that bear it too; none where only those."""
    labels = labels_of(plan, facts)
    under = [row for row in rows if fold(labels[row.key]) == fold(wanted)]
    own = [row for row in under if row.kind in kinds]
    appendices = {type(row) for row in own}
    return [row for row in under if row in own or (row.kind not in RECORDED and type(row) in appendices)]


def _short(name: str) -> str:
    """Return the first words of a row's name."""
    words = one_line(name)
    return words if len(words) <= _NAME_LETTERS else words[:_NAME_LETTERS].rpartition(" ")[0] + "…"
