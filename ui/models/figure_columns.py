"""The columns in which a period's figures and progress are filled in."""

from __future__ import annotations

from models.figure_lines import judged_by_hand
from models.numbers import format_number, to_text
from models.progress import DONE_STATES
from models.reports import IndicatorLine, TaskLine
from models.shown import NOT_REACHED, REACHED, day_text, figure_text, fraction_text, with_unit
from models.typed_figures import figure_to_edit
from ui.models.columns import Column
from ui.models.verdicts import status_colour, status_text, verdict_colour, verdict_text

SHARE_PLACES = 1
NAME_LINES = 6
_LONGEST_PREVIOUS = 24
JUDGEMENTS = ("", REACHED, NOT_REACHED)


def _target(line: IndicatorLine) -> str:
    judged = line.evaluation
    year = judged.milestone if judged.target is not None else min(line.row.targets, default=None)
    if year is None:
        return ""
    printed = judged.target.printed if judged.target is not None else line.row.targets[year]
    return f"({year})" if _says(line, printed) else f"{printed} ({year})"


def _says(line: IndicatorLine, printed: str) -> bool:
    """Tell whether the row's own name says its target already."""
    return line.row.name.rstrip(" .").casefold() == printed.rstrip(" .").casefold()


def _previous(line: IndicatorLine) -> str:
    """Return the figure of the period before; long words are cut, the tip has them whole."""
    text = figure_text(line.row, line.previous)
    return text if len(text) <= _LONGEST_PREVIOUS else f"{text[:_LONGEST_PREVIOUS].rstrip()}…"


def _previous_tip(line: IndicatorLine) -> str:
    text = figure_text(line.row, line.previous)
    return text if len(text) > _LONGEST_PREVIOUS else ""


def _current(line: IndicatorLine) -> str:
    """Return this period's figure; below it why it cannot be typed over here."""
    sent = f"{len(line.parts.sent)}/{len(line.parts.units)} đơn vị đã gửi" if line.parts else ""
    set_by_hand = "số liệu ấn định" if line.override else ""
    return "\n".join(part for part in (figure_text(line.row, line.current), set_by_hand, sent) if part)


def _typable(line: IndicatorLine) -> bool:
    """Let a figure be typed that neither units supply in parts nor a decision of the office has set."""
    return line.parts is None and line.override is None


def _current_tip(line: IndicatorLine) -> str:
    """Return the ratio behind a figure, how the row is counted, and what else there is to know of it."""
    return "\n".join(part for part in (_counted(line), _set_tip(line), _parts_tip(line), _nearest_tip(line)) if part)


def _set_tip(line: IndicatorLine) -> str:
    return f"Số liệu ấn định cho kỳ này, không nhập ở đây. Lý do: {line.override.why}" if line.override else ""


def _parts_tip(line: IndicatorLine) -> str:
    if line.parts is None:
        return ""
    missing = f" Chưa gửi: {', '.join(line.parts.missing)}." if line.parts.missing else ""
    return f"Cộng từ số liệu của các đơn vị, không nhập ở đây: {line.parts.words()}.{missing}"


def _nearest_tip(line: IndicatorLine) -> str:
    if line.nearest is None:
        return ""
    return f"Số liệu gần nhất: {figure_text(line.row, line.nearest)} (ngày {day_text(line.nearest.as_of)})"


def _counted(line: IndicatorLine) -> str:
    ratio = fraction_text(line.current) if line.current else ""
    running = line.running
    year = f"lũy kế từ đầu năm: {with_unit(format_number(running), line.row.unit)}" if running is not None else ""
    unit = f"đơn vị tính: {line.row.unit}" if line.row.unit else ""
    return "; ".join(part for part in (ratio, unit, year) if part)


def _to_edit(line: IndicatorLine) -> str:
    return figure_to_edit(line.current)


def _has_figure(line: IndicatorLine) -> bool:
    return _typable(line) and line.current is not None and line.amount is not None


def _is_estimate(line: IndicatorLine) -> bool:
    return line.current is not None and line.current.estimate


def _share(line: IndicatorLine) -> str:
    share = line.evaluation.share
    return format_number(share, SHARE_PLACES) if share is not None else ""


def _verdict(line: IndicatorLine) -> str:
    return verdict_text(line.evaluation)


def _verdict_colour(line: IndicatorLine) -> str:
    return verdict_colour(line.evaluation)


def _by_hand(line: IndicatorLine) -> bool:
    return judged_by_hand(line.row)


def _judgement(line: IndicatorLine) -> str:
    reached = line.current.reached if line.current else None
    return "" if reached is None else REACHED if reached else NOT_REACHED


