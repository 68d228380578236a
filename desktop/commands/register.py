"""`so57 register`, `ad-hoc`: the year's reports and what became of them; reports that no rule asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, Day, Number, option
from desktop.commands.common import (
    PATH,
    answer,
    format_option,
    json_option,
    now,
    officer,
    open_desk,
    period_data,
    print_files,
    store_option,
    today,
    why_option,
)
from models.calendars import FIRST_YEAR, LAST_YEAR
from models.errors import AppError
from models.shown import day_text
from models.text import fold

if TYPE_CHECKING:
    from models.ad_hoc import AdHocKind, AdHocReport
    from models.desk import Desk
    from models.register import Entry


@click.command("register", cls=Command)
@click.argument("year", type=Number(FIRST_YEAR, LAST_YEAR), metavar="NĂM")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Xét đến ngày nào; mặc định là hôm nay.")
@option("--out", "folder", type=PATH, metavar="THƯ MỤC", help="Ghi sổ theo dõi thành tệp vào đây.")
@format_option
@store_option
@json_option
def register_command(
    year: int, day: date | None, folder: Path | None, formats: str, store_path: Path | None, as_json: bool
) -> None:
    """Sổ theo dõi báo cáo của một năm: mọi kỳ, hạn gửi, tình trạng, số và ngày, đã gửi ai, có đúng hạn không."""
    from exporters.issue import check_formats
    from models.register import register

    wanted, on = check_formats(formats), day or today()
    with open_desk(store_path, write=False) as desk:
        entries = register(desk, year, on)
        if folder is not None:
            _write(desk, entries, year, on, folder, wanted, quiet=as_json)
    if as_json:
        answer([_entry_data(entry) for entry in entries])
    elif folder is None:
        for entry in entries:
            click.echo(_entry_words(entry, on))


def _write(
    desk: Desk,
    entries: tuple[Entry, ...],
    year: int,
    on: date,
    folder: Path,
    formats: tuple[str, ...],
    *,
    quiet: bool,
) -> None:
    from exporters.issue import write_files
    from exporters.register import register_document
    from models.store import setting_rows

    sample = setting_rows.is_sample(desk.store)
    by = officer(desk)
    document = register_document(entries, desk.office(), year, on, by, plan_id=desk.plan.id, sample=sample)
    files = write_files(document, folder, formats)
    if not quiet:
        print_files(files)


def _entry_words(entry: Entry, on: date) -> str:
    """Return a line of the register: the period, until when it is to be sent, where it stands, what else is to say."""
    from exporters.register import issue_words, notes, sending_lines

    period = entry.period
    due = f"hạn gửi {day_text(period.due)}" if period.due else "chưa quy định hạn gửi"
    issue = f"số {issue_words(entry)}" if entry.issue else ""
    sent = f"gửi {'; '.join(sending_lines(entry))}" if entry.sendings else ""
    parts = (f"chốt {day_text(period.closing)}", due, entry.words.lower(), issue, sent, *notes(entry, on))
    return f"{period.key:<28} {'; '.join(part for part in parts if part)}"


def _entry_data(entry: Entry) -> dict[str, object]:
    """Return a line of the register as programs get it."""
    issue = entry.issue
    return period_data(entry.period) | {
        "name": entry.period.duty.name,
        "to": list(entry.to),
        "state": entry.state.value,
        "words": entry.words,
        "owed": entry.owed,
        "days_left": entry.days_left,
        "replaced_by": entry.period.replaced_by,
        "issue": {"number": issue.number, "symbol": entry.symbol, "date": issue.date, "signer": issue.signer}
        if issue
        else None,
        "reopened": entry.reopened,
        "sendings": [{"to": one.recipient, "on": one.sent_on, "how": one.how} for one in entry.sendings],
        "in_time": entry.in_time,
        "open_remarks": entry.open_remarks,
    }


class _Kind(click.ParamType["AdHocKind"]):
    """The kind of a report, with or without marks and hyphen."""

    name = "loại"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> AdHocKind:
        """Read the kind."""
        from models.ad_hoc import KIND_WORDS

        wanted = fold(value).replace("-", " ").strip()
        kind = next((kind for kind, words in KIND_WORDS.items() if fold(words) == wanted), None)
        return kind or self.fail(f"“{value}” phải là đột-xuất hoặc chuyên-đề", param, ctx)


@click.command("ad-hoc", cls=Command)
@option("--kind", type=_Kind(), default="đột-xuất", metavar="LOẠI", help="đột-xuất (mặc định) hoặc chuyên-đề.")
@option("--about", "subject", metavar="VIỆC", help="Báo cáo về việc gì.")
@option("--to", "recipients", multiple=True, metavar="NƠI NHẬN", help="Gửi cơ quan nào; ghi nhiều lần được.")
@option("--from", "start", type=Day(), metavar="NGÀY", help="Số liệu từ ngày nào.")
@option("--until", "closing", type=Day(), metavar="NGÀY", help="Chốt số liệu ngày nào.")
@option("--due", type=Day(), metavar="NGÀY", help="Ngày cuối cùng phải gửi.")
@option("--asked-by", "paper", default="", metavar="VĂN BẢN", help="Văn bản yêu cầu, như: Công văn số … ngày …")
@option("--issuer", default="", metavar="CƠ QUAN", help="Cơ quan lập báo cáo; mặc định như báo cáo định kỳ.")
@option("--note", default="", metavar="GHI CHÚ", help="Ghi chú trong sổ theo dõi.")
@option("--withdraw", metavar="MÃ", help="Thôi theo dõi một báo cáo chưa phát hành, ví dụ dx-1.")
@why_option
@store_option
@json_option
def ad_hoc_command(
    kind: AdHocKind,
    subject: str | None,
    recipients: tuple[str, ...],
    start: date | None,
    closing: date | None,
    due: date | None,
    paper: str,
    issuer: str,
    note: str,
    withdraw: str | None,
    why: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Ghi một báo cáo đột xuất, chuyên đề; không ghi gì thì liệt kê các báo cáo đã ghi."""
    from models.ad_hoc import AdHocReport, paper_from

    if withdraw is not None:
        _withdraw(store_path, withdraw, why, as_json=as_json)
        return
    if subject is None:
        _list(store_path, as_json=as_json)
        return
    if start is None or closing is None:
        raise AppError("Báo cáo đột xuất, chuyên đề cần ngày đầu và ngày chốt số liệu. Hãy ghi --from và --until.")
    wanted = AdHocReport("", kind, subject, recipients, issuer, start, closing, due, paper_from(paper), note.strip())
    _ask_for(store_path, wanted, as_json=as_json)


