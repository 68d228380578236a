"""`so57 check-plan`: what does not fit in the plan and in what was recorded."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desktop.command_words import Command, option
from desktop.commands.common import answer, json_option, open_desk, store_option, today
from models.findings import Finding

ALL_WELL = "Không thấy điều gì chưa khớp trong kế hoạch và số liệu."


@click.command("check-plan", cls=Command)
@option("--period", "span", metavar="KỲ", help="Xét số liệu đến kỳ nào; mặc định là kỳ đang làm.")
@option("--duty", metavar="MÃ", help="Mã chế độ báo cáo, khi nhiều chế độ cùng có kỳ đó.")
@store_option
@json_option
def check_plan_command(span: str | None, duty: str | None, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê những chỗ chưa khớp: kế hoạch để trống, chưa hiểu được, mâu thuẫn, số liệu sai."""
    from models.check_list import check_list, period_to_check

    with open_desk(store_path, write=False) as desk:
        period = desk.period(span or "", duty) if span or duty else period_to_check(desk, today())
        findings = check_list(desk, period)
    if as_json:
        answer([asdict(finding) for finding in findings])
    else:
        _print(findings)


def _print(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        click.echo(f"{'Quan trọng: ' if finding.grave else ''}{finding.sentence}")
    click.echo(f"Có {len(findings)} điểm cần xem." if findings else ALL_WELL)
