"""Check where the store stands: the user's data folder, or a folder `data` beside a portable program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import paths

ROOT = Path(__file__).resolve().parents[2]
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME")


def so57(program: Path, home: Path, *arguments: str) -> str:
    """Run the program that stands in a folder, with a home of its own; return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name not in _HOMES and name != "PYTHONPATH"}
    environment |= {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "Local")}
    command = [sys.executable, "-X", "utf8", "-m", "desktop.cli", *arguments]
    done = subprocess.run(command, cwd=program, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "Nhà của Lò Thị Hường %57"
    folder.mkdir()
    return folder


@pytest.fixture
def copied_program(tmp_path: Path) -> Path:
    """Copy the program's source to another folder, as an office carries it on a stick."""
    program = tmp_path / "USB của xã" / "So57"
    ignored = shutil.ignore_patterns("__pycache__", "*.ttf")
    for folder in ("desktop", "importers", "models", "resources"):
        shutil.copytree(ROOT / folder, program / folder, ignore=ignored)
    shutil.copyfile(ROOT / "pyproject.toml", program / "pyproject.toml")
    return program


def stores(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.so57")]


def test_store_stands_in_the_home_whatever_its_name(home: Path) -> None:
    assert f"“{home}" in so57(ROOT, home, "new", "--plan", "thuan-chau")
    assert so57(ROOT, home, "check") == "Sổ nguyên vẹn.\n"
    (store,) = stores(home)
    assert Path(store).name == paths.STORE_NAME
    assert Path(store).parent.name == paths.APP_FOLDER


def test_folder_data_beside_the_program_makes_it_portable(copied_program: Path, home: Path) -> None:
    (copied_program / "data").mkdir()
    so57(copied_program, home, "new", "--plan", "thuan-chau")
    assert so57(copied_program, home, "check") == "Sổ nguyên vẹn.\n"
    assert stores(copied_program) == ["data/so.so57"]
    assert list(home.iterdir()) == []


def test_without_that_folder_the_home_is_used(copied_program: Path, home: Path) -> None:
    so57(copied_program, home, "new", "--plan", "thuan-chau")
    assert (len(stores(home)), stores(copied_program)) == (1, [])


def test_library_folder_with_a_foreign_data_folder_is_not_portable(copied_program: Path, home: Path) -> None:
    (copied_program / "pyproject.toml").unlink()
    (copied_program / "data").mkdir()
    so57(copied_program, home, "new", "--plan", "thuan-chau")
    assert (len(stores(home)), stores(copied_program)) == (1, [])


def test_frozen_program_looks_beside_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "so57.exe"))
    assert paths.default_store() == tmp_path.resolve() / "data" / "so.so57"
    assert paths.log_file() == tmp_path.resolve() / "data" / "nhat-ky.log"


def test_asking_where_the_store_stands_makes_no_folder(tmp_home: Path) -> None:
    before = sorted(tmp_home.rglob("*"))
    assert tmp_home in paths.default_store().parents
    assert sorted(tmp_home.rglob("*")) == before