def _ask_for(store_path: Path | None, wanted: AdHocReport, *, as_json: bool) -> None:
    from models.ad_hoc import name_inside
    from models.desk_ad_hoc import ask_for

    with open_desk(store_path, write=True) as desk:
        report = ask_for(desk.store, wanted, who=officer(desk), at=now())
        period = desk.period(report.key)
    if as_json:
        answer(period_data(period) | {"name": period.duty.name})
    else:
        due = f", hạn gửi {day_text(period.due)}" if period.due else ""
        click.echo(f"Đã ghi {name_inside(report)} với mã {report.key}: chốt số liệu {day_text(period.closing)}{due}.")


def _withdraw(store_path: Path | None, key: str, why: str, *, as_json: bool) -> None:
    from models.ad_hoc import name_inside
    from models.desk_ad_hoc import withdraw

    with open_desk(store_path, write=True) as desk:
        report = withdraw(desk.store, key, who=officer(desk), at=now(), why=why)
    if as_json:
        answer({"key": report.key, "withdrawn": True})
    else:
        click.echo(f"Đã thôi theo dõi {name_inside(report)} ({report.key}).")


def _list(store_path: Path | None, *, as_json: bool) -> None:
    with open_desk(store_path, write=False) as desk:
        reports = desk.ad_hoc_reports()
        periods = [desk.period(report.key) for report in reports]
    if as_json:
        found = zip(reports, periods, strict=True)
        answer([period_data(own) | {"name": own.duty.name, "withdrawn": one.withdrawn} for one, own in found])
        return
    for report, period in zip(reports, periods, strict=True):
        due = f"hạn gửi {day_text(period.due)}" if period.due else "chưa quy định hạn gửi"
        end = "; không còn yêu cầu" if report.withdrawn else ""
        click.echo(f"{report.key}: {period.duty.name}, {period.span.words()}, {due}{end}")
    if not reports:
        click.echo("Sổ chưa ghi báo cáo đột xuất, chuyên đề nào.")
