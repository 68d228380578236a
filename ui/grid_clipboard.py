"""Blocks of cells on the clipboard: text with tabs for Excel, and beside it what a grid itself reads back exactly."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OWN = "application/x-so57-o"
Block = Sequence[Sequence[str]]


def to_text(block: Block) -> str:
    """Return a block as Excel takes it; a cell of several lines stands in quotes."""
    written = io.StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(block)
    return written.getvalue()


def from_text(text: str) -> list[list[str]]:
    """Return the block that Excel, Word or another program copied; the last line break ends the block."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t"))
    except csv.Error:  # a quote that nothing closes before 128 KB
        return [line.split("\t") for line in plain.splitlines()]
    return [row or [""] for row in rows]


def put(shown: Block, exact: Block) -> None:
    """Put a block on the clipboard: as shown, and as it is read back."""
    data = QMimeData()
    data.setText(to_text(shown))
    data.setData(OWN, to_text(exact).encode())
    QGuiApplication.clipboard().setMimeData(data)


def take() -> list[list[str]]:
    """Return the block that is on the clipboard, an empty one where there is no text."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return []
    if data.hasFormat(OWN):
        return from_text(bytes(data.data(OWN).data()).decode())
    return from_text(data.text())
