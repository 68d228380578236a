"""Check `so57 report`, `issue`, `sample`: files out, a report issued with its exact files, the sample."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.cli import COULD_NOT, DONE
from models.store import archive
from models.store.archive import FileState
from models.store.connection import Store
from models.store.report_rows import file_state, issues
from tests.desktop.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
OCTOBER = ("--period", "2026-10")
STEM = "thuan-chau_bao-cao-thang_2026-10"
SIGNED = ("--number", "215", "--date", "04/11/2026", "--signer", "Lò Văn A", "--why", "thử")
WITH_LIMIT = """
import resource, sys
from desktop.cli import main
import desktop.commands.reports, docx, openpyxl, reportlab.pdfgen.canvas
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_report_for_programs(so57: Call, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "báo cáo tháng"
    data = so57("report", *OCTOBER, "--out", out, "--store", store, "--json").data
    assert list(data) == ["files"]
    assert [list(file) for file in data["files"]] == [["path", "format", "sha256"]] * 3
    assert [file["format"] for file in data["files"]] == ["docx", "pdf", "xlsx"]
    assert all(sha256(Path(file["path"])) == file["sha256"] for file in data["files"])
    assert sorted(path.name for path in out.iterdir()) == [f"{STEM}.docx", f"{STEM}.pdf", f"{STEM}.xlsx"]


def test_report_for_people_names_files_and_blank_sections(so57: Call, store: Path, tmp_path: Path) -> None:
    words = tmp_path / "lời.txt"
    words.write_text("UBND xã đã chỉ đạo.", encoding="utf-8")
    so57("write", *OCTOBER, "--section", "I", words, "--store", store)
    answer = so57("report", *OCTOBER, "--out", tmp_path, "--format", "pdf", "--store", store)
    assert answer.out.splitlines() == [
        f"Đã ghi “{tmp_path / STEM}.pdf”.",
        "Chưa viết lời cho phần III, V; các phần này đang để dòng chấm.",
    ]


@pytest.mark.parametrize("formats", ["pdf,xlsx", " XLSX , pdf ", "pdf,pdf,xlsx"])
def test_only_the_formats_that_are_asked_for(so57: Call, store: Path, tmp_path: Path, formats: str) -> None:
    out = tmp_path / "ra"
    assert so57("report", *OCTOBER, "--out", out, "--format", formats, "--store", store).code == DONE
    assert sorted(path.suffix for path in out.iterdir()) == [".pdf", ".xlsx"]


@pytest.mark.parametrize("formats", ["doc", "pdf,odt", "", ","])
def test_unknown_format_writes_nothing(so57: Call, store: Path, tmp_path: Path, formats: str) -> None:
    answer = so57("report", *OCTOBER, "--out", tmp_path / "ra", "--format", formats, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "Hãy chọn trong: docx, pdf, xlsx." in answer.err
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize("place", ["tệp.txt", "tệp.txt/trong"])
def test_out_on_a_file_is_one_sentence(so57: Call, store: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "tệp.txt").write_text("x", encoding="utf-8")
    answer = so57("report", *OCTOBER, "--out", tmp_path / place, "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert "là một tệp, không phải thư mục. Hãy chọn thư mục khác." in answer.err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that nobody can write, as Linux has it")
def test_out_where_nobody_can_write_is_one_sentence(so57: Call, store: Path) -> None:
    for command in (["report", *OCTOBER, "--out", "/proc/ra"], ["backup", "--to", "/proc/self"]):
        answer = so57(*command, "--store", store)
        assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
        assert "ghi được" in answer.err
        assert "/proc/" in answer.err
        assert "Hãy kiểm tra thư mục và ổ đĩa" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a POSIX system")
@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
@pytest.mark.parametrize("limit", [0, 20, 5_000])
def test_full_disk_leaves_the_old_file_whole(
    tmp_home: Path, store: Path, tmp_path: Path, form: str, limit: int
) -> None:
    out = tmp_path / "ra"
    out.mkdir()
    (out / f"{STEM}.{form}").write_text("bản cũ", encoding="utf-8")
    call = [str(limit), "report", *OCTOBER, "--format", form, "--existing", "replace"]
    call += ["--out", str(out), "--store", str(store)]
    command = [sys.executable, "-X", "utf8", "-c", WITH_LIMIT, *call]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (COULD_NOT, "", 1)
    assert "đã đầy" in done.stderr
    assert [path.read_text(encoding="utf-8") for path in out.iterdir()] == ["bản cũ"]


def test_issue_keeps_the_exact_files_and_locks(so57: Call, store: Path, tmp_path: Path) -> None:
    answer = so57("issue", *OCTOBER, *SIGNED, "--out", tmp_path / "gửi đi", "--store", store)
    assert answer.code == DONE
    assert answer.out.splitlines()[0] == "Đã phát hành báo cáo tháng 10/2026 số 215; kỳ đã khóa, 3 tệp được giữ."
    with Store.open(store, write=False) as opened:
        (issue,) = issues(opened)
        assert {file_state(opened, file) for file in issue.files} == {FileState.UNCHANGED}
    assert (issue.number, issue.signer, str(issue.date)) == ("215", "Lò Văn A", "2026-11-04")
    sent = {path.name: sha256(path) for path in (tmp_path / "gửi đi").iterdir()}
    assert sent == {file.name: file.kept.sha256 for file in issue.files}
    assert "đã phát hành" in so57("issue", *OCTOBER, *SIGNED, "--store", store).err


def test_issue_after_reopening_keeps_both(so57: Call, store: Path) -> None:
    so57("issue", *OCTOBER, *SIGNED, "--store", store)
    so57("reopen", *OCTOBER, "--why", "sai số", "--store", store)
    again = ("--number", "220", "--date", "2026-11-06", "--signer", "Lò Văn A", "--why", "thử")
    assert so57("issue", *OCTOBER, *again, "--store", store).code == DONE
    with Store.open(store, write=False) as opened:
        assert [issue.number for issue in issues(opened)] == ["220", "215"]
    assert so57("check", "--store", store).out == "Sổ nguyên vẹn.\n"


@pytest.mark.parametrize(
    ("signed", "sentence"),
    [
        ({"--date": "30/10/2026"}, "Ngày ký 30/10/2026 đứng trước ngày chốt số liệu 31/10/2026."),
        ({"--date": "04/11/2062"}, "Ngày ký 04/11/2062 đứng sau ngày chốt số liệu 31/10/2026 hơn một năm."),
        ({"--number": " "}, "Phát hành báo cáo cần đủ số, ngày và người ký."),
        ({"--signer": ""}, "Phát hành báo cáo cần đủ số, ngày và người ký."),
    ],
)
def test_issue_that_cannot_be_leaves_nothing(so57: Call, store: Path, signed: dict[str, str], sentence: str) -> None:
    before = store.read_bytes()
    options = {"--number": "215", "--date": "04/11/2026", "--signer": "Lò Văn A"} | signed
    answer = so57("issue", *OCTOBER, *(word for pair in options.items() for word in pair), "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert answer.err.startswith(sentence)
    assert store.read_bytes() == before
    assert not archive.files_folder(store).exists()


def test_issue_stands_though_its_copies_cannot_be_written(so57: Call, store: Path, tmp_path: Path) -> None:
    (tmp_path / "tệp.txt").write_text("x", encoding="utf-8")
    answer = so57("issue", *OCTOBER, *SIGNED, "--out", tmp_path / "tệp.txt", "--store", store)
    assert answer.code == COULD_NOT
    assert answer.out.startswith("Đã phát hành báo cáo tháng 10/2026 số 215")
    assert answer.err.startswith("Báo cáo đã phát hành, nhưng chưa ghi được bản để gửi. ")
    assert so57("check", "--store", store).code == DONE


def test_future_day_of_signing_needs_a_reason(so57: Call, store: Path) -> None:
    own = ("--period", "2099-10", "--store", store)
    signed = ("issue", "--number", "9", "--date", "04/11/2099", "--signer", "Lò Văn A", *own)
    words = store.with_name("lời.txt")
    words.write_text("UBND xã đã chỉ đạo.", encoding="utf-8")
    for section in ("I", "III", "V"):
        so57("write", "--section", section, words, *own)
    answer = so57(*signed)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "Kỳ báo cáo đến ngày 31/10/2099 mới chốt số liệu" in answer.err
    assert "Ngày ký 04/11/2099 còn ở sau hôm nay" in answer.err
    assert so57(*signed, "--why", "đồng hồ máy sai").code == DONE


def test_a_copy_of_an_issued_report_bears_its_number(so57: Call, store: Path, tmp_path: Path) -> None:
    own = ("--store", store)
    so57("issue", *OCTOBER, *SIGNED, *own)
    answer = so57("report", *OCTOBER, "--out", tmp_path, "--format", "docx", *own)
    assert "Báo cáo tháng 10/2026 đã phát hành số 215" in answer.out
    assert "Tệp đã gửi: so57 issued." in answer.out
    first = docx_text(tmp_path / f"{STEM}.docx")
    assert "215/BC-UBND" in first
    assert "Lò Văn A" in first
    so57("report", *OCTOBER, "--draft", "--out", tmp_path, "--format", "docx", *own)
    assert "215/BC-UBND" not in docx_text(tmp_path / f"{STEM}_du-thao.docx")
    frame = so57("frame", "2026-10", *own).out
    assert "Số: 215/BC-UBND" in frame
    assert "ngày 04 tháng 11 năm 2026" in frame
    assert "  Lò Văn A" in frame


def docx_text(path: Path) -> str:
    with ZipFile(path) as parts:
        return re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())


def test_files_that_stand_there_are_kept(so57: Call, store: Path, tmp_path: Path) -> None:
    for command in (("report", *OCTOBER), ("issue", *OCTOBER, *SIGNED)):
        folder = tmp_path / command[0]
        folder.mkdir()
        (folder / f"{STEM}.docx").write_text("đã sửa tay", encoding="utf-8")
        answer = so57(*command, "--out", folder, "--store", store)
        assert f"Đã ghi “{folder / STEM} (2).pdf”." in answer.out
        assert (folder / f"{STEM}.docx").read_text(encoding="utf-8") == "đã sửa tay"


def test_sample_needs_no_store(so57: Call, tmp_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "minh họa"
    assert so57("sample", "--out", out).out.splitlines() == [
        f"Đã ghi “{out / STEM}.{form}”." for form in ("docx", "pdf", "xlsx")
    ]
    assert list(tmp_home.rglob("*.so57")) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(("--plan", "khác"), "Kế hoạch “khác” không có số liệu minh họa."), (("--period", "x"), "Không hiểu kỳ báo cáo")],
)
def test_sample_that_does_not_exist(so57: Call, tmp_path: Path, arguments: tuple[str, str], sentence: str) -> None:
    answer = so57("sample", "--out", tmp_path / "ra", *arguments)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith(sentence)
    assert not (tmp_path / "ra").exists()


Sheet = Callable[..., Path]


def test_recorded_figure_stands_in_the_file(so57: Call, store: Path, sheet: Sheet, tmp_path: Path) -> None:
    import openpyxl

    so57("record", *OCTOBER, sheet("key,value", "ct-V.4,84.9"), "--store", store)
    so57("report", *OCTOBER, "--out", tmp_path, "--format", "xlsx", "--store", store)
    book = openpyxl.load_workbook(tmp_path / f"{STEM}.xlsx")
    cells = [cell.value for row in book["Phụ lục I"].iter_rows() for cell in row]
    assert 84.9 in cells
