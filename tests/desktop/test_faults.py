"""Check that a fault of the program is written to a log wherever one can be, and stays quiet where none can."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from desktop import faults, paths
from desktop.version import __version__


def fail(words: str = "không ngờ") -> Path | None:
    try:
        raise LookupError(words)
    except LookupError:
        return faults.log_fault()


def test_log_holds_version_trace_and_words(tmp_home: Path) -> None:
    place = fail()
    assert place == paths.log_file()
    text = place.read_text(encoding="utf-8")
    assert f"Sổ 57 {__version__}, Python 3." in text
    assert "Traceback" in text
    assert text.rstrip().endswith("LookupError: không ngờ")


def test_later_faults_are_added(tmp_home: Path) -> None:
    first, second = fail("một"), fail("hai")
    assert first == second == paths.log_file()
    text = paths.log_file().read_text(encoding="utf-8")
    assert text.index("LookupError: một") < text.index("LookupError: hai")


def test_log_is_turned_before_it_grows_large(tmp_home: Path) -> None:
    for _ in range(4):
        fail("x" * (faults.LARGEST_LOG // 2))
    logs = sorted(paths.data_folder().glob("nhat-ky.log*"))
    assert len(logs) == 2
    assert all(log.stat().st_size <= faults.LARGEST_LOG * 1.1 for log in logs)


def test_error_that_nobody_handles_is_given(tmp_home: Path) -> None:
    place = faults.log_fault(ValueError("lúc dọn dẹp"))
    assert place is not None
    assert "ValueError: lúc dọn dẹp" in place.read_text(encoding="utf-8")


def test_log_goes_to_the_temporary_folder_where_the_home_cannot_hold_it(
    tmp_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.data_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.data_folder().write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert fail() == tmp_path / "nhat-ky.log"


def test_nothing_is_claimed_where_no_log_can_be(
    tmp_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.data_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.data_folder().write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(paths.data_folder()))
    assert fail() is None
