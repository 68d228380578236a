"""`so57 issued`: what was sent can be found, checked and copied again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop.cli import COULD_NOT, DONE
from models.store import archive
from tests.desktop.conftest import Call

ISSUE = (
    "issue",
    "--period",
    "2026-10",
    "--number",
    "215",
    "--date",
    "04/11/2026",
    "--why",
    "thử",
    "--signer",
    "Đỗ Ngọc Quang",
)


def test_nothing_issued_is_said(so57: Call, store: Path) -> None:
    assert so57("issued", "--store", store).out == "Chưa phát hành báo cáo nào.\n"


def test_the_files_sent_are_copied_out_unchanged(so57: Call, store: Path, tmp_path: Path) -> None:
    assert so57(*ISSUE, "--store", store).code == DONE
    answer = so57("issued", "--store", store, "--out", tmp_path / "ra")
    assert "bao-cao-thang/2026-10: số 215 ngày 04/11/2026, Đỗ Ngọc Quang ký" in answer.out
    assert answer.out.count("Bản đã gửi, chưa thay đổi") == 3
    (issue,) = so57("issued", "--period", "2026-10", "--store", store, "--json").data
    copies = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "ra").iterdir()}
    assert copies == {file["sha256"] for file in issue["files"]}


def test_two_issues_under_one_number_are_both_copied(so57: Call, store: Path, tmp_path: Path) -> None:
    so57(*ISSUE, "--store", store)
    so57("reopen", "--period", "2026-10", "--why", "ghi nhầm người ký", "--store", store)
    so57(*ISSUE[:-1], "Lò Văn A", "--store", store)
    so57("issued", "--store", store, "--out", tmp_path / "ra")
    newest, first = so57("issued", "--store", store, "--json").data
    for turn, issue in (("lan-1", first), ("lan-2", newest)):
        copies = sorted((tmp_path / "ra").glob(f"*_so-215_{turn}.*"))
        assert [hashlib.sha256(copy.read_bytes()).hexdigest() for copy in copies] == [
            file["sha256"] for file in issue["files"]
        ]


def test_a_kept_file_that_was_changed_is_named_and_not_copied(so57: Call, store: Path, tmp_path: Path) -> None:
    so57(*ISSUE, "--store", store)
    (issue,) = so57("issued", "--store", store, "--json").data
    archive.place(archive.files_folder(store), issue["files"][1]["sha256"]).write_bytes(b"khac")
    answer = so57("issued", "--store", store, "--out", tmp_path / "ra")
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "đã bị thay đổi" in answer.err


def test_a_copy_that_is_open_in_word_is_not_written_over(so57: Call, store: Path, tmp_path: Path) -> None:
    so57(*ISSUE, "--store", store)
    so57("issued", "--store", store, "--out", tmp_path / "ra")
    copy = next((tmp_path / "ra").glob("*.docx"))
    copy.write_bytes(b"dang sua")
    copy.with_name(f"~${copy.name[2:]}").write_bytes(bytes(162))
    answer = so57("issued", "--store", store, "--out", tmp_path / "ra", "--existing", "replace")
    assert "đang mở trong Word nên chưa ghi gì. Hãy đóng tệp, hoặc ghi ra tên khác." in answer.err
    assert copy.read_bytes() == b"dang sua"


def test_a_copy_that_stands_already_is_kept_and_all_new_ones_are_numbered_alike(
    so57: Call, store: Path, tmp_path: Path
) -> None:
    so57(*ISSUE, "--store", store)
    first = so57("issued", "--store", store, "--out", tmp_path / "ra").out.splitlines()[-1].split("“")[1].rstrip("”.")
    for path in (tmp_path / "ra").iterdir():
        path.write_bytes(b"cua can bo") if path.suffix == ".docx" else path.unlink()
    again = so57("issued", "--store", store, "--out", tmp_path / "ra").out.splitlines()[-3:]
    assert all(line.split("“")[1].partition(" (2).")[1] for line in again)
    assert Path(first).with_suffix(".docx").read_bytes() == b"cua can bo"


def test_periods_say_what_became_of_them(so57: Call, store: Path) -> None:
    so57(*ISSUE, "--store", store)
    so57("close", "--period", "2026-08", "--store", store)
    lines = {line.split()[0]: line for line in so57("periods", "--year", "2026", "--store", store).out.splitlines()}
    assert lines["bao-cao-thang/2026-10"].endswith("; đã phát hành")
    assert lines["bao-cao-thang/2026-08"].endswith("; đã khóa")
    assert lines["bao-cao-quy/2026-Q4"].endswith("; gộp vào bao-cao-nam/2026")
