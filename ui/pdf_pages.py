"""The pages of a PDF as pictures and as text. The only module that knows the engine (PDFium, one call at a time)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from models.text import nfc

_ENGINE = Lock()
"""PDFium keeps state of its own and is not safe on two threads at once, not even with two documents."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a text stands: its page, and its boxes in points from the page's upper left corner."""

    page: int
    boxes: tuple[QRectF, ...]


class PdfPages:
    """One PDF held in memory; sizes are points (1/72 inch)."""

    def __init__(self, pdf: bytes) -> None:
        with _ENGINE:
            self._document = pypdfium2.PdfDocument(pdf)
            self.sizes = tuple(QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document)))

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Give the memory back."""
        with _ENGINE:
            self._document.close()

    def draw(self, page: int, pixels: QSize) -> QImage:
        """Return a page as a picture of about that size in device pixels, on white."""
        with _ENGINE:
            sheet = self._document[page]
            bitmap = sheet.render(scale=pixels.width() / self.sizes[page].width(), rev_byteorder=True, prefer_bgrx=True)
            form = QImage.Format.Format_RGBX8888
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
            bitmap.close()
            sheet.close()
        return image

    def text(self, page: int) -> str:
        """Return a page's text."""
        with _ENGINE:
            return "".join(char for char, _ in self._letters(page))

    def find(self, wanted: str) -> Iterator[Found]:
        """Yield the places of a text page by page; without diacritics it finds letters with any."""
        wanted = " ".join(nfc(wanted).split()).casefold()
        plain = wanted == _without_marks(wanted)
        for page in range(len(self) if wanted else 0):
            with _ENGINE:
                letters = list(self._letters(page))
            text = "".join(char for char, _ in letters).casefold()
            text = _without_marks(text) if plain else text
            at = text.find(wanted)
            while at >= 0:
                yield Found(page, _lines([box for _, box in letters[at : at + len(wanted)]]))
                at = text.find(wanted, at + len(wanted))

    def _letters(self, page: int) -> Iterator[tuple[str, QRectF]]:
        """Yield letters with their boxes; what is none (a line's end) is a space, and two spaces are one."""
        height, sheet = self.sizes[page].height(), self._document[page]
        text = sheet.get_textpage()
        last = " "
        for at in range(text.count_chars()):
            char = nfc(text.get_text_range(at, 1)) or " "
            char = " " if char.isspace() else char[0]
            if char == last == " ":
                continue
            last = char
            left, bottom, right, top = text.get_charbox(at)
            yield char, QRectF(left, height - top, right - left, top - bottom)
        text.close()
        sheet.close()


def _without_marks(text: str) -> str:
    """Return as many letters without their marks."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text).replace("đ", "d")


def _lines(boxes: list[QRectF]) -> tuple[QRectF, ...]:
    """Join the boxes of letters that stand on one line."""
    found: list[QRectF] = []
    for box in boxes:
        on_line = found and box.center().y() > found[-1].top() and box.center().y() < found[-1].bottom()
        if on_line:
            found[-1] = found[-1].united(box)
        elif not box.isEmpty():
            found.append(box)
    return tuple(found)
