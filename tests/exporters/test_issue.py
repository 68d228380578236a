"""Files out are whole or not there, and say why."""

from __future__ import annotations

import gc
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from exporters.issue import FORMATS, check_formats, write_bytes, write_copies, write_files
from exporters.report import report_document
from models.errors import AppError, FolderError
from tests.exporters.small_reports import report_of
from tests.models.store.test_disk import room_for


def test_each_format_is_written_and_its_hash_told(tmp_path: Path) -> None:
    files = write_files(report_document(report_of()), tmp_path / "mới" / "tháng 10", ("pdf", "docx"))
    assert [file.path.name for file in files] == [
        "thuan-chau_bao-cao-thang_2026-10.pdf",
        "thuan-chau_bao-cao-thang_2026-10.docx",
    ]
    assert [hashlib.sha256(file.path.read_bytes()).hexdigest() for file in files] == [file.sha256 for file in files]
    assert len(list((tmp_path / "mới" / "tháng 10").iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
def test_a_failure_leaves_the_old_files_and_no_trace(tmp_path: Path) -> None:
    document = report_document(report_of())
    older = [tmp_path / f"{document.stem}.{fmt}" for fmt in FORMATS]
    for file in older:
        file.write_bytes(b"old")
    with room_for(4096), pytest.raises(FolderError, match="ổ đĩa đã đầy"):
        write_files(document, tmp_path)
    assert [file.read_bytes() for file in older] == [b"old"] * len(FORMATS)
    assert sorted(tmp_path.iterdir()) == sorted(older)


def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from exporters.issue import write_files; from exporters.report import report_document;"
        "from models.errors import FolderError; from tests.exporters.small_reports import report_of;"
        f"folder = Path({str(tmp_path)!r})\n"
        "try:\n    write_files(report_document(report_of()), folder)\n"
        "except FolderError as error:\n    print(error.sentence)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Không ghi được “")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # lxml repeats itself when thrown away
@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("room", [1024, 4096])
def test_each_writer_tells_of_a_full_disk_and_leaves_nothing(tmp_path: Path, fmt: str, room: int) -> None:
    document = report_document(report_of())
    write_files(document, tmp_path / "đủ chỗ", (fmt,))
    with room_for(room), pytest.raises(FolderError, match="ổ đĩa đã đầy"):
        write_files(document, tmp_path / "đầy", (fmt,))
    gc.collect()
    assert list((tmp_path / "đầy").iterdir()) == []


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(FolderError, match="là một tệp, không phải thư mục"):
        write_files(report_document(report_of()), tmp_path / "tệp", ("pdf",))


@pytest.mark.parametrize(
    ("place", "what_to_do"), [("/proc/so57", "kiểm tra thư mục và ổ đĩa"), ("/sys/so57", "kiểm tra|chọn thư mục khác")]
)
def test_a_folder_that_cannot_be_made_is_named(place: str, what_to_do: str) -> None:
    with pytest.raises(FolderError, match=f"Không ghi được .*Hãy .*({what_to_do})"):
        write_files(report_document(report_of()), Path(place), ("pdf",))


def test_formats_are_read_in_the_order_given_once_each() -> None:
    assert check_formats(" PDF, docx,pdf ") == ("pdf", "docx")
    with pytest.raises(AppError, match="Không có định dạng “odt”"):
        check_formats("docx,odt")
    with pytest.raises(AppError, match="Hãy chọn trong"):
        check_formats(" , ")


def test_a_name_that_is_taken_is_numbered_for_all_formats_alike(tmp_path: Path) -> None:
    document = report_document(report_of())
    (tmp_path / f"{document.stem}.pdf").write_bytes(b"old")
    files = write_files(document, tmp_path, ("docx", "pdf"), existing="number")
    assert [file.path.name for file in files] == [f"{document.stem} (2).docx", f"{document.stem} (2).pdf"]
    assert (tmp_path / f"{document.stem}.pdf").read_bytes() == b"old"


def test_a_name_that_is_taken_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    document = report_document(report_of())
    (tmp_path / f"{document.stem}.pdf").write_bytes(b"old")
    with pytest.raises(FolderError, match=f"đã có {document.stem}.pdf nên chưa ghi gì"):
        write_files(document, tmp_path, existing="refuse")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_file_open_in_libreoffice_stays_until_it_is_closed_or_another_name_is_taken(tmp_path: Path) -> None:
    document = report_document(report_of())
    lock = tmp_path / f".~lock.{document.stem}.xlsx#"
    (tmp_path / f"{document.stem}.xlsx").write_bytes(b"old")
    lock.write_text("An,an,may-xa,03.11.2026 08:00,file:///x;", encoding="utf-8")
    with pytest.raises(FolderError, match=r"đang mở trong LibreOffice \(người mở: An\)"):
        write_files(document, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [lock.name, f"{document.stem}.xlsx"]
    assert len(write_files(document, tmp_path, existing="number")) == len(FORMATS)
    lock.unlink()
    write_files(document, tmp_path, ("xlsx",))
    assert (tmp_path / f"{document.stem}.xlsx").read_bytes() != b"old"


def test_a_whole_content_is_written_as_safely(tmp_path: Path) -> None:
    assert write_bytes(tmp_path / "ra", "thu.eml", b"1") == tmp_path / "ra" / "thu.eml"
    assert write_bytes(tmp_path / "ra", "thu.eml", b"2").read_bytes() == b"2"
    assert write_bytes(tmp_path / "ra", "thu.eml", b"3", existing="number").name == "thu (2).eml"
    with pytest.raises(FolderError, match=r"đã có thu\.eml"):
        write_bytes(tmp_path / "ra", "thu.eml", b"4", existing="refuse")
    assert len(list((tmp_path / "ra").iterdir())) == 2


def test_copies_of_one_stem_are_numbered_alike_and_none_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"cua can bo")
    files = {"a.docx": b"1", "a.pdf": b"2", "b.pdf": b"3"}
    made = [path.name for path in write_copies(tmp_path, files)]
    assert made == ["a (2).docx", "a (2).pdf", "b.pdf"]
    assert (tmp_path / "a.docx").read_bytes() == b"cua can bo"
    assert [path.name for path in write_copies(tmp_path, {"a.docx": b"1"}, existing="replace")] == ["a.docx"]
    with pytest.raises(FolderError, match=r"đã có a\.docx"):
        next(write_copies(tmp_path, files, existing="refuse"))
