"""Build the program for this platform and try it: `python3 dev.py build`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build"
DIST = ROOT / "dist"
PROGRAM = DIST / "so57" / ("so57.exe" if os.name == "nt" else "so57")
MEGABYTE = 1_000_000
LARGEST_SHOWN = 12
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def build() -> None:
    """Make the one-folder program anew."""
    for folder in (WORK, DIST):
        shutil.rmtree(folder, ignore_errors=True)
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    call += ["--workpath", str(WORK), "--distpath", str(DIST), str(ROOT / "installer" / "so57.spec")]
    subprocess.run(call, check=True, cwd=ROOT)


def without_display() -> Mapping[str, str]:
    """Return this environment with no screen to open a window on."""
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS}


def make_sample(command: list[str], folder: Path) -> dict[str, str]:
    """Let a program make the sample report and return each file's text by its name."""
    subprocess.run([*command, "sample", "--out", str(folder)], check=True, cwd=ROOT, env=without_display())
    return {file.name: text_of(file) for file in sorted(folder.iterdir()) if file.suffix in {".docx", ".pdf", ".xlsx"}}


def text_of(file: Path) -> str:
    """Return the text of a report file: a PDF's pages, or the parts of an office file."""
    if file.suffix == ".pdf":
        return "\f".join(page.extract_text() for page in PdfReader(file).pages)
    with zipfile.ZipFile(file) as archive:
        parts = sorted(name for name in archive.namelist() if name.endswith(".xml"))
        return "\f".join(archive.read(name).decode("utf-8") for name in parts)


def smoke_test() -> None:
    """Compare the sample report of the frozen program with that of the unfrozen one, word by word."""
    with tempfile.TemporaryDirectory() as name:
        frozen = make_sample([str(PROGRAM)], Path(name) / "frozen")
        plain = make_sample([sys.executable, "-m", "desktop.cli"], Path(name) / "plain")
    differing = [file for file in plain if frozen.get(file) != plain[file]]
    if differing or frozen.keys() != plain.keys() or not plain:
        raise SystemExit(f"The frozen program made other files: {differing or sorted(frozen.keys() ^ plain.keys())}")
    print(f"The frozen program made the same {len(plain)} files: {', '.join(plain)}")


def print_sizes() -> None:
    """Print the size of the whole and of its largest parts."""
    folder = PROGRAM.parent
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            parts = file.relative_to(folder).parts
            sizes["/".join(parts[1:3]) if len(parts) > 2 else parts[-1]] += file.stat().st_size
    print(f"Installed size: {sizes.total() / MEGABYTE:.1f} MB")
    for part, size in sizes.most_common(LARGEST_SHOWN):
        print(f"  {size / MEGABYTE:6.1f} MB  {part}")
    print(f"As .tar.xz: {compressed(folder) / MEGABYTE:.1f} MB")


def compressed(folder: Path) -> int:
    """Return the size in bytes of the folder as an .tar.xz archive."""
    archive = Path(shutil.make_archive(str(DIST / "so57"), "xztar", folder.parent, folder.name))
    return archive.stat().st_size


def main() -> None:
    """Build, try, and print the sizes."""
    build()
    smoke_test()
    print_sizes()


if __name__ == "__main__":
    main()
