"""The frame as issued: a locked report keeps it, whatever the office sets afterwards."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.desk import Desk
from models.frame_settings import change_frame
from models.office import office_to_dict
from models.report_desk import ReportDesk
from models.store import archive, report_rows, setting_rows
from models.store.connection import Store
from tests.models.store.samples import AT, WHO, small_plan

BY: Any = {"who": WHO, "at": AT}


def issue(desk: Desk, content: bytes | None) -> None:
    """Issue October with the content that is kept for the program."""
    period = desk.period("2026-10")
    files: list[tuple[str, str, Path | bytes]] = [("a.pdf", "pdf", b"pdf")]
    if content is not None:
        files.append(("noi-dung.json", "content", content))
    with desk.store.change("phát hành", **BY) as change:
        report_rows.record_issue(
            change, period.key, period.start, period.closing, number="5", day=date(2026, 11, 4), signer="A", files=files
        )
    change_frame(desk, {"place": "Chiềng Ly"}, **BY)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a desk of the small plan."""
    return Desk(Store.create(tmp_path / "so.so57", small_plan(), **BY))


def place(desk: Desk) -> str:
    return desk.report(desk.period("2026-10")).office.place


def kept(desk: Desk, **more: object) -> bytes:
    return json.dumps({"office": office_to_dict(desk.office()), **more}).encode()


def test_a_locked_report_keeps_its_frame_until_it_is_reopened(desk: Desk) -> None:
    issue(desk, kept(desk))
    assert place(desk) == "Thuận Châu"
    assert desk.report(desk.period("2026-11")).office.place == "Chiềng Ly"
    desk.reopen_period(desk.period("2026-10"), why="sai số", **BY)
    assert place(desk) == "Chiềng Ly"


def test_a_locked_report_keeps_its_outline_and_number_style(desk: Desk) -> None:
    period = desk.period("2026-10")
    issue(desk, kept(desk, made={"headings": [{"id": "I", "title": "CHỈ ĐẠO"}], "two_digits": True}))
    own = ReportDesk(desk, period)
    own.save_outline(own.outline.switched("V", False), **BY)
    with desk.store.change("cách ghi số", **BY) as change:
        setting_rows.save_setting(change, setting_rows.TWO_DIGITS, "0")
    report = desk.report(period)
    assert report.outline.heading("I").title == "CHỈ ĐẠO"
    assert report.outline.heading("V").shown
    assert report.two_digits
    desk.reopen_period(period, why="sai số", **BY)
    reopened = desk.report(period)
    assert not reopened.outline.heading("V").shown
    assert not reopened.two_digits


def test_a_period_only_closed_has_the_frame_of_today(desk: Desk) -> None:
    desk.close_period(desk.period("2026-10"), why="theo tỉnh", **BY)
    change_frame(desk, {"place": "Chiềng Ly"}, **BY)
    assert place(desk) == "Chiềng Ly"


@pytest.mark.parametrize("content", [None, b"{}", b"\xff", b'{"office": {"place": "x"}}', b'{"office": 1}'])
def test_what_keeps_no_frame_does_not_keep_the_report_from_being_read(desk: Desk, content: bytes | None) -> None:
    issue(desk, content)
    assert place(desk) == "Chiềng Ly"


def test_a_lost_content_does_not_either(desk: Desk) -> None:
    issue(desk, kept(desk))
    (issued,) = report_rows.issues(desk.store)
    file = report_rows.kept_content(desk.store, issued.id)
    assert file is not None
    archive.place(archive.files_folder(desk.store.path), file.kept.sha256).unlink()
    assert place(desk) == "Chiềng Ly"
