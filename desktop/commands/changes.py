"""`so57 history`, `undo`: the story of a row, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from desktop.command_words import Command, Number
from desktop.commands.common import answer, json_option, now, officer, open_desk, store_option
from models.assignments import tasks_beside
from models.changes import COLUMN_WORDS, ChangeSet, HistoryEntry, Op
from models.declared_rows import labels_of
from models.desk import Desk
from models.errors import AmbiguousRequest, AppError, NotFound
from models.plans import IndicatorRow, TaskRow
from models.shown import day_text, logged_text
from models.store.change_rows import history
from models.text import fold, one_line

TECHNICAL = frozenset({"plan_id", "row_key", "occurrence", "start", "as_of", "origin"})
"""Columns of the log that programs may want and people do not."""
_KIND_WORDS = {"indicator": "chỉ tiêu", "task": "nhiệm vụ"}
_NAME_LETTERS = 40
_ORDER = {column: place for place, column in enumerate(COLUMN_WORDS)}


@click.command("history", cls=Command)
@click.argument("key", metavar="MÃ")
@store_option
@json_option
def history_command(key: str, store_path: Path | None, as_json: bool) -> None:
    """Kể lại mọi lần thay đổi của một dòng (mã như ct-V.4, hoặc số in như V.4), lần mới nhất trước."""
    with open_desk(store_path, write=False) as desk:
        row = _row(desk, key)
        entries = history(desk.store, "figure" if isinstance(row, IndicatorRow) else "progress", row.key)
    if as_json:
        answer([_entry_data(entry) for entry in entries])
        return
    for line in _story(entries, row) or ["Dòng này chưa có thay đổi nào."]:
        click.echo(line)


def _row(desk: Desk, name: str) -> IndicatorRow | TaskRow:
    """Return the row of that key, else the only one that is printed under that label."""
    facts = desk.facts()
    rows = [row for row in (*desk.plan.rows(), *tasks_beside(desk.plan, facts)) if row.kind in ("indicator", "task")]
    labels, wanted = labels_of(desk.plan, facts), fold(one_line(name))
    found = [row for row in rows if row.key == name] or [row for row in rows if fold(labels[row.key]) == wanted]
    if not found:
        raise NotFound(
            f"Kế hoạch không có chỉ tiêu hay nhiệm vụ nào mang mã hoặc số “{name}”. "
            f"Hãy xem mã ở cột đầu của lệnh: so57 plan {desk.plan.id}"
        )
    if len(found) > 1:
        keys = ", ".join(f"{row.key} ({_KIND_WORDS[row.kind]} “{_short(row.name)}”)" for row in found)
        raise AmbiguousRequest(f"Có {len(found)} dòng cùng mang số {name.strip()}. Hãy ghi mã của một dòng: {keys}.")
    return found[0]


def _short(name: str) -> str:
    """Return the first words of a row's name."""
    words = one_line(name)
    return words if len(words) <= _NAME_LETTERS else words[:_NAME_LETTERS].rpartition(" ")[0] + "…"


def _entry_data(item: HistoryEntry) -> dict[str, object]:
    entry, change = item.entry, item.change
    return {
        "change": change.id,
        "at": change.at,
        "who": change.who,
        "why": change.why,
        "origin": change.origin,
        "label": change.label,
        "start": item.start,
        "as_of": item.as_of,
        "occurrence": item.occurrence,
        "field": entry.column,
        "old": entry.old,
        "new": entry.new,
        "op": entry.op,
    }


def _story(entries: Sequence[HistoryEntry], row: IndicatorRow | TaskRow) -> list[str]:
    """Return the lines that tell a row's history: a line for each change set, beneath it what it did to each record."""
    told = [item for item in entries if item.entry.column not in TECHNICAL]
    lines: list[str] = []
    for change, of_change in groupby(told, key=lambda item: item.change):
        lines.append(_change_words(change))
        lines += [f"    {words}" for words in _record_words(list(of_change), row)]
    return lines


def _change_words(change: ChangeSet) -> str:
    why = f" (lý do: {change.why})" if change.why else ""
    return f"[{change.id}] {change.at:%d/%m/%Y %H:%M}, {change.who}: {change.label}{why}"


def _record_words(items: Sequence[HistoryEntry], row: IndicatorRow | TaskRow) -> Iterator[str]:
    """Yield what happened to each record, its columns in their usual order."""
    for _, of_record in groupby(items, key=lambda item: item.entry.row_id):
        own = sorted(of_record, key=lambda item: _ORDER.get(item.entry.column, len(_ORDER)))
        unit = row.unit if isinstance(row, IndicatorRow) else ""
        days = f"{day_text(own[0].start)} - {day_text(own[0].as_of)}" if own[0].start and own[0].as_of else ""
        yield f"{days}: {'; '.join(_moved(item, unit) for item in own)}"


def _moved(item: HistoryEntry, unit: str) -> str:
    entry = item.entry
    column = COLUMN_WORDS.get(entry.column, entry.column)
    old, new = (logged_text(entry.column, value, unit) for value in (entry.old, entry.new))
    if entry.op is Op.INSERT:
        return f"{column} {new}"
    return f"xóa {column} {old}" if entry.op is Op.DELETE else f"{column} {old} → {new}"


@click.command("undo", cls=Command)
@click.argument("change", type=Number(1), required=False, metavar="[SỐ]")
@store_option
def undo_command(change: int | None, store_path: Path | None) -> None:
    """Hoàn tác lần thay đổi sau cùng, hoặc lần mang số đã cho (số xem trong history)."""
    from models.store.undoing import undo

    with open_desk(store_path, write=True) as desk:
        report = undo(desk.store, change, who=officer(desk), at=now())
    told = [report.sentence, *(f"  {problem}" for problem in report.problems)]
    if report.change_set_id is None:
        raise AppError("\n".join(told))
    for line in told:
        click.echo(line)
