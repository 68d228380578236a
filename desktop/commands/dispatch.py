"""`so57 mail`, `sent`, `sendings`, `set`: a report on its way out: the email, what was really sent, the whole set."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from desktop.command_words import Command, Day, option
from desktop.commands.common import (
    PATH,
    answer,
    format_option,
    json_option,
    now,
    officer,
    open_desk,
    out_option,
    period_options,
    store_option,
    today,
)
from models.report_work import SENT_BY_WORDS, SentBy
from models.shown import day_text

if TYPE_CHECKING:
    from models.report_work import Sending

_WAYS = ", ".join(f"{way} ({words})" for way, words in SENT_BY_WORDS.items())


@click.command("mail", cls=Command)
@period_options
@format_option
@option("--draft", is_flag=True, help="Gửi bản dự thảo làm từ số liệu hiện nay, khi chưa phát hành.")
@option("--out", "folder", type=PATH, default=Path(), metavar="THƯ MỤC", help="Nơi ghi thư; mặc định là nơi đang đứng.")
@option("--existing", default="number", metavar="CÁCH", help="Khi đã có thư cùng tên: number, replace hoặc refuse.")
@store_option
@json_option
def mail_command(
    span: str,
    duty: str | None,
    formats: str,
    draft: bool,
    folder: Path,
    existing: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Soạn thư kèm báo cáo thành một tệp .eml để mở trong chương trình thư rồi gửi."""
    from exporters.cover_letter import cover_letter
    from exporters.email_draft import email_draft
    from exporters.issue import check_formats, write_bytes
    from exporters.taken_names import check_existing

    wanted, when_taken = check_formats(formats), check_existing(existing)
    with open_desk(store_path, write=False) as desk:
        cover = cover_letter(desk, desk.period(span, duty), wanted, draft=draft)
    content = email_draft(cover.letter)
    path = write_bytes(folder, cover.name, content, existing=when_taken)
    if as_json:
        own = {"path": path, "size": len(content), "to": cover.letter.to, "subject": cover.letter.subject}
        files = [{"name": file.name, "size": len(file.content)} for file in cover.letter.files]
        answer(own | {"files": files, "without_address": cover.without_address})
        return
    for hint in cover.hints():
        click.echo(hint)
    click.echo(f"Đã ghi thư vào “{path}”.")


@click.command("sent", cls=Command)
@period_options
@option(
    "--to", "recipients", multiple=True, required=True, metavar="NƠI NHẬN", help="Đã gửi cho ai; ghi được nhiều lần."
)
@option("--how", required=True, metavar="CÁCH", help=f"Gửi bằng cách nào: {_WAYS}.")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Ngày gửi; mặc định là hôm nay.")
@option("--note", default="", metavar="GHI CHÚ", help="Ghi chú.")
@store_option
def sent_command(
    span: str,
    duty: str | None,
    recipients: tuple[str, ...],
    how: str,
    day: date | None,
    note: str,
    store_path: Path | None,
) -> None:
    """Ghi báo cáo đã phát hành được gửi đi thật, cho ai, ngày nào, bằng cách nào."""
    from models.report_desk import ReportDesk

    way, on = _way(how), day or today()
    with open_desk(store_path, write=True) as desk:
        report = ReportDesk(desk, desk.period(span, duty))
        for recipient in recipients:
            report.sent(recipient, on, way, note=note, who=officer(desk), at=now())
            click.echo(f"Đã ghi: gửi {recipient.strip()} ngày {day_text(on)}, {SENT_BY_WORDS[way]}.")


def _way(text: str) -> SentBy:
    from models.errors import AppError

    way = text.strip().lower()
    if way not in SENT_BY_WORDS:
        raise AppError(f"Không có cách gửi “{text}”. Hãy chọn: {_WAYS}.")
    return cast(SentBy, way)


@click.command("sendings", cls=Command)
@period_options
@store_option
@json_option
def sendings_command(span: str, duty: str | None, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê những lần báo cáo của một kỳ đã được gửi đi thật."""
    from models.report_desk import ReportDesk
    from models.store.report_rows import issues

    with open_desk(store_path, write=False) as desk:
        period = desk.period(span, duty)
        found = ReportDesk(desk, period).sendings()
        numbers = {issue.id: issue.number for issue in issues(desk.store, period.key)}
    if as_json:
        answer([asdict(sending) | {"number": numbers[sending.issue_id]} for sending in found])
        return
    for sending in found:
        click.echo(_sending_words(sending, numbers[sending.issue_id]))
    if not found:
        click.echo("Chưa ghi lần gửi nào của kỳ này.")


def _sending_words(sending: Sending, number: str) -> str:
    note = f" ({sending.note})" if sending.note else ""
    way = SENT_BY_WORDS[sending.how]
    return f"{day_text(sending.sent_on)}: báo cáo số {number} gửi {sending.recipient}, {way}{note}"


@click.command("set", cls=Command)
@period_options
@out_option
@option("--zip", "as_zip", is_flag=True, help="Ghi thành một tệp .zip thay cho thư mục.")
@format_option
@option("--existing", default="refuse", metavar="CÁCH", help="Khi đã có bộ cùng tên: number (đánh số) hoặc refuse.")
@store_option
@json_option
def set_command(
    span: str,
    duty: str | None,
    folder: Path,
    as_zip: bool,
    formats: str,
    existing: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Ghi cả bộ hồ sơ của một kỳ: báo cáo và mẫu cho các đơn vị, thành một thư mục hoặc một tệp .zip."""
    from exporters.issue import check_formats
    from exporters.period_papers import papers_of, set_name
    from exporters.period_set import write_set
    from exporters.taken_names import check_existing

    wanted = check_formats(formats)
    numbered = check_existing(existing, ("number", "refuse")) == "number"
    with open_desk(store_path, write=False) as desk:
        period = desk.period(span, duty)
        jobs, target = papers_of(desk, period, wanted), folder / set_name(desk, period)
    taken: Literal["number", "refuse"] = "number" if numbered else "refuse"
    written = write_set(jobs, target, formats=wanted, as_zip=as_zip, existing=taken, progress=_tell)
    if as_json:
        answer({"path": written.path, "files": written.files})
    else:
        click.echo(f"Đã ghi {len(written.files)} tệp vào “{written.path}”.")


def _tell(done: int, total: int, words: str) -> None:
    """Say on the error channel how far the work is, so that the answer stays by itself."""
    if done < total:
        click.echo(f"[{done + 1}/{total}] {words}", err=True)
