"""Evidence at the desk: what is taken and what is refused, kept, counted, named, taken away and copied out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.desk import Desk
from models.errors import BadFile, NotFound
from models.evidence import Pasted, add, copy_to, counts, describe, lay_by, of_row, remove
from models.evidence_files import MOST_BYTES, check_size, media_of, pasted_name, renamed, safe_name, size_words
from models.store import change_rows
from models.store.archive import files_folder, place
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import AT, WHO, small_plan

PDF = b"%PDF-1.7 mot trang"
BY: dict[str, Any] = {"who": WHO, "at": AT}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", small_plan(), **BY) as store:
        yield Desk(store)


def give(desk: Desk, key: str, *contents: bytes, month: str = "2026-10") -> tuple[str, ...]:
    sources = [Pasted(f"tệp {number}.pdf", content) for number, content in enumerate(contents, start=1)]
    laid, refused = lay_by(files_folder(desk.store.path), sources)
    assert not refused
    return add(desk, desk.period(month), key, laid, **BY).refused


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.PDF", b"\xef\xbb\xbf%PDF-1.4", "application/pdf"),
        ("ảnh.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("ảnh.heic", b"\0\0\0\x18ftypheic", "image/heic"),
        ("biên bản.docx", b"PK\x03\x04...", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("ghi.txt", b"Ho va ten", "text/plain"),
    ],
)
def test_what_proves_something_is_taken(name: str, content: bytes, media: str) -> None:
    assert media_of(name, content) == media


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("cài đặt.exe", b"MZ\x90", "không phải loại tệp nhận làm minh chứng"),
        ("lối tắt.lnk", b"L\0\0\0", "không phải loại tệp nhận làm minh chứng"),
        ("không đuôi", PDF, "không phải loại tệp nhận làm minh chứng"),
        ("hồ sơ.zip", b"PK\x03\x04", "giải nén"),
        ("quyết định.pdf", b"MZ\x90\0 %PDF", "không đúng là tệp PDF"),
        ("ảnh.png", PDF, "không đúng là tệp PNG"),
        ("chạy.txt", b"#!/bin/sh", "không đúng là tệp TXT"),
        ("rỗng.pdf", b"", "tệp rỗng"),
        ("to.pdf", b"%PDF" + bytes(MOST_BYTES), "quá mức 20 MB"),
    ],
)
def test_what_is_hostile_unknown_empty_or_too_large_is_refused(name: str, content: bytes, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        media_of(name, content)


def test_a_name_is_safe_on_every_system() -> None:
    assert safe_name("12/QĐ: “bản ký”.pdf") == "12-QĐ- “bản ký”.pdf"
    assert safe_name("ba\u0309n\u202efdp.pdf") == "bảnfdp.pdf"
    assert safe_name("CON.txt") == "_CON.txt"
    assert safe_name(" .. ") == "tệp"
    assert len(safe_name("d" * 400 + ".pdf")) == 120


def test_a_new_name_keeps_its_end() -> None:
    assert renamed("quét1.pdf", "Quyết định 12") == "Quyết định 12.pdf"
    assert renamed("quét1.pdf", "QĐ.PDF") == "QĐ.pdf"
    with pytest.raises(BadFile, match="đang trống"):
        renamed("quét1.pdf", " .pdf")


def test_sizes_and_days_read_as_officers_write_them() -> None:
    assert [size_words(size) for size in (10, 340 * 1024, 3 << 19, 2 << 20)] == ["1 KB", "340 KB", "1,5 MB", "2 MB"]
    assert pasted_name(date(2026, 11, 1)) == "ảnh dán 01-11-2026.png"
    check_size("vừa.pdf", MOST_BYTES)


def test_files_of_the_disk_are_kept_and_those_that_cannot_be_are_named(tmp_path: Path) -> None:
    good, film = tmp_path / "qđ.pdf", tmp_path / "phim.mp4"
    good.write_bytes(PDF)
    with film.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    laid, refused = lay_by(tmp_path / "kho", [good, film, tmp_path])
    assert [one.name for one in laid] == ["qđ.pdf"]
    assert place(tmp_path / "kho", laid[0].kept.sha256).read_bytes() == PDF
    assert "quá mức" in refused[0]
    assert "không phải là một tệp" in refused[1]


def test_several_files_are_one_change_and_the_same_one_is_told(desk: Desk) -> None:
    assert give(desk, "ct-5g", PDF, PDF + b"2") == ()
    assert change_rows.recent(desk.store)[0].label == "thêm 2 minh chứng cho 1"
    (told,) = give(desk, "ct-5g", PDF)
    assert told == "“tệp 1.pdf” đã là minh chứng của 1 trong kỳ này nên không thêm lần nữa."
    undo(desk.store, **BY)
    assert counts(desk, desk.period("2026-10")) == {}


def test_a_file_is_taken_away_and_comes_back(desk: Desk) -> None:
    give(desk, "nv-kh", PDF)
    (own,) = of_row(desk, "nv-kh", desk.period("2026-10"))
    remove(desk, own.id, **BY)
    assert change_rows.recent(desk.store)[0].label == "bỏ minh chứng “tệp 1.pdf” của 1"
    with pytest.raises(NotFound, match="không còn trong sổ"):
        remove(desk, own.id, **BY)
    undo(desk.store, **BY)
    assert of_row(desk, "nv-kh", desk.period("2026-10")) == (own,)


def test_a_name_or_a_note_is_one_named_change(desk: Desk) -> None:
    give(desk, "ct-5g", PDF)
    (own,) = of_row(desk, "ct-5g", desk.period("2026-10"))
    describe(desk, own.id, "tệp 1", "trang 3", **BY)
    assert change_rows.recent(desk.store)[0].label == "ghi chú minh chứng “tệp 1.pdf” của 1"
    describe(desk, own.id, "Quyết định", "trang 3", **BY)
    assert change_rows.recent(desk.store)[0].label == "đổi tên minh chứng “tệp 1.pdf” của 1"
    (now,) = of_row(desk, "ct-5g", desk.period("2026-10"))
    assert (now.name, now.note) == ("Quyết định.pdf", "trang 3")


def test_what_was_done_within_a_longer_period_is_proved_by_its_months_a_state_is_not(desk: Desk) -> None:
    for key in ("ct-5g", "ct-bai", "nv-kh"):
        give(desk, key, PDF, month="2026-10")
    october, november = desk.period("2026-10"), desk.period("2026-11")
    assert counts(desk, october) == {"ct-5g": 1, "ct-bai": 1, "nv-kh": 1}
    assert counts(desk, november) == {}
    longer = replace(october, start=date(2026, 7, 1), closing=date(2026, 12, 31))
    assert counts(desk, longer) == {"ct-bai": 1, "nv-kh": 1}
    assert len(of_row(desk, "ct-bai", longer)) == 1
    assert of_row(desk, "ct-5g", longer) == ()


def test_a_copy_to_open_is_verified_and_made_anew_where_it_was_changed(desk: Desk, tmp_path: Path) -> None:
    give(desk, "ct-5g", PDF)
    (own,) = of_row(desk, "ct-5g", desk.period("2026-10"))
    files = files_folder(desk.store.path)
    copy = copy_to(files, own, tmp_path / "mở")
    assert copy.name == "tệp 1.pdf"
    copy.write_bytes(b"hong")
    assert copy_to(files, own, tmp_path / "mở").read_bytes() == PDF
    place(files, own.kept.sha256).unlink()
    assert copy_to(files, own, tmp_path / "mở").read_bytes() == PDF  # the copy that is there is whole
    copy.unlink()
    with pytest.raises(NotFound, match="sao lưu"):
        copy_to(files, own, tmp_path / "mở")
