"""Names that are taken: replaced, numbered together, or refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.taken_names import check_existing, stem_for
from models.errors import AppError, FolderError

SUFFIXES = (".docx", ".pdf", ".xlsx", ".eml", ".zip")


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(b"cu")


def test_a_free_name_stays(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.pdf")
    assert [stem_for(tmp_path, "a", SUFFIXES, how) for how in ("replace", "number", "refuse")] == ["a"] * 3


def test_files_that_belong_together_get_one_number(tmp_path: Path) -> None:
    fill(tmp_path, "a.pdf", "a (2).docx", "a (4).pdf")
    assert stem_for(tmp_path, "a", SUFFIXES, "number") == "a (3)"
    assert stem_for(tmp_path, "a", SUFFIXES, "replace") == "a"


def test_refused_names_are_told_of_many_only_the_first(tmp_path: Path) -> None:
    fill(tmp_path, "a.pdf")
    with pytest.raises(FolderError, match=r"đã có a\.pdf nên chưa ghi gì\. Hãy chọn"):
        stem_for(tmp_path, "a", SUFFIXES, "refuse")
    fill(tmp_path, "a.docx", "a.xlsx", "a.eml")
    with pytest.raises(FolderError, match=r"đã có a\.docx, a\.pdf, a\.xlsx và 1 tệp khác nên"):
        stem_for(tmp_path, "a", SUFFIXES, "refuse")


def test_the_way_is_read_or_refused_with_the_choices() -> None:
    assert check_existing(" Number ") == "number"
    with pytest.raises(
        AppError, match=r"Hãy chọn: replace \(ghi đè\), number \(đánh số tên mới\), refuse \(không ghi\)"
    ):
        check_existing("x")
    with pytest.raises(AppError, match=r"Hãy chọn: number \(đánh số tên mới\), refuse"):
        check_existing("replace", ("number", "refuse"))
