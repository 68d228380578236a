"""Keep the tables of docs/house.md as the modules' own first lines say: `python -m tests.house` writes them anew."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "house.md"
BEGIN, END = "<!-- modules: python -m tests.house -->", "<!-- end of modules -->"
FOLDERS = ("desktop", "ui", "importers", "exporters", "models", "resources", "installer", "tests")


def modules(folder: str) -> list[Path]:
    """Return the modules below a folder that say something of their own: no tests, no bare packages."""
    files = sorted((ROOT / folder).rglob("*.py"), key=lambda file: (len(file.parts), file))
    return [file for file in files if file.name != "__init__.py" and not file.name.startswith("test_")]


def first_line(file: Path) -> str:
    """Return the first line of a module's or package's docstring."""
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    return (text or "").partition("\n")[0].replace("|", "\\|")


def tables() -> Iterator[str]:
    """Yield the lines of a table for each folder."""
    for folder in FOLDERS:
        yield f"\n### {folder}/\n{first_line(ROOT / folder / '__init__.py')}\n"
        found = modules(folder)
        if found:
            yield "| module | one purpose |\n|---|---|"
        for file in found:
            yield f"| `{file.relative_to(ROOT / folder).with_suffix('').as_posix()}` | {first_line(file)} |"


def renewed(page: str) -> str:
    """Return the page with its tables as the modules stand now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + "\n".join(tables()) + "\n\n" + END + after


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(0)
