"""`so57 history`, `undo`: the last changes, the story of a row or of the officer's words, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from desktop.command_words import Command, Number, WrongCall, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, store_option
from models.changes import COLUMN_WORDS, ChangeSet, HistoryEntry, Op
from models.desk import Desk
from models.errors import AppError
from models.named_rows import row_named
from models.plans import IndicatorRow, TaskRow
from models.report_desk import ReportDesk
from models.shown import day_text, logged_text
from models.store.change_rows import history, recent, undone, words_history
from models.text import one_line
from models.written_words import plain_words

TECHNICAL = frozenset({"plan_id", "row_key", "occurrence", "start", "as_of", "origin"})
"""Columns of the log that programs may want and people do not."""
_LAST = 20
_OF_WORDS = ("text", "written_over")
_ORDER = {column: place for place, column in enumerate(COLUMN_WORDS)}


@click.command("history", cls=Command)
@click.argument("key", required=False, metavar="[MÃ]")
@option(
    "--period", "span", metavar="KỲ", help="Kể về lời văn của kỳ này: MÃ là một mục (III) hoặc một câu (II.2/counts)."
)
@option("--duty", metavar="MÃ", help="Mã chế độ báo cáo, khi nhiều chế độ cùng có kỳ đó.")
@option("--last", type=Number(1), default=_LAST, metavar="SỐ", help="Khi không ghi MÃ: liệt kê bấy nhiêu lần sau cùng.")
@store_option
@json_option
def history_command(
    key: str | None, span: str | None, duty: str | None, last: int, store_path: Path | None, as_json: bool
) -> None:
    """Kể lại các lần thay đổi, lần mới nhất trước; số trong ngoặc vuông dùng cho lệnh undo.

    Ghi MÃ thì kể mọi lần thay đổi của một dòng (mã như ct-V.4, hoặc số in như V.4); thêm --period thì của lời văn.
    """
    if key is None and span is not None:
        raise WrongCall("Thiếu MÃ: mục (III) hoặc câu (II.2/counts) của kỳ đó.")
    with open_desk(store_path, write=False) as desk:
        if key is None:
            _tell_last(desk, last, as_json=as_json)
        elif span is not None:
            _tell_words(ReportDesk(desk, desk.period(span, duty)), key, as_json=as_json)
        else:
            _tell_row(desk, key, as_json=as_json)


def _tell_last(desk: Desk, count: int, *, as_json: bool) -> None:
    """List the last change sets with the numbers that `undo` takes."""
    changes, back = recent(desk.store, count), undone(desk.store)
    if as_json:
        answer([_change_data(change) | {"undone": change.id in back} for change in changes])
        return
    for change in changes:
        click.echo(_change_words(change) + (" - đã hoàn tác" if change.id in back else ""))


def _tell_words(own: ReportDesk, key: str, *, as_json: bool) -> None:
    """Tell what was written in a section of a report, or over a sentence that writes itself."""
    from exporters.headings import heading_named
    from exporters.written_over import units

    outline = own.outline
    sentences = {unit.key.casefold(): unit.key for unit in units(own.desk.report(own.period))}
    known = sentences.get(key.strip().casefold()) or (key.strip() if "/" in key else None)
    name = known or outline.heading(heading_named(outline, key)).id
    entries = words_history(own.store, own.period.key, name)
    if as_json:
        answer([_entry_data(entry) for entry in entries])
        return
    for change, of_change in groupby(entries, key=lambda item: item.change):
        click.echo(_change_words(change))
        for item in of_change:
            if item.entry.column in _OF_WORDS:
                click.echo(f"    {_words_moved(item)}")
    if not entries:
        click.echo(f"Lời văn {name} của {own.period.span.short()} chưa có thay đổi nào.")


def _words_moved(item: HistoryEntry) -> str:
    old, new = (_words(value) for value in (item.entry.old, item.entry.new))
    name = "câu tự viết được thay" if item.entry.column == "written_over" else "lời"
    if item.entry.op is Op.INSERT:
        return f"{name}: {new}"
    return f"bỏ {name}: {old}" if item.entry.op is Op.DELETE else f"{name}: {old} → {new}"


def _words(value: object) -> str:
    return f"“{one_line(plain_words(str(value)))}”" if value else "(trống)"


def _tell_row(desk: Desk, key: str, *, as_json: bool) -> None:
    """Tell the story of a row of the plan."""
    row = row_named(desk.plan, desk.facts(), key)
    entries = history(desk.store, "figure" if isinstance(row, IndicatorRow) else "progress", row.key)
    if as_json:
        answer([_entry_data(entry) for entry in entries])
        return
    for line in _story(entries, row) or ["Dòng này chưa có thay đổi nào."]:
        click.echo(line)


def _change_data(change: ChangeSet) -> dict[str, object]:
    return {
        "change": change.id,
        "at": change.at,
        "who": change.who,
        "why": change.why,
        "origin": change.origin,
        "label": change.label,
    }


def _entry_data(item: HistoryEntry) -> dict[str, object]:
    entry = item.entry
    return {
        **_change_data(item.change),
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
