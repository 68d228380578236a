"""Undo: a new change set that writes the old values where the present value is still the one to be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

from models.changes import ChangeSet, Op, RowEffect, UndoReport, UndoStep, Value, effects, not_undone, undo_step
from models.errors import AppError, PeriodLocked
from models.report_work import STEP_WORDS
from models.store import schema
from models.store.change_rows import (
    born_values,
    change_set,
    entries,
    holds_plan,
    is_undoable,
    is_undone,
    last_standing,
    reopens,
    told_since,
    touched,
)
from models.store.connection import Store
from models.store.guards import span_words
from models.store.plan_rows import load_current
from models.store.transaction import Change
from models.text import one_line


def undo(store: Store, change_set_id: int | None = None, *, who: str, at: datetime, why: str = "") -> UndoReport:
    """Take back a change set (by default the newest that stands) as far as it can be; undoing an undo is a redo."""
    target = _target(store, change_set_id)
    problems: list[str] = []
    with store.change(_label(store, target), who=who, at=at, why=why, origin="undo", undoes=target.id) as change:
        named = _names(store)
        for effect in _ordered(effects(entries(store, target.id))):
            step = undo_step(effect, _present(store, effect), _defaults(store, effect.table))
            problem = _take(change, step, _name(named, _known_values(store, effect)))
            problems += [problem] if problem else []
    rows = touched(store, change.id) if change.kept else ()
    return UndoReport(target, change.id if change.kept else None, rows, tuple(problems))


def _names(store: Store) -> dict[str, str]:
    """Return how rows (V.4) and duties are cited, by key and id."""
    plan = load_current(store)
    return plan.labels() | {duty.id: one_line(duty.name) for duty in plan.duties}


def _target(store: Store, change_set_id: int | None) -> ChangeSet:
    """Return the change set to take back, or say why there is none."""
    target = last_standing(store) if change_set_id is None else change_set(store, change_set_id)
    if target is None or holds_plan(store, target.id):
        raise AppError("Không còn thay đổi nào để hoàn tác.")
    if is_undone(store, target.id):
        raise AppError(f"“{target.label}” (lần thay đổi {target.id}) đã được hoàn tác rồi.")
    if not is_undoable(store, target.id):
        raise AppError(
            f"“{target.label}” (lần thay đổi {target.id}) đã khóa kỳ hoặc phát hành báo cáo nên không hoàn tác được. "
            "Hãy mở lại kỳ và ghi lý do, hoặc hoàn tác một lần thay đổi khác theo số của nó."
        )
    if reopens(store, target.id) and told_since(store, target.id):
        raise AppError(
            f"Sau “{target.label}” (lần thay đổi {target.id}) đã sửa số liệu hoặc lời văn nên không hoàn tác được: "
            "kỳ sẽ khóa với nội dung khác bản đã gửi. Hãy khóa kỳ hoặc phát hành lại, hoặc hoàn tác các thay đổi ấy."
        )
    return target


def _label(store: Store, target: ChangeSet) -> str:
    if target.undoes is None:
        return f"hoàn tác: {target.label}"
    return f"làm lại: {change_set(store, target.undoes).label}"


def _ordered(found: tuple[RowEffect, ...]) -> list[RowEffect]:
    """Put rows to be deleted first, so that a deleted row can come back in the place of a newer one."""
    return sorted(reversed(found), key=lambda effect: effect.after is None)


def _take(change: Change, step: UndoStep, row: str) -> str | None:
    """Write one step; return the sentence about what had to be left."""
    effect = step.effect
    try:
        if step.op is Op.DELETE:
            change.delete(effect.table, effect.row_id)
        elif step.op is Op.UPDATE:
            change.update(effect.table, effect.row_id, step.values)
        elif step.op is Op.INSERT:
            change.insert(effect.table, {"id": effect.row_id, **step.values})
    except PeriodLocked as locked:
        return f"{row}: {locked.sentence}"
    except sqlite3.IntegrityError:  # a newer row stands in its place, or its values no longer fit together
        return f"{row} nay đã có giá trị mới nên giá trị cũ không được đưa trở lại."
    return not_undone(step, row) if step.clash else None


def _present(store: Store, effect: RowEffect) -> Mapping[str, Value] | None:
    found = store.records(f"SELECT * FROM {effect.table} WHERE id = ?", [effect.row_id])
    return found[0] if found else None


def _defaults(store: Store, table: str) -> dict[str, Value]:
    """Return each column's default; defaults are plain literals of the schema."""
    columns = schema.columns(store.connection, table)
    ((*values,),) = store.rows(f"SELECT {', '.join(columns.values())}")
    return dict(zip(columns, values, strict=True))