def _name(line: IndicatorLine | TaskLine) -> str:
    return line.row.name


def _number(line: IndicatorLine | TaskLine) -> str:
    return line.row.number


def _difficulty(line: IndicatorLine) -> str:
    return line.current.difficulty if line.current else ""


def _note(line: IndicatorLine) -> str:
    return line.current.note if line.current else ""


def _whole(line: IndicatorLine | TaskLine) -> str:
    """Return the whole name, of which the cell shows only some lines, and whose it is."""
    return "\n".join(part for part in (line.row.name, _owner(line)) if part)


def _owner(line: IndicatorLine | TaskLine) -> str:
    if line.row.lead:
        return f"Cơ quan chủ trì: {line.row.lead}"
    return f"Đơn vị chủ trì (do UBND xã phân công): {line.lead}" if line.lead else ""


INDICATOR_COLUMNS: tuple[Column[IndicatorLine], ...] = (
    Column("STT", _number, width=5, align="center"),
    Column("Chỉ tiêu", _name, width=28, stretch=3, tip=_whole, lines=NAME_LINES),
    Column("Mục tiêu", _target, width=12, align="center"),
    Column("Kỳ trước", _previous, width=9, align="right", tip=_previous_tip),
    Column(
        "KỲ NÀY",
        _current,
        width=12,
        align="right",
        field="figure",
        editable=_typable,
        to_edit=_to_edit,
        tip=_current_tip,
    ),
    Column("Ước", width=3, field="estimate", editable=_has_figure, checked=_is_estimate, align="center"),
    Column("% mục tiêu", _share, width=7, align="right"),
    Column(
        "Đánh giá",
        _verdict,
        width=19,
        colour=_verdict_colour,
        field="reached",
        editable=_by_hand,
        to_edit=_judgement,
        choices=JUDGEMENTS,
    ),
    Column("Khó khăn", _difficulty, width=16, stretch=1, field="difficulty", long=True),
    Column("Ghi chú", _note, width=12, stretch=1, field="note", long=True),
)


def _deadline(line: TaskLine) -> str:
    return line.status.deadline_words


def _percent(line: TaskLine) -> str:
    percent = line.in_period.percent if line.in_period else None
    return "" if percent is None else format_number(percent)


def _percent_to_edit(line: TaskLine) -> str:
    percent = line.in_period.percent if line.in_period else None
    return "" if percent is None else to_text(percent).replace(".", ",")


def _is_done(line: TaskLine) -> bool:
    return line.status.state in DONE_STATES


def _deliverable_number(line: TaskLine) -> str:
    return line.in_period.deliverable_number if line.in_period else ""


def _deliverable_day(line: TaskLine) -> str:
    day = line.in_period.deliverable_date if line.in_period else None
    return "" if day is None else day_text(day)


def _result(line: TaskLine) -> str:
    return line.in_period.text if line.in_period else ""


def _status(line: TaskLine) -> str:
    return status_text(line.status)


def _status_colour(line: TaskLine) -> str:
    return status_colour(line.status)


def _task_difficulty(line: TaskLine) -> str:
    return line.in_period.difficulty if line.in_period else ""


def _next_step(line: TaskLine) -> str:
    return line.in_period.next_step if line.in_period else ""


def _task_note(line: TaskLine) -> str:
    return line.in_period.note if line.in_period else ""


def _product(line: TaskLine) -> str:
    return f"Sản phẩm: {line.row.deliverable}" if line.row.deliverable else ""


TASK_COLUMNS: tuple[Column[TaskLine], ...] = (
    Column("TT", _number, width=5, align="center"),
    Column("Nhiệm vụ", _name, width=24, stretch=3, tip=_whole, lines=NAME_LINES),
    Column("Thời hạn", _deadline, width=11, align="center"),
    Column("Tiến độ %", _percent, width=5, align="right", field="percent", to_edit=_percent_to_edit),
    Column("Hoàn thành", width=5, field="done", checked=_is_done, align="center"),
    Column("Số văn bản", _deliverable_number, width=10, field="deliverable_number", tip=_product),
    Column("Ngày văn bản", _deliverable_day, width=10, field="deliverable_date", align="center"),
    Column("Kết quả", _result, width=16, stretch=2, field="text", long=True),
    Column("Đánh giá", _status, width=14, colour=_status_colour),
    Column("Khó khăn", _task_difficulty, width=10, stretch=1, field="difficulty", long=True),
    Column("Bước tiếp theo", _next_step, width=10, stretch=1, field="next_step", long=True),
    Column("Ghi chú", _task_note, width=8, stretch=1, field="note", long=True),
)
