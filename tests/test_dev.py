"""Check the parts of dev.py that decide something."""

import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def empty_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point dev.py at an empty folder."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "installed.txt")
    return tmp_path


def make_environment(repo: Path, version: str) -> None:
    """Lay out the few files by which dev.py knows an environment."""
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().touch()
    (repo / ".venv" / "pyvenv.cfg").write_text(f"home = somewhere\nversion = {version}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("older", "newer"), [("6.12", "6.13"), ("3.1.4", "3.1.5"), ("9.9", "10"), ("2026.6", "2026.10")]
)
def test_versions_compare_as_numbers(older: str, newer: str) -> None:
    assert dev.version_numbers(older) < dev.version_numbers(newer)
    assert dev.version_numbers(f"{newer}.0") == dev.version_numbers(newer)


def test_lock_that_meets_the_bounds_has_no_problem(empty_repo: Path) -> None:
    (empty_repo / "a.lock").write_text("pyside6-essentials==6.12.0 \\\n    --hash=sha256:0\n", encoding="utf-8")
    assert list(dev.lock_problems("a.lock", ["PySide6-Essentials>=6.12"])) == []


def test_lock_that_is_too_old_or_names_a_host_is_found(empty_repo: Path) -> None:
    (empty_repo / "a.lock").write_text("--index-url x\nclick==8.4 \\\n", encoding="utf-8")
    problems = list(dev.lock_problems("a.lock", ["click>=8.5", "filelock>=4.2"]))
    assert [problem.split(";")[0] for problem in problems] == [
        "a.lock: names a host",
        "a.lock: pins click at 8.4, pyproject.toml asks for click>=8.5",
        "a.lock: pins filelock at None, pyproject.toml asks for filelock>=4.2",
    ]


def test_environment_is_current_only_for_the_same_lock_and_python(empty_repo: Path) -> None:
    (empty_repo / "a.lock").write_text("click==8.5\n", encoding="utf-8")
    assert not dev.is_current("a.lock")
    make_environment(empty_repo, "3.11.7")
    dev.STAMP.write_text(dev.fingerprint("a.lock") + "\n", encoding="utf-8")
    assert dev.is_current("a.lock")
    (empty_repo / "a.lock").write_text("click==8.6\n", encoding="utf-8")
    assert not dev.is_current("a.lock")


def test_unknown_command_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["no-such-command"]) == 2
    assert "proofread PLAN [TEXT]" in capsys.readouterr().out


def test_every_command_is_explained() -> None:
    assert dev.__doc__ is not None
    assert all(f"\n  {name}" in dev.__doc__ for name in dev.COMMANDS)


@pytest.mark.skipif(sys.platform != "linux", reason="Windows always has a screen")
def test_screen_is_known_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_screen()


def test_run_refuses_unknown_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["run", "--nonsense"]) == 1
    assert "Cách dùng" in capsys.readouterr().err


def test_a_closing_line_is_held_back(empty_repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = "print('đầu'); print('giữa'); print('cuối'); raise SystemExit(3)"
    assert dev.call_but_closing_line(sys.executable, "-c", code) == (3, "cuối\n")
    assert capsys.readouterr().out == "đầu\ngiữa\n"
