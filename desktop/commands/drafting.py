"""`so57 words`, `carry`, `sentence`: the officer's words of a report, last period's, and sentences written over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, WrongCall, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, period_options, store_option
from desktop.commands.figures import UNCLOSED, read_words
from exporters.headings import heading_named, place_of, place_with_id, title_of
from exporters.outline_text import blank_words, section_paragraphs
from exporters.written_over import Unit, units
from models.errors import AppError, NotFound
from models.report_desk import ReportDesk
from models.written_words import plain_words, unclosed

if TYPE_CHECKING:
    from models.reports import Report

INDENT = "    "


@dataclass(frozen=True, slots=True)
class Section:
    """A shown heading with the words that were written, those that the last period offers, and where it stands."""

    id: str
    number: str
    title: str
    words: str
    offered: str
    automatic: bool
    dotted: bool

    @property
    def state(self) -> str:
        """Say what stands beneath the heading."""
        if self.dotted:
            return "đang để dòng chấm"
        told = ["tự viết theo số liệu"] if self.automatic else []
        return ", ".join([*told, "có lời của cán bộ"] if self.words else told)


@click.command("words", cls=Command)
@period_options
@store_option
@json_option
def words_command(span: str, duty: str | None, store_path: Path | None, as_json: bool) -> None:
    """Xem lời văn từng mục của báo cáo: mục nào đã viết, tự viết, để trống, kỳ trước có lời để lấy lại."""
    with open_desk(store_path, write=False) as desk:
        own = ReportDesk(desk, desk.period(span, duty))
        offered = own.carried()
        sections = list(_sections(desk.report(own.period), dict(offered.words) if offered else {}))
    if as_json:
        answer([asdict(section) for section in sections])
        return
    before = offered.period.span.short() if offered else ""
    for section in sections:
        click.echo("\n".join(_told(section, before)))


def _sections(report: Report, offered: dict[str, str]) -> Iterator[Section]:
    blank = blank_words(report)
    for numbered in report.outline.numbered():
        one = numbered.heading.id
        yield Section(
            id=one,
            number=place_of(report.outline, one),
            title=title_of(numbered.heading, report.period),
            words=report.words.get(one, ""),
            offered=offered.get(one, ""),
            automatic=any(paragraph.key != one for paragraph in section_paragraphs(report, one)),
            dotted=one in blank,
        )


def _told(section: Section, before: str) -> Iterator[str]:
    state = f": {section.state}" if section.state else ""
    yield f"{section.number}. {section.title} [{section.id}]{state}"
    yield from (INDENT + line for line in plain_words(section.words).splitlines())
    if section.offered:
        yield f"{INDENT}Lời của {before} (lấy lại: so57 carry):"
        yield from (INDENT * 2 + line for line in plain_words(section.offered).splitlines())


@click.command("carry", cls=Command)
@period_options
@click.argument("sections", nargs=-1, metavar="[MỤC]...", help="Các mục cần lấy; không ghi thì lấy mọi mục chưa viết.")
@store_option
def carry_command(span: str, duty: str | None, sections: tuple[str, ...], store_path: Path | None) -> None:
    """Lấy lại lời văn kỳ trước cho các mục chưa viết, để sửa tiếp."""
    with open_desk(store_path, write=True) as desk:
        own = ReportDesk(desk, desk.period(span, duty))
        outline = own.outline
        wanted = [heading_named(outline, section) for section in sections] or None
        taken = [place_with_id(outline, one) for one in own.carry(wanted, who=officer(desk), at=now())]
    click.echo(f"Đã lấy lại lời văn kỳ trước cho mục {', '.join(taken)}. Hãy sửa lại cho đúng kỳ này.")


@click.command("sentence", cls=Command)
@period_options
@click.argument("key", required=False, metavar="[CÂU]", help="Mã câu; không ghi thì liệt kê mọi câu tự viết.")
@option("--text", metavar="LỜI", help="Viết đè câu; lời trống thì bỏ câu đó khỏi báo cáo.")
@option("--file", metavar="TỆP|-", help="Viết đè câu bằng lời trong một tệp chữ UTF-8.")
@option("--keep", is_flag=True, help="Giữ câu đã viết đè dù số liệu đã thay đổi.")
@option("--restore", is_flag=True, help="Bỏ câu viết đè, để câu tự viết lại theo số liệu.")
@store_option
@json_option
def sentence_command(
    span: str,
    duty: str | None,
    key: str | None,
    text: str | None,
    file: str | None,
    keep: bool,
    restore: bool,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Xem các câu tự viết theo số liệu, viết đè một câu, hoặc để câu tự viết lại."""
    acts = (text is not None) + (file is not None) + keep + restore
    if acts > 1:
        raise WrongCall("Mỗi lần gọi chỉ dùng một trong --text, --file, --keep, --restore.")
    if acts and key is None:
        raise WrongCall("Thiếu mã CÂU; mã của các câu: so57 sentence --period KỲ.")
    words = read_words(file) if file is not None else text
    with open_desk(store_path, write=bool(acts)) as desk:
        own = ReportDesk(desk, desk.period(span, duty))
        found = units(desk.report(own.period))
        if key is not None:
            unit = _unit(found, key)
            if acts:
                _act(own, unit, words, restore=restore)
            found = tuple(one for one in units(desk.report(own.period)) if one.key == unit.key)
    if as_json:
        answer([asdict(unit) for unit in found])
        return
    for unit in found:
        click.echo("\n".join(_shown(unit)))
    for line in unclosed(words or ""):
        click.echo(f"{UNCLOSED}: “{line}”")
    if restore and not found:
        click.echo(f"Đã bỏ câu viết đè {key}.")


def _unit(found: tuple[Unit, ...], key: str) -> Unit:
    for unit in found:
        if unit.key.casefold() == key.strip().casefold():
            return unit
    known = ", ".join(unit.key for unit in found)
    raise NotFound(f"Báo cáo kỳ này không có câu tự viết “{key}”. Các câu đang có: {known}.")


def _act(own: ReportDesk, unit: Unit, words: str | None, *, restore: bool) -> None:
    who, at = officer(own.desk), now()
    if restore:
        own.restore(unit.key, who=who, at=at)
        return
    if not unit.text:
        raise AppError(
            f"Câu {unit.key} không còn trong báo cáo vì số liệu không còn gì để viết. Hãy bỏ câu viết đè (--restore)."
        )
    if words is None and unit.replaced is None:
        raise AppError(f"Câu {unit.key} đang tự viết theo số liệu, không có câu viết đè để giữ.")
    kept = unit.replaced.text if words is None and unit.replaced else words
    own.overwrite(unit.key, kept or "", unit.text, who=who, at=at)


def _shown(unit: Unit) -> Iterator[str]:
    """Yield a sentence with its marks: written over, left out, no longer matching."""
    over = unit.replaced
    marks = [] if over is None else ["viết đè" if over.text else "đã bỏ"]
    marks += ["số liệu đã thay đổi"] if unit.stale else []
    yield unit.key + (f" ({', '.join(marks)})" if marks else "")
    yield from (INDENT + line for line in (plain_words(over.text) if over else unit.text).splitlines())
    if over and unit.stale:
        yield f"{INDENT}Lúc viết đè, số liệu viết: {over.over}"
        yield f"{INDENT}Nay số liệu viết: {unit.text or '(không còn gì để viết)'}"
