"""Check that the accessor finds the data, frozen or not."""

import sys
from pathlib import Path

import pytest

import resources


def test_names_are_sorted_and_can_be_read() -> None:
    found = resources.names("fonts", ".ttf")
    assert len(found) == 4
    assert found == sorted(found)
    assert all(resources.path(name).is_file() for name in found)


def test_text_and_json_are_read_as_utf8() -> None:
    assert "SIL OPEN FONT LICENSE" in resources.read_text("fonts/OFL.txt")
    assert "2026-01-01" in resources.read_json("holidays.json")["days"]


def test_missing_folder_has_no_names() -> None:
    assert resources.names("no-such-folder") == []


def test_frozen_program_reads_from_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "note.txt").write_text("Sổ 57", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.read_text("note.txt") == "Sổ 57"
