#!/usr/bin/env python3
"""Run the development tasks of Sổ 57. Needs Python 3.11 or later, nothing else.

python3 dev.py COMMAND

  run [--out DIR]        start the app; without a screen, write the sample files into DIR (default: out)
  test [PYTEST ARGS]     run the tests (neither system tests nor benchmarks unless asked for)
  check                  format, lint, types, layers, lock files, paths, tests, coverage
  system                 the tests that need LibreOffice, Poppler, Xvfb and a mail program
  bench                  measure the budgets
  shots                  take a picture of every page
  build                  make the program for this system
  proofread PLAN [TEXT]  compare a plan file with its printed text
  lock [--upgrade]       write the lock files anew
  clean [--all]          remove what was made; with --all the environment too
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
RUN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
TYPED = ("desktop", "ui", "importers", "exporters", "models", "resources", "tests", "installer", "dev.py")
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
EVERYDAY_TESTS = ("-m", "not system and not bench")

# What Qt loads on Linux, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as command; command()"
CACHES = (".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis", "htmlcov")
MADE = ("out", "build", "dist", ".coverage", "so57.egg-info", *CACHES)


class TaskError(Exception):
    """Say in one sentence what went wrong and what to do."""


# --- processes ---------------------------------------------------------------------------------------------------


def call(*command: str | Path, extra: dict[str, str] | None = None) -> int:
    """Run a command in the repo, show what it prints, return its exit code."""
    sys.stdout.flush()
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=ROOT, env=environment(extra), check=False).returncode


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """Return the variables that a command runs with."""
    return {**os.environ, "PYTHONUTF8": "1", **(extra or {})}


def call_but_closing_line(*command: str | Path) -> tuple[int, str]:
    """Run a command, show what it prints except its last line; return its exit code and that line."""
    sys.stdout.flush()
    words, closing = [str(part) for part in command], ""
    variables = environment({"PYTHONUNBUFFERED": "1"})
    with subprocess.Popen(words, cwd=ROOT, env=variables, stdout=subprocess.PIPE, encoding="utf-8") as process:
        for line in process.stdout or ():
            print(closing, end="", flush=True)
            closing = line
    return process.returncode, closing


def output_of(*command: str | Path) -> str | None:
    """Run a command silently; return what it printed, or None if it failed or does not exist."""
    words = [str(part) for part in command]
    try:
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", errors="replace")
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def module(name: str, *arguments: str, extra: dict[str, str] | None = None) -> int:
    """Run a module with the Python of the environment."""
    return call(venv_python(), "-m", name, *arguments, extra=extra)


# --- Debian packages ---------------------------------------------------------------------------------------------


def is_debian() -> bool:
    """Say whether packages of the system can be installed with apt-get."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def root_prefix() -> list[str] | None:
    """Give the words that make a command run as root, or None where that asks for a password."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    return ["sudo", "-n"] if output_of("sudo", "-n", "true") is not None else None


def install_debian(packages: Sequence[str]) -> None:
    """Install Debian packages, or say which command does."""
    prefix = root_prefix() if is_debian() else None
    if prefix is None:
        raise TaskError(f"Some system packages are missing. Please run: sudo apt-get install {' '.join(packages)}")
    print(f"Installing system packages: {' '.join(packages)}")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    call(*quiet, "update")
    if call(*quiet, "install", "-y", "--no-install-recommends", *packages) != 0:
        raise TaskError(f"apt-get could not install {' '.join(packages)}. Check the line and try again.")


def is_installed(package: str) -> bool:
    """Ask Debian whether a package is installed."""
    return (output_of("dpkg-query", "-W", "-f", "${db:Status-Status}", package) or "") == "installed"


def can_load(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def ensure_qt_libraries() -> None:
    """Install what Qt needs from the system; where that is not possible, only say so and go on."""
    if sys.platform != "linux":
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not can_load(library)]
    if missing:
        try:
            install_debian(missing)
        except TaskError as problem:
            print(problem, file=sys.stderr)


def system_test_packages() -> list[str]:
    """List the packages of the system tests; LibreOffice in the flavour that is there already."""
    flavour = "" if is_installed("libreoffice-core") else "-nogui"
    office = [f"libreoffice-writer{flavour}", f"libreoffice-calc{flavour}"]
    return [*office, "fonts-liberation2", "poppler-utils", "s-nail", "xvfb", "xauth", "xdotool"]


# --- the environment ---------------------------------------------------------------------------------------------


def venv_python() -> Path:
    """Give the path of the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_version() -> str:
    """Read the Python version of the environment, "" where there is none that works."""
    settings = VENV / "pyvenv.cfg"
    if not (settings.is_file() and venv_python().exists()):
        return ""
    found = re.search(r"^version\s*=\s*(\S+)", settings.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def fingerprint(lock: str) -> str:
    """Name what is installed from a lock file by the file's content and the Python version."""
    content = (ROOT / lock).read_bytes().replace(b"\r\n", b"\n")
    return f"{lock} {venv_version()} {hashlib.sha256(content).hexdigest()}"


def is_current(lock: str) -> bool:
    """Say whether the environment holds what a lock file names."""
    return bool(venv_version()) and STAMP.is_file() and fingerprint(lock) in STAMP.read_text("utf-8").splitlines()


def make_venv() -> None:
    """Make the environment anew, without pip where this Python cannot bring it."""
    without_pip = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    if call(sys.executable, "-m", "venv", "--clear", *without_pip, VENV) != 0:
        raise TaskError(f"Python could not make the folder {VENV.name}. Is the disk full or the folder read-only?")


def pip_command() -> list[str | Path]:
    """Find a pip that can install into the environment."""
    if output_of(venv_python(), "-m", "pip", "--version") is not None:
        return [venv_python(), "-m", "pip"]
    if importlib.util.find_spec("pip") is None:
        install_debian(["python3-pip"])
    return [sys.executable, "-m", "pip", "--python", venv_python()]


def pip_install(lock: str) -> None:
    """Install a lock file's packages with their hashes checked; try twice, since lines drop."""
    options = ["-qq", "--no-input", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes"]
    for attempt in (1, 2):
        if call(*pip_command(), "install", *options, "-r", lock) == 0:
            return
        if attempt == 1:
            time.sleep(3)
    raise TaskError("The packages could not be downloaded. Check the network, then run the same command again.")


def ensure_environment(lock: str = DEV_LOCK) -> None:
    """Make the environment and install a lock file into it, unless that was done before."""
    if is_current(lock):
        return
    version = tuple(int(number) for number in re.findall(r"\d+", venv_version())[:2])
    if version < (3, 11):
        make_venv()
    STAMP.unlink(missing_ok=True)
    pip_install(lock)
    holds = [RUN_LOCK, DEV_LOCK] if lock == DEV_LOCK else [lock]
    STAMP.write_text("\n".join(fingerprint(name) for name in holds) + "\n", encoding="utf-8")


def prepare() -> None:
    """Make ready for everything that a developer runs."""
    ensure_environment()
    ensure_qt_libraries()


# --- run ---------------------------------------------------------------------------------------------------------


def has_screen() -> bool:
    """Say whether a window can be shown."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Start the app, or write its sample files where there is no screen."""
    out = ROOT / "out"
    if arguments:
        if arguments[0] != "--out" or len(arguments) != 2:
            raise TaskError("Cách dùng: python3 dev.py run [--out THƯ_MỤC]")
        out = Path(arguments[1]).resolve()
    try:
        if not is_current(RUN_LOCK):
            print("Đang chuẩn bị Sổ 57 cho lần chạy đầu, việc này cần mạng và mất một vài phút…")
        ensure_environment(RUN_LOCK)
    except TaskError as problem:
        print(f"({problem})", file=sys.stderr)
        raise TaskError("Chưa cài được Sổ 57. Hãy kiểm tra mạng và chỗ trống trên đĩa rồi chạy lại lệnh này.") from None
    if not has_screen():
        return write_samples(out)
    ensure_qt_libraries()
    return module("desktop")


def write_samples(out: Path) -> int:
    """Write the sample files and say where they are."""
    print("Máy này không có màn hình, Sổ 57 xuất các tệp mẫu thay cho việc mở cửa sổ.")
    code = module("desktop.cli", "sample", "--out", str(out))
    if code != 0:
        raise TaskError("Chưa xuất được tệp mẫu. Nguyên nhân ghi ở các dòng phía trên.")
    print(f"Các tệp mẫu nằm trong thư mục: {out}")
    for file in sorted(path for path in out.rglob("*") if path.is_file()):
        print(f"  {file.relative_to(out)}")
    return 0


# --- check -------------------------------------------------------------------------------------------------------


def python_tool(*arguments: str) -> Callable[[], int]:
    """Make a step that runs the environment's Python."""
    return lambda: call(venv_python(), *arguments)


def report(problems: Iterable[str]) -> int:
    """Print problems, return the exit code that they mean."""
    lines = list(problems)
    for line in lines:
        print(line)
    return 1 if lines else 0


def version_numbers(version: str) -> tuple[int, ...]:
    """Turn "3.1.5" into numbers that compare, without the zeros at the end."""
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def locked_versions(lock: str) -> dict[str, str]:
    """Read name and version of every package in a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, re.MULTILINE))


def lock_problems(lock: str, requirements: Iterable[str]) -> Iterable[str]:
    """Find host names in a lock file, and requirements that it does not meet."""
    if re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", (ROOT / lock).read_text(encoding="utf-8")):
        yield f"{lock}: names a host; write it anew with dev.py lock"
    pinned = locked_versions(lock)
    for requirement in requirements:
        name, _, bounds = requirement.partition(">=")
        bound = bounds.split(",")[0]
        version = pinned.get(re.sub(r"[-_.]+", "-", name).lower())
        if version is None or version_numbers(version) < version_numbers(bound):
            yield f"{lock}: pins {name} at {version}, pyproject.toml asks for {requirement}; run dev.py lock"


def check_locks() -> int:
    """Check both lock files against pyproject.toml."""
    import tomllib  # not at the top: an older Python must get as far as the sentence in main

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime: list[str] = project["dependencies"]
    development: list[str] = project["optional-dependencies"]["dev"]
    return report([*lock_problems(RUN_LOCK, runtime), *lock_problems(DEV_LOCK, [*runtime, *development])])


def machine_paths() -> list[str]:
    """List the folders of this machine that no file may name."""
    folders = {ROOT, ROOT.parent, Path.home()} - {Path(ROOT.anchor)}
    return sorted(str(folder) + os.sep for folder in folders)


def check_paths() -> int:
    """Check that no file of the repo names a folder of this machine."""
    listed = output_of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed is None:
        print("not a git checkout, nothing to look at")
        return 0
    pattern = re.compile("|".join(r"(?<![\w./-])" + re.escape(path) for path in machine_paths()))
    files = [ROOT / name for name in listed.split("\0") if name]
    texts = ((file, file.read_bytes().decode("utf-8", "ignore")) for file in files if file.is_file())
    guilty = (file.relative_to(ROOT) for file, text in texts if pattern.search(text))
    return report(f"{name}: names a folder of this machine" for name in guilty)


def check_steps() -> list[tuple[str, Callable[[], int]]]:
    """List the steps of a check before the tests."""
    typed = [name for name in TYPED if (ROOT / name).exists()]
    return [
        ("format", python_tool("-m", "ruff", "format", "--check", ".")),
        ("lint", python_tool("-m", "ruff", "check", ".")),
        ("types", python_tool("-m", "mypy", *typed)),
        ("layers", python_tool("-c", LINT_IMPORTS)),
        ("lock files", check_locks),
        ("paths", check_paths),
    ]


def timed(name: str, step: Callable[[], int]) -> int:
    """Run a step under its name and say how long it took."""
    print(f"== {name}")
    begin = time.perf_counter()
    code = step()
    print(f"   {name}: {'ok' if code == 0 else 'FAILED'}, {time.perf_counter() - begin:.1f} s\n")
    return code


def check(arguments: list[str]) -> int:
    """Run every check, the tests last so that their own closing line ends the output."""
    prepare()
    failed = [name for name, step in check_steps() if timed(name, step) != 0]
    print(f"Before the tests, failed: {', '.join(failed)}" if failed else "Before the tests, all is well")
    print("== tests")
    code = run_tests(arguments) if arguments else run_measured_tests()
    return code or (1 if failed else 0)


def run_tests(arguments: list[str]) -> int:
    """Run pytest without the system tests and benchmarks, unless the arguments choose by mark."""
    chosen = () if "-m" in arguments else EVERYDAY_TESTS
    return module("pytest", *chosen, *arguments)


def run_measured_tests() -> int:
    """Run the tests under coverage and give its verdict before their own closing line."""
    code, closing = call_but_closing_line(venv_python(), "-m", "coverage", "run", "-m", "pytest", *EVERYDAY_TESTS)
    if code == 0:
        code = module("tests.covered")
    print(closing, end="")
    return code


# --- the other commands ------------------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """Run the tests."""
    prepare()
    return run_tests(arguments)


def system(arguments: list[str]) -> int:
    """Run the system tests, after installing the programs that they drive."""
    if not any((ROOT / "tests" / "system").glob("test_*.py")):
        print("There are no system tests yet.")
        return 0
    prepare()
    if is_debian():
        missing = [package for package in system_test_packages() if not is_installed(package)]
        if missing:
            install_debian(missing)
    return module("pytest", "-m", "system", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure the budgets."""
    prepare()
    return module("tests.benchmarks", *arguments, extra=OFFSCREEN)


def shots(arguments: list[str]) -> int:
    """Take the pictures, on a screen of a fixed size where Xvfb can make one."""
    prepare()
    if sys.platform != "linux" or shutil.which("xvfb-run") is None:
        return module("tests.shots", *arguments, extra=OFFSCREEN)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    return call(*screen, venv_python(), "-m", "tests.shots", *arguments, extra={"QT_QPA_PLATFORM": "xcb"})


def build(arguments: list[str]) -> int:
    """Make the program for this system."""
    prepare()
    return module("installer.build", *arguments)


def proofread(arguments: list[str]) -> int:
    """Compare a plan file with its printed text."""
    if len(arguments) not in (1, 2):
        raise TaskError("Usage: python3 dev.py proofread PLAN [TEXT]")
    ensure_environment()
    return module("tests.proofread", *arguments)


def lock(arguments: list[str]) -> int:
    """Write both lock files anew for every system, without the name of any host."""
    ensure_environment()
    options = ["--universal", "--generate-hashes", "--no-emit-index-url", "--python-version", "3.11"]
    options += ["--custom-compile-command", "python3 dev.py lock", "--quiet", *arguments]
    compile_lock = ["pip", "compile", "pyproject.toml", *options]
    runtime = module("uv", *compile_lock, "-o", RUN_LOCK)
    if runtime != 0:
        return runtime
    return module("uv", *compile_lock, "--extra", "dev", "-c", RUN_LOCK, "-o", DEV_LOCK) or check_locks()


def clean(arguments: list[str]) -> int:
    """Remove what the other commands made."""
    caches = [path for path in ROOT.rglob("__pycache__") if VENV not in path.parents]
    everything = [VENV] if "--all" in arguments else []
    for path in [*(ROOT / name for name in MADE), *caches, *everything]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "system": system,
    "bench": bench,
    "shots": shots,
    "build": build,
    "proofread": proofread,
    "lock": lock,
    "clean": clean,
}


def main(arguments: list[str]) -> int:
    """Run one command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
        print("Sổ 57 cần Python 3.11 trở lên.", file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except TaskError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
