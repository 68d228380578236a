"""`so57 submit`, `remark`, `explain`, `ready`, `changed`, `correction`…: a report among its leaders, and mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, Day, Number, option
from desktop.commands.common import (
    answer,
    files_data,
    format_option,
    json_option,
    now,
    officer,
    open_desk,
    out_option,
    period_options,
    print_files,
    store_option,
    today,
    why_option,
)
from models.shown import day_text

if TYPE_CHECKING:
    from exporters.changed_since import Difference
    from models.outline import Outline
    from models.readiness import Obstacle
    from models.report_desk import ReportDesk
    from models.report_work import Remark, Step, StepKind


@contextmanager
def _open(store_path: Path | None, span: str, duty: str | None, *, write: bool = True) -> Iterator[ReportDesk]:
    """Open the desk of one period's report."""
    from models.report_desk import ReportDesk

    with open_desk(store_path, write=write) as desk:
        yield ReportDesk(desk, desk.period(span, duty))


@click.command("submit", cls=Command)
@period_options
@option("--to", "person", required=True, metavar="NGƯỜI NHẬN", help="Trình ai.")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Ngày trình; mặc định là hôm nay.")
@option("--note", default="", metavar="GHI CHÚ", help="Ghi chú.")
@store_option
def submit_command(
    span: str, duty: str | None, person: str, day: date | None, note: str, store_path: Path | None
) -> None:
    """Ghi việc trình dự thảo báo cáo."""
    step = _take_step("submitted", person, day, note, (store_path, span, duty))
    click.echo(f"Đã ghi: trình {step.person} ngày {day_text(step.on)}.")


@click.command("return", cls=Command)
@period_options
@option("--by", "person", required=True, metavar="NGƯỜI TRẢ", help="Ai trả lại.")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Ngày trả lại; mặc định là hôm nay.")
@option("--note", default="", metavar="GHI CHÚ", help="Ghi chú.")
@store_option
def return_command(
    span: str, duty: str | None, person: str, day: date | None, note: str, store_path: Path | None
) -> None:
    """Ghi việc dự thảo bị trả lại để sửa."""
    step = _take_step("returned", person, day, note, (store_path, span, duty))
    click.echo(f"Đã ghi: {step.person} trả lại dự thảo ngày {day_text(step.on)}.")


def _take_step(
    kind: StepKind, person: str, day: date | None, note: str, where: tuple[Path | None, str, str | None]
) -> Step:
    from models.report_work import Step

    step = Step(kind, day or today(), person.strip(), note.strip())
    with _open(*where) as desk:
        desk.take_step(step, who=officer(desk.desk), at=now())
    return step


@click.command("remark", cls=Command)
@period_options
@option("--by", "person", required=True, metavar="NGƯỜI CHO Ý KIẾN", help="Ai cho ý kiến.")
@option("--section", default="", metavar="MỤC", help="Về mục nào của báo cáo, ví dụ II.")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Ngày cho ý kiến; mặc định là hôm nay.")
@click.argument("text", metavar="NỘI DUNG")
@store_option
def remark_command(
    span: str, duty: str | None, person: str, section: str, day: date | None, text: str, store_path: Path | None
) -> None:
    """Ghi ý kiến của lãnh đạo về dự thảo."""
    from exporters.headings import heading_named

    with _open(store_path, span, duty) as desk:
        section = heading_named(desk.outline, section) if section.strip() else ""
        number = desk.remark(section, person, day or today(), text, who=officer(desk.desk), at=now())
    click.echo(f"Đã ghi ý kiến số {number}.")


@click.command("answer", cls=Command)
@period_options
@click.argument("number", type=Number(1), metavar="SỐ")
@click.argument("text", metavar="NỘI DUNG")
@store_option
def answer_command(span: str, duty: str | None, number: int, text: str, store_path: Path | None) -> None:
    """Ghi đã tiếp thu, trả lời một ý kiến thế nào."""
    with _open(store_path, span, duty) as desk:
        desk.answer(number, text, who=officer(desk.desk), at=now())
    click.echo(f"Đã ghi trả lời ý kiến số {number}.")


