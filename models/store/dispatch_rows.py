"""The SQL of a report on its way: submitted and returned, remarked on, really sent, retyped into another system."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from models.errors import NotFound
from models.report_work import Entered, Remark, Sending, Step
from models.store.connection import Store
from models.store.transaction import Change


def steps(store: Store, period_key: str | None = None) -> dict[str, tuple[Step, ...]]:
    """Return the steps of drafts by period, oldest first; of one period, or of all."""
    return _by_period(store, "report_step", "step, on_day, person, note", _step, period_key)


def standing_steps(store: Store, period_key: str) -> tuple[Step, ...]:
    """Return the steps since a period was last reopened, oldest first; what was submitted before was another draft."""
    return all_standing_steps(store, period_key).get(period_key, ())


def all_standing_steps(store: Store, period_key: str | None = None) -> dict[str, tuple[Step, ...]]:
    """Return the steps of the present drafts by period; of one period, or of all.

    The log tells which came first: days are typed and several steps may fall on one.
    """
    rule, values = ("", [store.plan_id]) if period_key is None else (" AND period_key = ?", [store.plan_id, period_key])
    rows = store.rows(
        f"SELECT s.period_key, s.step, s.on_day, s.person, s.note FROM report_step AS s WHERE s.plan_id = ?{rule} "
        "AND (SELECT min(change_set_id) FROM change_entry WHERE table_name = 'report_step' "
        "AND row_id = s.id AND op = 'insert') > (SELECT coalesce(max(e.change_set_id), 0) FROM change_entry AS e "
        "JOIN period_state AS p ON p.id = e.row_id WHERE e.table_name = 'period_state' AND e.column_name = 'locked' "
        "AND e.new = 0 AND p.plan_id = s.plan_id AND p.period_key = s.period_key) ORDER BY s.id",
        values,
    )
    return _grouped(rows, _step)


def add_step(change: Change, period_key: str, step: Step) -> None:
    """Record that a draft was submitted or returned."""
    record = {"step": step.kind, "on_day": step.on, "person": step.person, "note": step.note}
    change.insert("report_step", {"plan_id": change.plan_id, "period_key": period_key} | record)


def remarks(store: Store, period_key: str) -> tuple[Remark, ...]:
    """Return the leaders' remarks on a period's draft, oldest first."""
    columns = "id, section, said_by, said_on, text, answer"
    return _by_period(store, "remark", columns, _remark, period_key).get(period_key, ())


def add_remark(change: Change, period_key: str, section: str, said_by: str, said_on: date, text: str) -> int:
    """Record a leader's remark and return its id."""
    record = {"section": section, "said_by": said_by, "said_on": said_on, "text": text}
    return change.insert("remark", {"plan_id": change.plan_id, "period_key": period_key} | record)


def answer_remark(change: Change, remark_id: int, answer: str) -> None:
    """Record how a remark was answered."""
    if change.find("remark", {"id": remark_id, "plan_id": change.plan_id}) is None:
        raise NotFound(f"Không có ý kiến số {remark_id}. Hãy xem lại danh sách ý kiến của lãnh đạo.")
    change.update("remark", remark_id, {"answer": answer})


def sendings(store: Store, period_key: str | None = None) -> dict[str, tuple[Sending, ...]]:
    """Return the real sendings by period, oldest first; of one period, or of all."""
    return _by_period(store, "sending", "issue_id, recipient, sent_on, how, note", _sending, period_key)


def add_sending(change: Change, period_key: str, sending: Sending) -> None:
    """Record that an issued report was really sent."""
    record = {"issue_id": sending.issue_id, "recipient": sending.recipient, "sent_on": sending.sent_on}
    own = {"plan_id": change.plan_id, "period_key": period_key, "how": sending.how, "note": sending.note}
    change.insert("sending", own | record)


def entered(store: Store, period_key: str) -> tuple[Entered, ...]:
    """Return the figures of a period that were retyped into another system."""
    columns = "row_key, field, shown, entered_on"
    return _by_period(store, "entered", columns, _entered, period_key).get(period_key, ())


def save_entered(change: Change, period_key: str, entered: Entered) -> None:
    """Record that a figure was retyped, as it was shown then."""
    own = {"plan_id": change.plan_id, "period_key": period_key, "row_key": entered.row_key, "field": entered.field}
    change.upsert("entered", own | {"shown": entered.shown, "entered_on": entered.on}, tuple(own))


def erase_entered(change: Change, period_key: str, row_key: str, field: str) -> bool:
    """Take back that a figure was retyped; tell whether it had been."""
    own = {"plan_id": change.plan_id, "period_key": period_key, "row_key": row_key, "field": field}
    row_id = change.find("entered", own)
    if row_id is not None:
        change.delete("entered", row_id)
    return row_id is not None


def _by_period(store: Store, table: str, columns: str, make: Any, period_key: str | None) -> dict[str, tuple[Any, ...]]:
    rule, values = ("", [store.plan_id]) if period_key is None else (" AND period_key = ?", [store.plan_id, period_key])
    rows = store.rows(f"SELECT period_key, {columns} FROM {table} WHERE plan_id = ?{rule} ORDER BY id", values)
    return _grouped(rows, make)


def _grouped(rows: Iterable[Sequence[Any]], make: Any) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for key, *row in rows:
        found[key] = (*found.get(key, ()), make(*row))
    return found


def _step(kind: Any, on: str, person: str, note: str) -> Step:
    return Step(kind, date.fromisoformat(on), person, note)


def _remark(remark_id: int, section: str, said_by: str, said_on: str, text: str, answer: str) -> Remark:
    return Remark(remark_id, section, said_by, date.fromisoformat(said_on), text, answer)


def _sending(issue_id: int, recipient: str, sent_on: str, how: Any, note: str) -> Sending:
    return Sending(issue_id, recipient, date.fromisoformat(sent_on), how, note)


def _entered(row_key: str, field: str, shown: str, on: str) -> Entered:
    return Entered(row_key, field, shown, date.fromisoformat(on))
