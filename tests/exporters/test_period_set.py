"""The whole set of a period: one folder or zip, moved into place in one step, nothing left of a broken one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from exporters.document import Document
from exporters.named_files import NamedFile
from exporters.period_set import PACKING, Job, SetCancelled, ascii_name, write_set
from exporters.report import report_document
from models.errors import FolderError
from tests.exporters.small_reports import report_of
from tests.models.store.test_disk import room_for

STEM = "thuan-chau_bao-cao-thang_2026-10"


@pytest.fixture(scope="module")
def form() -> Document:
    """Lay out a small report."""
    return report_document(report_of())


def jobs(form: Document) -> list[Job]:
    return [("Báo cáo", form), ("", NamedFile("doc.txt", "txt", b"1")), ("Mẫu đơn vị", replace(form, stem="mau"))]


def test_a_folder_holds_each_job_in_its_own(form: Document, tmp_path: Path) -> None:
    written = write_set(jobs(form), tmp_path / "mới" / "bo", formats=("docx", "pdf"))
    assert written.path == tmp_path / "mới" / "bo"
    assert written.files == (
        f"bao-cao/{STEM}.docx",
        f"bao-cao/{STEM}.pdf",
        "doc.txt",
        "mau-don-vi/mau.docx",
        "mau-don-vi/mau.pdf",
    )
    assert (written.path / "doc.txt").read_bytes() == b"1"
    assert [path.name for path in (tmp_path / "mới").iterdir()] == ["bo"]


def test_a_zip_is_the_same_bytes_for_the_same_jobs(form: Document, tmp_path: Path) -> None:
    first = write_set(jobs(form), tmp_path / "a", formats=("pdf",), as_zip=True)
    again = write_set(jobs(form), tmp_path / "b", formats=("pdf",), as_zip=True)
    assert first.path.name == "a.zip"
    assert first.path.read_bytes() == again.path.read_bytes()
    with ZipFile(first.path) as package:
        assert (package.testzip(), tuple(package.namelist())) == (None, first.files)
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_two_of_one_name_are_both_there(form: Document, tmp_path: Path) -> None:
    twice: list[Job] = [("", form), ("", form), *[("", NamedFile("a.txt", "txt", b"x"))] * 2]
    written = write_set(twice, tmp_path / "bo", formats=("pdf",))
    assert written.files == ("a (2).txt", "a.txt", f"{STEM} (2).pdf", f"{STEM}.pdf")


def test_progress_tells_what_is_written_and_that_it_is_done(form: Document, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def tell(done: int, total: int, words: str) -> None:
        told.append((done, total, words))

    write_set(jobs(form)[:2], tmp_path / "bo", formats=("pdf",), as_zip=True, progress=tell)
    assert told == [(0, 3, f"{STEM}.pdf"), (1, 3, "doc.txt"), (2, 3, PACKING), (3, 3, str(tmp_path / "bo.zip"))]


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_set_that_is_there_is_refused_or_numbered_never_touched(form: Document, tmp_path: Path, as_zip: bool) -> None:
    first = write_set(jobs(form), tmp_path / "bo", formats=("pdf",), as_zip=as_zip)
    before = first.path.stat().st_mtime_ns
    with pytest.raises(FolderError, match=f"đã có {first.path.name} nên chưa ghi gì"):
        write_set(jobs(form), tmp_path / "bo", formats=("pdf",), as_zip=as_zip)
    second = write_set(jobs(form), tmp_path / "bo", formats=("pdf",), as_zip=as_zip, existing="number")
    assert (second.path.stem, first.path.stat().st_mtime_ns) == ("bo (2)", before)
    assert len(list(tmp_path.iterdir())) == 2


def after(calls: int) -> Callable[[], bool]:
    left = iter([False] * calls)
    return lambda: next(left, True)


@pytest.mark.parametrize(("as_zip", "calls"), [(False, 0), (False, 1), (False, 2), (True, 2)])
def test_cancelling_at_any_moment_leaves_nothing(form: Document, tmp_path: Path, as_zip: bool, calls: int) -> None:
    with pytest.raises(SetCancelled, match="Đã dừng theo yêu cầu"):
        write_set(jobs(form)[:2], tmp_path / "bo", formats=("pdf",), as_zip=as_zip, cancelled=after(calls))
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_nothing(form: Document, tmp_path: Path) -> None:
    def interrupt(done: int, total: int, words: str) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_set(jobs(form), tmp_path / "bo", formats=("pdf",), progress=interrupt)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
@pytest.mark.parametrize("as_zip", [False, True])
def test_a_full_disk_leaves_nothing(tmp_path: Path, as_zip: bool) -> None:
    many: list[Job] = [("", NamedFile(f"{n}.txt", "txt", bytes(range(200)) * 10)) for n in range(3)]
    with room_for(1500), pytest.raises(FolderError, match="ổ đĩa đã đầy"):
        write_set(many, tmp_path / "bo", as_zip=as_zip)
    assert list(tmp_path.iterdir()) == []


def test_a_place_within_a_file_is_named(form: Document, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"x")
    with pytest.raises(FolderError, match="không phải thư mục"):
        write_set(jobs(form), tmp_path / "tệp" / "bo")


def test_names_of_folders_are_ascii() -> None:
    assert ascii_name("Đảng ủy, UBND xã (2026)") == "dang-uy-ubnd-xa-2026"
    assert ascii_name("ă" * 90) == "a" * 60
