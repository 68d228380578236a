"""Change sets and log entries; what an undo writes, and what it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

Value = str | int | None
"""A value as stored."""

UNDOABLE = (
    "figure",
    "progress",
    "narrative",
    "setting",
    "period_state",
    "annual_target",
    "came_true",
    "extension",
    "still_in_force",
    "direction",
    "override",
    "supplier",
    "part_figure",
    "reading",
    "no_basis",
    "day_swap",
    "row_lead",
    "extra_task",
    "outline",
    "sentence",
    "explanation",
    "report_step",
    "remark",
    "sending",
    "entered",
    "ad_hoc_report",
    "evidence",
    "collection_form",
)
"""The tables whose changes an undo may take back; plans, issued reports and what was understood at closing stay."""

BELONG_TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "figure": (("value", "numerator", "denominator", "text", "reached", "state", "estimate", "origin"),),
    "progress": (("percent", "done", "done_on", "origin"), ("deliverable_number", "deliverable_date")),
    "override": (("value", "numerator", "denominator", "why"),),
    "part_figure": (("value", "numerator", "denominator", "nothing_happened"),),
    "outline": (("headings", "last_own"),),
    "sentence": (("text", "written_over"),),
    "entered": (("shown", "entered_on"),),
    "ad_hoc_report": (("start", "closing", "due"),),
    "collection_form": (("received_on", "received_name", "filled_by", "received_sha256", "received_size"),),
}
"""Columns that make sense only together: an undo takes back all of a group or none of it."""

COLUMN_WORDS: Mapping[str, str] = {
    "value": "kết quả",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "text": "nội dung",
    "reached": "đánh giá đạt",
    "state": "tình trạng số liệu",
    "estimate": "số ước",
    "difficulty": "khó khăn, vướng mắc",
    "proposal": "đề xuất, kiến nghị",
    "note": "ghi chú",
    "origin": "nguồn nhập",
    "percent": "tỷ lệ hoàn thành",
    "done": "đã hoàn thành",
    "done_on": "ngày hoàn thành",
    "deliverable_number": "số văn bản sản phẩm",
    "deliverable_date": "ngày văn bản sản phẩm",
    "next_step": "việc tiếp theo",
    "locked": "khóa kỳ",
    "why": "lý do",
    "start": "từ ngày",
    "as_of": "đến ngày",
    "closing": "ngày chốt số liệu",
    "key": "tên cài đặt",
    "row_key": "mã dòng",
    "occurrence": "lần thực hiện",
    "period_key": "kỳ báo cáo",
    "section": "phần của báo cáo",
    "year": "năm",
    "printed": "mục tiêu",
    "paper_number": "số văn bản",
    "paper_day": "ngày văn bản",
    "paper_about": "trích yếu",
    "issuer": "cơ quan ban hành",
    "came_on": "ngày điều kiện đã có",
    "deadline": "hạn",
    "unit": "đơn vị",
    "first_day": "từ ngày",
    "last_day": "đến hết ngày",
    "nothing_happened": "không phát sinh",
    "of_column": "cột của kế hoạch",
    "understood": "cách hiểu",
    "day": "ngày",
    "working": "làm việc",
    "name": "tên",
    "lead": "cơ quan chủ trì",
    "coordinating": "cơ quan phối hợp",
    "deliverable": "sản phẩm",
    "schedule": "thời hạn",
    "since": "có từ ngày",
    "duty_id": "chế độ báo cáo",
    "headings": "các mục",
    "last_own": "số mục đã thêm",
    "sentence_key": "mã câu",
    "written_over": "câu tự viết được thay",
    "step": "bước",
    "on_day": "ngày",
    "person": "người nhận hoặc trả lại",
    "said_by": "người cho ý kiến",
    "said_on": "ngày cho ý kiến",
    "answer": "cách xử lý",
    "issue_id": "lần phát hành",
    "recipient": "nơi nhận",
    "sent_on": "ngày gửi",
    "how": "cách gửi",
    "field": "cột số liệu",
    "shown": "số đã nhập",
    "entered_on": "ngày nhập",
    "kind": "loại",
    "subject": "tên báo cáo",
    "recipients": "nơi nhận",
    "due": "hạn gửi",
    "withdrawn": "đã bỏ",
    "form_id": "mã phiếu",
    "made_on": "ngày lập phiếu",
    "answer_by": "hạn gửi phiếu",
    "reminded_on": "ngày đôn đốc",
    "asked": "các dòng được hỏi",
    "received_on": "ngày nhận phiếu",
    "received_name": "tên tệp đã nhận",
    "filled_by": "người lập phiếu",
    "received_sha256": "dấu của tệp đã nhận",
    "received_size": "cỡ của tệp đã nhận",
    "parser": "bản cách hiểu",
    "readings": "cách hiểu lúc khóa kỳ",
    "media": "loại tệp",
    "sha256": "mã kiểm tra của tệp",
    "size": "cỡ tệp",
}


class Op(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes made together: who, when, why, where they came from, and which change set they take back."""

    id: int
    at: datetime
    who: str
    why: str
    origin: str
    label: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One value that changed; of a new or deleted row every value that was not empty."""

    change_set_id: int
    table: str
    row_id: int
    column: str
    old: Value
    new: Value
    op: Op


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An entry of the log with its change set and the days of the figure or progress it belongs to."""

    change: ChangeSet
    entry: LogEntry
    start: date | None = None
    as_of: date | None = None
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class RowEffect:
    """What a change set did to one row: the values before and after; None where the row did not exist."""

    table: str
    row_id: int
    before: Mapping[str, Value] | None
    after: Mapping[str, Value] | None


