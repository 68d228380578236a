"""`so57 sample`: the report of the made-up figures, from an empty machine with one command."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from desktop.command_words import Command, option
from desktop.commands.common import now, open_desk, out_option, print_files
from desktop.sample import SAMPLE_PLAN, make_sample_store, sample_period
from exporters.issue import write_files
from exporters.report import report_document


@click.command("sample", cls=Command)
@out_option
@option("--plan", default=SAMPLE_PLAN, metavar="MÃ", help="Kế hoạch có số liệu minh họa.")
@option("--period", "span", metavar="KỲ", help="Kỳ của báo cáo minh họa; không ghi thì lấy kỳ tiêu biểu của kế hoạch.")
def sample_command(folder: Path, plan: str, span: str | None) -> None:
    """Xuất báo cáo của số liệu minh họa."""
    with tempfile.TemporaryDirectory() as work:
        store_path = Path(work) / "minh-hoa.so57"
        make_sample_store(store_path, plan, at=now())
        with open_desk(store_path, write=False) as desk:
            report = desk.report(sample_period(desk, span))
    print_files(write_files(report_document(report), folder))