@click.command("remarks", cls=Command)
@period_options
@store_option
@json_option
def remarks_command(span: str, duty: str | None, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê các bước trình và ý kiến của lãnh đạo về báo cáo một kỳ."""
    with _open(store_path, span, duty, write=False) as desk:
        steps, remarks, outline = desk.steps(), desk.remarks(), desk.outline
    if as_json:
        answer({"steps": [asdict(step) for step in steps], "remarks": [asdict(remark) for remark in remarks]})
        return
    for step in steps:
        done = f"trình {step.person}" if step.kind == "submitted" else f"{step.person} trả lại để sửa"
        click.echo(f"{day_text(step.on)}: {done}{f' ({step.note})' if step.note else ''}")
    for remark in remarks:
        click.echo(_remark_words(remark, outline))
    if not (steps or remarks):
        click.echo("Chưa ghi bước trình hay ý kiến nào của kỳ này.")


def _remark_words(remark: Remark, outline: Outline) -> str:
    from exporters.headings import place_with_id

    place = f", mục {place_with_id(outline, remark.section)}" if remark.section else ""
    replied = f"trả lời: {remark.answer}" if remark.answer else "chưa trả lời"
    return f"{remark.id}. {remark.said_by}, {day_text(remark.said_on)}{place}: {remark.text} - {replied}"


@click.command("explain", cls=Command)
@period_options
@click.argument("row", metavar="MÃ")
@click.argument("text", metavar="NỘI DUNG")
@store_option
def explain_command(span: str, duty: str | None, row: str, text: str, store_path: Path | None) -> None:
    """Giải trình một dòng cho lãnh đạo, chỉ in trong bản trình; nội dung trống thì bỏ giải trình."""
    from models.declared_rows import labels_of
    from models.named_rows import row_named

    with _open(store_path, span, duty) as desk:
        plan, facts = desk.desk.plan, desk.desk.facts()
        key = row_named(plan, facts, row).key
        desk.explain(key, text, who=officer(desk.desk), at=now())
        name = f"dòng {labels_of(plan, facts)[key]}"
    click.echo(f"Đã {'ghi' if text.strip() else 'bỏ'} giải trình của {name}.")


@click.command("ready", cls=Command)
@period_options
@option("--on", "day", type=Day(), metavar="NGÀY", help="Xét vào ngày nào; mặc định là hôm nay.")
@store_option
@json_option
def ready_command(span: str, duty: str | None, day: date | None, store_path: Path | None, as_json: bool) -> None:
    """Xét báo cáo đã đủ điều kiện phát hành chưa."""
    from exporters.ready import obstacles

    with open_desk(store_path, write=False) as desk:
        found = obstacles(desk, desk.period(span, duty), day or today())
    if as_json:
        answer([asdict(one) for one in found])
    else:
        _print_obstacles(found)


def _print_obstacles(found: Sequence[Obstacle]) -> None:
    for one in found:
        click.echo(f"{'Quan trọng: ' if one.grave else ''}{one.sentence}")
    grave = sum(one.grave for one in found)
    if grave:
        click.echo(f"Chưa đủ điều kiện phát hành: còn {grave} vướng mắc quan trọng.")
    else:
        hints = f" Có {len(found)} điều nên xem lại." if found else ""
        click.echo(f"Đủ điều kiện phát hành.{hints}")


@click.command("changed", cls=Command)
@period_options
@option("--number", default="", metavar="SỐ", help="So với báo cáo số nào; mặc định là số phát hành sau cùng.")
@store_option
@json_option
def changed_command(span: str, duty: str | None, number: str, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê những gì đã thay đổi so với báo cáo đã phát hành."""
    from exporters.changed_since import changed_since_issue

    with open_desk(store_path, write=False) as desk:
        issue, found = changed_since_issue(desk, desk.period(span, duty), number)
    if as_json:
        answer({"number": issue.number, "date": issue.date, "changes": [_difference(one) for one in found]})
        return
    for one in found:
        click.echo(f"{one.where}: “{one.before}” -> “{one.after}”")
    named = f"báo cáo số {issue.number} ngày {day_text(issue.date)}"
    click.echo(f"Có {len(found)} chỗ khác với {named}." if found else f"Không có gì khác với {named}.")


def _difference(one: Difference) -> dict[str, str]:
    return {"kind": one.kind, "where": one.where, "before": one.before, "after": one.after}


@click.command("correction", cls=Command)
@period_options
@why_option
@out_option
@format_option
@store_option
@json_option
def correction_command(
    span: str, duty: str | None, why: str, folder: Path, formats: str, store_path: Path | None, as_json: bool
) -> None:
    """Soạn công văn đính chính báo cáo đã phát hành; lý do mặc định là lý do mở lại kỳ."""
    from exporters.correction import correction_document
    from exporters.issue import check_formats, write_files

    wanted = check_formats(formats)
    with open_desk(store_path, write=False) as desk:
        document = correction_document(desk, desk.period(span, duty), today(), why)
    files = write_files(document, folder, wanted, existing="number")
    if as_json:
        answer(files_data(files))
    else:
        print_files(files)
