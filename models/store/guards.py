"""What the store refuses by itself: writes outside a change set, in locked periods, to rows the plan does not have."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from models.ad_hoc import KEY_PREFIX
from models.calendars import parse_span
from models.errors import AppError, NotFound, PeriodLocked, StoreError

NO_CHANGE_SET = "so57:no-change-set"
LOCKED = "so57:locked"
NEEDS_REASON = "so57:needs-reason"
UNKNOWN_ROW = "so57:unknown-row"
ISSUED = "so57:issued"
APPEND_ONLY = "so57:append-only"

_OF_PLAN = "AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key"
_INDICATOR = f"SELECT 1 FROM indicator_row {_OF_PLAN} AND r.kind = 'indicator'"
_TASK = f"SELECT 1 FROM task_row {_OF_PLAN} AND r.kind = 'task'"
_EXTRA = f"SELECT 1 FROM extra_task {_OF_PLAN}"
_ASSIGNMENT = "SELECT 1 WHERE NEW.row_key GLOB 'pc-[0-9]*'"  # a row of the table of assignments (models.assignments)
_ROWS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("figure", "annual_target", "override", "supplier", "part_figure", "no_basis"), (_INDICATOR,)),
    "progress": (_TASK, _EXTRA, _ASSIGNMENT),
    **dict.fromkeys(("came_true", "extension", "still_in_force"), (_TASK, _EXTRA)),
    **dict.fromkeys(("reading", "row_lead"), (_INDICATOR, _TASK)),
    "evidence": (_INDICATOR, _TASK, _EXTRA, _ASSIGNMENT),
}
"""Which rows of the plan, and tasks outside it, the records of a table may belong to."""
_OF_INDICATORS = ("figure", "part_figure")
_REASON = "(SELECT trim(why) FROM change_set WHERE id = (SELECT change_set_id FROM open_change_set))"


class _Guard(NamedTuple):
    """A trigger that aborts the statement when `condition` holds."""

    name: str
    event: str
    condition: str
    code: str

    def sql(self, table: str) -> str:
        return (
            f"CREATE TRIGGER {self.trigger(table)} BEFORE {self.event} ON {table} WHEN {self.condition}\n"
            f"BEGIN SELECT RAISE(ABORT, '{self.code}'); END"
        )

    def trigger(self, table: str) -> str:
        return f"{table}_guard_{self.name}"


def guard_triggers(table: str) -> dict[str, str]:
    """Return the guards of a tracked table, by the name of their trigger."""
    return {guard.trigger(table): guard.sql(table) for guard in _guards(table)}


def append_only_triggers(table: str) -> dict[str, str]:
    """Return the guards of a table of the log: what is written there stays."""
    guards = [_Guard(event.lower(), event, "1", APPEND_ONLY) for event in ("UPDATE", "DELETE")]
    return {guard.trigger(table): guard.sql(table) for guard in guards}


def _guards(table: str) -> Iterator[_Guard]:
    for event in ("INSERT", "UPDATE", "DELETE"):
        yield _Guard(event.lower(), event, "NOT EXISTS (SELECT 1 FROM open_change_set)", NO_CHANGE_SET)
    yield _Guard("id", "UPDATE OF id", "OLD.id <> NEW.id", APPEND_ONLY)
    if table in _ROWS:
        yield _Guard("row", "INSERT", _unknown_row(table), UNKNOWN_ROW)
    if table in ("figure", "progress", "part_figure"):
        yield from _locked_guards(_in_locked_days(table, "OLD"), _in_locked_days(table, "NEW"))
    elif table in ("override", "period_understanding"):
        yield from _locked_guards(_of_locked_period("OLD"), _of_locked_period("NEW"))
    elif table in ("narrative", "sentence", "explanation", "report_step"):
        yield from _locked_guards(_of_locked_period("OLD", "issued"), _of_locked_period("NEW", "issued"))
    elif table == "evidence":  # more may be laid by at any time; what proves a reported figure stays
        yield _Guard("locked_delete", "DELETE", _in_locked_days(table, "OLD"), LOCKED)
    elif table == "direction":
        yield from _locked_guards(_on_locked_day("OLD"), _on_locked_day("NEW"))
    elif table == "period_state":
        yield from _period_guards()
    elif table == "ad_hoc_report":
        yield _Guard("issued_delete", "DELETE", _ad_hoc_at_work(), ISSUED)
        yield _Guard("issued_update", "UPDATE OF start, closing, withdrawn", _ad_hoc_at_work(), ISSUED)
    elif table in ("issue", "issue_file"):
        yield _Guard("kept", "DELETE", "1", ISSUED)


def _locked_guards(old: str, new: str) -> Iterator[_Guard]:
    yield _Guard("locked_insert", "INSERT", new, LOCKED)
    yield _Guard("locked_update", "UPDATE", f"{old} OR {new}", LOCKED)
    yield _Guard("locked_delete", "DELETE", old, LOCKED)


def _period_guards() -> Iterator[_Guard]:
    """Keep a locked period where it is, and let it be reopened only with a reason."""
    moved = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in ("plan_id", "period_key", "start", "closing"))
    yield _Guard("locked_update", "UPDATE", f"OLD.locked = 1 AND ({moved})", LOCKED)
    yield _Guard("locked_delete", "DELETE", "OLD.locked = 1", LOCKED)
    yield _Guard("reason", "UPDATE OF locked", f"OLD.locked = 1 AND NEW.locked = 0 AND {_REASON} = ''", NEEDS_REASON)


def _unknown_row(table: str) -> str:
    return " AND ".join(f"NOT EXISTS ({rows})" for rows in _ROWS[table])


def _in_locked_days(table: str, row: str) -> str:
    """Say that a record lies in a locked period: wholly inside it, or the state on its closing day."""
    state = (
        f"EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = {row}.plan_id AND r.key = {row}.row_key "
        "AND r.measure = 'state')"
        if table in _OF_INDICATORS
        else "1"
    )
    return (
        f"EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = {row}.plan_id "
        f"AND {row}.as_of <= p.closing AND (p.start <= {row}.start OR ({row}.as_of = p.closing AND {state})))"
    )


def _of_locked_period(row: str, how: str = "locked") -> str:
    """Say that a record is of a period that is locked, or `issued`: words are written until the report goes out."""
    return (
        f"EXISTS (SELECT 1 FROM period_state AS p WHERE p.{how} = 1 AND p.plan_id = {row}.plan_id "
        f"AND p.period_key = {row}.period_key)"
    )


def _on_locked_day(row: str) -> str:
    """Say that a document of direction was issued within a locked period, whose section I names it."""
    return (
        f"EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = {row}.plan_id "
        f"AND {row}.paper_day BETWEEN p.start AND p.closing)"
    )


def _ad_hoc_at_work() -> str:
    """Say that an ad hoc report was issued, or is locked: without it nobody could reopen its period."""
    of_report = "r.plan_id = OLD.plan_id AND r.period_key GLOB OLD.key || '/*'"
    return (
        f"EXISTS (SELECT 1 FROM issue AS r WHERE {of_report}) "
        f"OR EXISTS (SELECT 1 FROM period_state AS r WHERE r.locked = 1 AND {of_report})"
    )


def refusal(
    connection: sqlite3.Connection, error: sqlite3.IntegrityError, row: Mapping[str, object]
) -> AppError | None:
    """Return the sentence for a write that a guard refused; None for anything else, which is a bug."""
    code = str(error)
    if code == LOCKED:
        return PeriodLocked(_locked_sentence(_locked_period(connection, row)))
    if code == NEEDS_REASON:
        return PeriodLocked("Kỳ báo cáo đã khóa chỉ được mở lại khi có lý do. Hãy ghi lý do mở lại rồi làm lại.")
    if code == UNKNOWN_ROW:
        return NotFound(f"Kế hoạch không có dòng nào mang mã “{row.get('row_key', '')}” để ghi số liệu hoặc tiến độ.")
    if code == ISSUED:
        return StoreError(
            "Báo cáo đã phát hành hoặc đã khóa không xóa được. Nếu cần sửa, hãy mở lại kỳ, ghi lý do và phát hành lại."
        )
    return None


def _locked_period(connection: sqlite3.Connection, row: Mapping[str, object]) -> tuple[str, str, str] | None:
    """Return key, first and closing day of the locked period that a row lies in."""
    if "period_key" in row:
        rule, values = "period_key = ?", [row["plan_id"], row["period_key"]]
    else:
        rule = "? <= closing AND (start <= ? OR closing = ?)"
        first, last = (row[name] if name in row else row["paper_day"] for name in ("start", "as_of"))
        values = [row["plan_id"], last, first, last]
    found: tuple[str, str, str] | None = connection.execute(
        f"SELECT period_key, start, closing FROM period_state WHERE locked = 1 AND plan_id = ? AND {rule} "
        "ORDER BY start DESC",
        values,
    ).fetchone()
    return found


def _locked_sentence(period: tuple[str, str, str] | None) -> str:
    named = f"Kỳ {period_words(*period)}" if period else "Kỳ báo cáo này"
    return f"{named} đã khóa nên không ghi được thay đổi. Muốn sửa, hãy mở lại kỳ này và ghi lý do."


def period_words(key: str, start: str, closing: str) -> str:
    """Return a period in words, with its days: tháng 10 năm 2026 (từ 01/10/2026 đến hết 31/10/2026)."""
    first, last = (date.fromisoformat(day).strftime("%d/%m/%Y") for day in (start, closing))
    return f"{span_words(key)} (từ {first} đến hết {last})"


def span_words(key: str) -> str:
    """Return the span of a period's key in words: tháng 10 năm 2026; an ad hoc report is named by its own key."""
    duty, _, span = key.rpartition("/")
    asked = duty or span
    return f"đột xuất, chuyên đề {asked}" if asked.startswith(KEY_PREFIX) else parse_span(span).words()