def _known_values(store: Store, effect: RowEffect) -> dict[str, Value]:
    """Return what is known of a row, to name it, even when it is gone."""
    born = born_values(store, effect.table, [effect.row_id]).get(effect.row_id, {})
    return {"table": effect.table, "id": effect.row_id, **born}


def _name(named: Mapping[str, str], values: Mapping[str, Value]) -> str:
    """Name a record as the officer knows it: V.4, đến ngày 31/10/2026."""
    label = named.get(str(values.get("row_key")), str(values.get("row_key")))
    match values["table"]:
        case "figure":
            return f"Số liệu của chỉ tiêu {label} đến ngày {_day(values)}"
        case "progress":
            return f"Tiến độ của nhiệm vụ {label} đến ngày {_day(values)}"
        case "narrative":
            return f"Phần {values['section']} của báo cáo {span_words(str(values['period_key']))}"
        case "period_state":
            return f"Kỳ {span_words(str(values['period_key']))}"
        case "setting":
            return f"Cài đặt “{values.get('key')}”"
    return _other_name(named, label, values)


_NAMES: Mapping[str, str] = {
    "annual_target": "Mục tiêu năm {year} của {label}",
    "came_true": "Ngày có điều kiện của nhiệm vụ {label}",
    "extension": "Gia hạn của nhiệm vụ {label}",
    "still_in_force": "Sản phẩm còn hiệu lực của nhiệm vụ {label}",
    "direction": "Văn bản chỉ đạo số {paper_number}",
    "override": "Số liệu ấn định của chỉ tiêu {label}, {span}",
    "supplier": "Đơn vị {unit} cung cấp số liệu của chỉ tiêu {label}",
    "part_figure": "Phần của {unit} trong chỉ tiêu {label} đến ngày {day}",
    "reading": "Cách hiểu cột {of_column} của {label}",
    "no_basis": "Việc chưa có cơ sở đánh giá chỉ tiêu {label}",
    "day_swap": "Hoán đổi ngày {swapped}",
    "row_lead": "Cơ quan chủ trì của {label}",
    "extra_task": "Nhiệm vụ phát sinh {key}",
    "outline": "Đề cương {duty}",
    "sentence": "Câu {sentence_key} của báo cáo {span}",
    "explanation": "Giải trình dòng {label} của báo cáo {span}",
    "report_step": "Bước {taken} của báo cáo {span}",
    "remark": "Ý kiến số {id} về báo cáo {span}",
    "sending": "Việc gửi báo cáo {span} cho {recipient}",
    "entered": "Việc đã nhập dòng {label} của báo cáo {span}",
    "ad_hoc_report": "Báo cáo đột xuất, chuyên đề {key}",
    "collection_form": "Phiếu của {unit}, {span}",
    "evidence": "Minh chứng “{name}” của {label}",
}


def _other_name(named: Mapping[str, str], label: str, values: Mapping[str, Value]) -> str:
    """Name what was declared, or done at the desk of a report: Mục tiêu năm 2026 của V.4."""
    own = {
        "label": label,
        "duty": named.get(str(values.get("duty_id")), str(values.get("duty_id"))),
        "taken": next((words for step, words in STEP_WORDS.items() if step == values.get("step")), ""),
        "span": span_words(str(values["period_key"])) if "period_key" in values else "",
        "day": _day(values) if "as_of" in values else "",
        "swapped": _day(values, "day") if "day" in values else "",
    }
    return _NAMES[str(values["table"])].format_map({**values, **own})


def _day(values: Mapping[str, Value], column: str = "as_of") -> str:
    return date.fromisoformat(str(values[column])).strftime("%d/%m/%Y")