class Clash(StrEnum):
    """Why something cannot be undone."""

    CHANGED_SINCE = "changed_since"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What an undo writes to one row, and the columns it leaves because they were changed since."""

    effect: RowEffect
    op: Op | None
    values: Mapping[str, Value] = field(default_factory=dict)
    clash: Clash | None = None
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo did: the change set taken back, the one that did it (None: nothing written), what stayed."""

    undone: ChangeSet
    change_set_id: int | None
    rows: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say what happened, in one sentence."""
        label = f"“{self.undone.label}”"
        if self.change_set_id is None:
            return f"Chưa hoàn tác được {label}."
        return f"Đã hoàn tác một phần {label}." if self.problems else f"Đã hoàn tác {label}."


def effects(entries: Iterable[LogEntry]) -> tuple[RowEffect, ...]:
    """Sum up a change set's entries (oldest first) row by row."""
    rows: dict[tuple[str, int], list[LogEntry]] = {}
    for entry in entries:
        rows.setdefault((entry.table, entry.row_id), []).append(entry)
    found = (_effect(table, row_id, own) for (table, row_id), own in rows.items())
    return tuple(effect for effect in found if effect.before is not None or effect.after is not None)


def _effect(table: str, row_id: int, entries: list[LogEntry]) -> RowEffect:
    before: dict[str, Value] = {}
    after: dict[str, Value] = {}
    for entry in entries:
        before.setdefault(entry.column, entry.old)
        after[entry.column] = entry.new
    was_there = entries[0].op is not Op.INSERT
    is_there = entries[-1].op is not Op.DELETE
    if was_there and is_there:
        same = {column for column in before if before[column] == after[column]}
        before, after = ({c: v for c, v in values.items() if c not in same} for values in (before, after))
    return RowEffect(table, row_id, before if was_there else None, after if is_there else None)


def undo_step(effect: RowEffect, present: Mapping[str, Value] | None, defaults: Mapping[str, Value]) -> UndoStep:
    """Return what takes an effect back where the row's present values are still the ones it wrote."""
    if effect.after is None:
        return UndoStep(effect, Op.INSERT if present is None else None, effect.before or {})
    if present is None:
        return UndoStep(effect, None, clash=Clash.GONE)
    if effect.before is None:
        left = tuple(column for column in defaults if present[column] != effect.after.get(column, defaults[column]))
        return UndoStep(effect, None, clash=Clash.CHANGED_SINCE, left=left) if left else UndoStep(effect, Op.DELETE)
    left = _with_companions(effect, {column for column, value in effect.after.items() if present[column] != value})
    values = {column: value for column, value in effect.before.items() if column not in left}
    return UndoStep(effect, Op.UPDATE if values else None, values, Clash.CHANGED_SINCE if left else None, left)


def _with_companions(effect: RowEffect, changed: set[str]) -> tuple[str, ...]:
    """Return the columns that stay: those changed since, and what belongs together with them."""
    groups = (group for group in BELONG_TOGETHER.get(effect.table, ()) if changed.intersection(group))
    staying = changed.union(*groups)
    return tuple(column for column in effect.after or () if column in staying)


def not_undone(step: UndoStep, row: str) -> str:
    """Say what of a row an undo had to leave, and why; `row` names it."""
    if step.clash is Clash.GONE:
        return f"{row} đã bị xóa sau đó nên không hoàn tác được."
    columns = ", ".join(COLUMN_WORDS.get(column, column) for column in step.left)
    return f"{row} đã được sửa lại sau đó ({columns}) nên giữ nguyên giá trị mới."


def in_effect(undoes: Mapping[int, int | None]) -> list[int]:
    """Return the change sets that were not taken back, newest first; `undoes` maps each to the one it takes back."""
    undone: set[int] = set()
    standing = []
    for change_id in sorted(undoes, reverse=True):
        if change_id in undone:
            continue
        standing.append(change_id)
        target = undoes[change_id]
        if target is not None:
            undone.add(target)
    return standing
