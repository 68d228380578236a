"""Check a report's way by the command line: submitted, remarked on, explained, ready, changed, corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from desktop.version import __version__
from exporters.changed_since import kept_content_of
from models.desk import Desk
from models.store.connection import Store
from models.store.report_rows import issues
from tests.desktop.conftest import Call

OCTOBER = ("--period", "2026-10")
STEM = "thuan-chau_bao-cao-thang_2026-10"
SIGNED = ("--number", "215", "--date", "04/11/2026", "--signer", "Lò Văn A")
Sheet = Callable[..., Path]


def test_a_draft_is_submitted_and_returned(so57: Call, store: Path) -> None:
    own = (*OCTOBER, "--store", store)
    assert so57("remarks", *own).out == "Chưa ghi bước trình hay ý kiến nào của kỳ này.\n"
    answer = so57("return", "--by", "Chủ tịch", *own)
    assert (answer.code, "chưa trình" in answer.err) == (COULD_NOT, True)
    submitted = so57("submit", "--to", "Chủ tịch", "--on", "02/11/2026", "--note", "bản giấy", *own)
    assert submitted.out == "Đã ghi: trình Chủ tịch ngày 02/11/2026.\n"
    returned = so57("return", "--by", "Chủ tịch", "--on", "03/11/2026", *own)
    assert returned.out == "Đã ghi: Chủ tịch trả lại dự thảo ngày 03/11/2026.\n"
    assert so57("remarks", *own).out.splitlines() == [
        "02/11/2026: trình Chủ tịch (bản giấy)",
        "03/11/2026: Chủ tịch trả lại để sửa",
    ]


def test_remarks_are_listed_until_answered(so57: Call, store: Path) -> None:
    own = (*OCTOBER, "--store", store)
    so57("remark", "--by", "Chủ tịch", "--section", "IV", "--on", "03/11/2026", "Ghi rõ mốc", *own)
    so57("remark", "--by", "Chủ tịch", "--on", "03/11/2026", "Rút gọn", *own)
    assert so57("answer", "1", "Đã ghi", *own).out == "Đã ghi trả lời ý kiến số 1.\n"
    assert so57("remarks", *own).out.splitlines() == [
        "1. Chủ tịch, 03/11/2026, mục IV: Ghi rõ mốc - trả lời: Đã ghi",
        "2. Chủ tịch, 03/11/2026: Rút gọn - chưa trả lời",
    ]
    data = so57("remarks", *own, "--json").data
    assert [remark["answer"] for remark in data["remarks"]] == ["Đã ghi", ""]
    assert so57("answer", "x", "Đã ghi", *own).code == WRONG_CALL


def test_a_row_is_explained_in_the_leaders_copy_only(so57: Call, store: Path, tmp_path: Path) -> None:
    own = (*OCTOBER, "--store", store)
    assert so57("explain", "ct-V.4", "Máy quét hỏng", *own).out == "Đã ghi giải trình của dòng V.4.\n"
    assert "mang mã hoặc số “ct-99”" in so57("explain", "ct-99", "x", *own).err
    assert so57("explain", "V.4", "Máy quét hỏng", *own).out == "Đã ghi giải trình của dòng V.4.\n"
    for option in ("--leaders", "--draft"):
        assert so57("report", option, "--format", "docx", "--out", tmp_path / "ra", *own).code == DONE
    names = sorted(path.name for path in (tmp_path / "ra").iterdir())
    assert names == [f"{STEM}_du-thao.docx", f"{STEM}_trinh-lanh-dao.docx"]
    assert so57("explain", "ct-V.4", "", *own).out == "Đã bỏ giải trình của dòng V.4.\n"


def test_ready_tells_what_is_grave_and_issuing_asks_for_a_reason(so57: Call, store: Path, sheet: Sheet) -> None:
    own = (*OCTOBER, "--store", store)
    for section in ("I", "III", "V"):
        so57("write", "--section", section, sheet("UBND xã đã chỉ đạo."), *own)
    so57("record", sheet("key,value", "ct-V.7,76"), *own)
    assert so57("ready", *own).out.splitlines()[-1].startswith("Đủ điều kiện phát hành. Có ")
    so57("record", sheet("key,value", "ct-V.4,104"), *own)
    lines = so57("ready", "--on", "03/11/2026", *own).out.splitlines()
    assert lines[0].startswith("Quan trọng: Chỉ tiêu V.4: kết quả 104% vượt quá 100%")
    assert lines[-1] == "Chưa đủ điều kiện phát hành: còn 1 vướng mắc quan trọng."
    assert so57("ready", *own, "--json").data[0]["kind"] == "warning"
    assert "ghi lý do phát hành" in so57("issue", *SIGNED, *own).err
    assert so57("issue", *SIGNED, "--why", "Sở đã xác nhận", *own).code == DONE


def test_what_changed_since_is_told_and_corrected(so57: Call, store: Path, sheet: Sheet, tmp_path: Path) -> None:
    own = (*OCTOBER, "--store", store)
    so57("issue", *SIGNED, "--why", "thử", *own)
    with Store.open(store, write=False) as opened:
        assert kept_content_of(Desk(opened), issues(opened)[0]).app == __version__
    assert so57("changed", *own).out == "Không có gì khác với báo cáo số 215 ngày 04/11/2026.\n"
    so57("reopen", "--why", "đếm lại hồ sơ", *own)
    so57("record", sheet("key,value", "ct-V.4,96"), *own)
    told = so57("changed", "--number", "215", *own).out
    assert "Phụ lục I, dòng V.4, cột Kết quả kỳ này: “” -> “96”" in told
    assert "chỗ khác với báo cáo số 215" in told
    changes = so57("changed", *own, "--json").data["changes"]
    assert {"kind", "where", "before", "after"} == set(changes[0])
    answer = so57("correction", "--out", tmp_path / "ra", *own)
    assert answer.out.count("thuan-chau_dinh-chinh_bao-cao-thang_2026-10.") == 3
    assert len(so57("correction", "--out", tmp_path / "ra", "--format", "pdf", *own, "--json").data["files"]) == 1


@pytest.mark.parametrize("command", ["changed", "correction"])
def test_a_report_never_issued_has_nothing_to_compare(so57: Call, store: Path, tmp_path: Path, command: str) -> None:
    out = ("--out", tmp_path) if command == "correction" else ()
    answer = so57(command, *OCTOBER, *out, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "chưa phát hành" in answer.err
