"""What stands in the files of a report, whatever their format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import openpyxl
from pypdf import PdfReader

from tests.exporters.word_files import read_texts


def words_of(path: Path) -> str:
    """Return all words of a file in one line, so that no line break of a page hides a sentence."""
    return " ".join(" ".join(_texts(path)).split())


def all_words(paths: Iterable[Path]) -> list[str]:
    """Return the words of each file."""
    return [words_of(path) for path in paths]


def colors_of(path: Path) -> dict[str, str]:
    """Return the colour of the text of each coloured cell of an .xlsx."""
    cells = (cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return {
        str(cell.value): str(cell.font.color.rgb)[-6:]
        for cell in cells
        if cell.value and cell.font.color is not None and isinstance(cell.font.color.rgb, str)
    }


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".docx":
        yield from read_texts(docx.Document(str(path)))
    elif path.suffix == ".pdf":
        yield from (page.extract_text() for page in PdfReader(path).pages)
    else:
        for sheet in openpyxl.load_workbook(path):
            yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
