"""`so57 report`, `unit-form`, `issue`: a period's report as files, a form for each unit, or issued and kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import click

from desktop.command_words import Command, Day, WrongCall, option
from desktop.commands.common import (
    PATH,
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
    why_option,
)
from desktop.version import __version__
from exporters.headings import place_with_id
from exporters.issue import check_formats, write_copies, write_files
from exporters.issuing import issue_report
from exporters.leaders_copy import leaders_document
from exporters.report import blank_words, report_document
from exporters.taken_names import check_existing
from exporters.unit_forms import unit_form_document, units_asked
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.report_desk import ReportDesk
from models.reports import Signing
from models.shown import day_text
from models.store import archive
from models.store.report_rows import IssuedFile
from models.units import find_unit

A_YEAR = timedelta(days=366)


@click.command("report", cls=Command)
@period_options
@out_option
@format_option
@option("--draft", is_flag=True, help="Ghi DỰ THẢO ở cuối mỗi trang.")
@option("--leaders", is_flag=True, help="Bản trình lãnh đạo: có trang tóm tắt và cột Giải trình, không phát hành.")
@option("--existing", default="number", metavar="CÁCH", help="Khi đã có tệp cùng tên: number, replace hoặc refuse.")
@store_option
@json_option
def report_command(
    span: str,
    duty: str | None,
    folder: Path,
    formats: str,
    draft: bool,
    leaders: bool,
    existing: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Xuất báo cáo của một kỳ thành tệp Word, PDF và Excel."""
    wanted, when_taken = check_formats(formats), check_existing(existing)
    with open_desk(store_path, write=False) as desk:
        period = desk.period(span, duty)
        signing = None if draft or leaders else ReportDesk(desk, period).signing()
        report = desk.report(period, signing=signing, draft=draft, for_leaders=leaders)
        document = leaders_document(report, ReportDesk(desk, period).remarks()) if leaders else report_document(report)
    files = write_files(document, folder, wanted, existing=when_taken)
    if as_json:
        answer(files_data(files))
        return
    print_files(files)
    if signing is not None:
        click.echo(
            f"Báo cáo {period.span.short()} đã phát hành số {signing.number}; đây là bản làm lại từ số liệu hiện nay. "
            "Tệp đã gửi: so57 issued."
        )
    if blank := blank_words(report):
        places = ", ".join(place_with_id(report.outline, heading_id) for heading_id in blank)
        click.echo(f"Chưa viết lời cho phần {places}; các phần này đang để dòng chấm.")


@click.command("unit-form", cls=Command)
@period_options
@option("--unit", metavar="ĐƠN VỊ", help="Tên đơn vị như trong kế hoạch.")
@option("--all", "every_unit", is_flag=True, help="Mọi đơn vị chủ trì, mỗi đơn vị một mẫu.")
@out_option
@format_option
@store_option
@json_option
def unit_form_command(
    span: str,
    duty: str | None,
    unit: str | None,
    every_unit: bool,
    folder: Path,
    formats: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Lập mẫu báo cáo để các đơn vị điền và gửi về xã."""
    if (unit is None) != every_unit:
        missing = "Chỉ dùng một trong" if every_unit else "Thiếu một trong"
        raise WrongCall(f"{missing} --unit ĐƠN VỊ và --all (mọi đơn vị).")
    wanted = check_formats(formats)
    with open_desk(store_path, write=False) as desk:
        report = desk.report(_incoming_period(desk, span, duty))
    units = units_asked(report) if unit is None else (find_unit(report.plan, unit),)
    files = [file for one in units for file in write_files(unit_form_document(report, one), folder, wanted)]
    if as_json:
        answer(files_data(files))
    else:
        print_files(files)


def _incoming_period(desk: Desk, span: str, duty: str | None) -> ReportingPeriod:
    """Return the period of a duty by which units report to this office, the only one where none is named."""
    incoming = [one.id for one in desk.plan.duties if one.direction == "incoming"]
    named = duty or span.rpartition("/")[0] or (incoming[0] if len(incoming) == 1 else None)
    if not incoming or (named is not None and named not in incoming):
        known = ", ".join(incoming) or "không có"
        raise AppError(
            "Mẫu báo cáo chỉ lập cho chế độ mà các đơn vị báo cáo về xã. "
            f"Các chế độ như vậy trong kế hoạch này: {known}."
        )
    return desk.period(span, named)


@click.command("issue", cls=Command)
@period_options
@option("--number", required=True, metavar="SỐ", help="Số của báo cáo, ví dụ 215.")
@option("--date", "day", type=Day(), required=True, metavar="NGÀY", help="Ngày ký.")
@option("--signer", required=True, metavar="HỌ TÊN", help="Người ký.")
@option("--position", default="", metavar="CHỨC VỤ", help="Chức vụ người ký; mặc định theo cài đặt.")
@option("--out", "folder", type=PATH, metavar="THƯ MỤC", help="Ghi thêm bản để gửi.")
@why_option
@store_option
def issue_command(
    span: str,
    duty: str | None,
    number: str,
    day: date,
    signer: str,
    position: str,
    folder: Path | None,
    why: str,
    store_path: Path | None,
) -> None:
    """Phát hành báo cáo: giữ đúng các tệp đã ký và khóa kỳ."""
    signing = Signing(number.strip(), day, signer.strip(), position.strip())
    with open_desk(store_path, write=True) as desk:
        period = desk.period(span, duty)
        _check_day(period, day)
        issue = issue_report(desk, period, signing, why=why, who=officer(desk), at=now(), app=__version__)
        store = desk.store.path
    click.echo(
        f"Đã phát hành báo cáo {period.span.short()} số {signing.number}; kỳ đã khóa, {len(issue.files)} tệp được giữ."
    )
    if folder is not None:
        _copy_out(store, issue.files, folder)


def _check_day(period: ReportingPeriod, day: date) -> None:
    """Refuse a year typed wrong; a clock that stands wrong must not keep the office from issuing."""
    if day > period.closing + A_YEAR:
        raise AppError(
            f"Ngày ký {day_text(day)} đứng sau ngày chốt số liệu {day_text(period.closing)} hơn một năm. "
            "Hãy kiểm tra lại ngày ký hoặc kỳ báo cáo."
        )


def _copy_out(store: Path, files: Sequence[IssuedFile], folder: Path) -> None:
    """Write the kept files into a folder, none over another; the report is issued by now, whatever happens here."""
    try:
        kept = {file.name: archive.read(archive.files_folder(store), file.kept) for file in files}
        for path in write_copies(folder, kept):
            click.echo(f"Đã ghi “{path}”.")
    except AppError as error:
        raise AppError(f"Báo cáo đã phát hành, nhưng chưa ghi được bản để gửi. {error.sentence}") from error
