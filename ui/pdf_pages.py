"""The pages of a PDF as pictures and as text. The only module that knows the engine (PDFium, one call at a time)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a page, two spaces as one, and the engine's place of each."""

    text: str
    places: Sequence[int]


class PdfPages:
    """One PDF held in memory; sizes are points (1/72 inch)."""

    def __init__(self, pdf: bytes) -> None:
        with _ENGINE:
            self._document = pypdfium2.PdfDocument(pdf)
            self.sizes = tuple(QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document)))
        self._letters: dict[int, _Letters] = {}

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
        return self._letters_of(page).text

    def find(self, wanted: str) -> Iterator[Found]:
        """Yield the places of a text page by page; without diacritics it finds letters with any."""
        wanted = _small(" ".join(nfc(wanted).split()))
        plain = wanted == _without_marks(wanted)
        for page in range(len(self) if wanted else 0):
            letters = self._letters_of(page)
            text = _small(letters.text)
            starts = list(_starts(_without_marks(text) if plain else text, wanted))
            boxes = self._boxes(page, [letters.places[at : at + len(wanted)] for at in starts]) if starts else []
            yield from (Found(page, _lines(own)) for own in boxes)

    def _letters_of(self, page: int) -> _Letters:
        """Return a page's letters, read once: a search runs with every key, and again while a report is written."""
        if page not in self._letters:
            with _ENGINE:
                sheet = self._document[page]
                text = sheet.get_textpage()
                signs = [text.get_text_range(at, 1) for at in range(text.count_chars())]
                text.close()
                sheet.close()
            self._letters[page] = _letters(signs)
        return self._letters[page]

    def _boxes(self, page: int, found: Sequence[Sequence[int]]) -> list[list[QRectF]]:
        """Return the boxes of letters, in points from the page's upper left corner."""
        height = self.sizes[page].height()
        with _ENGINE:
            sheet = self._document[page]
            text = sheet.get_textpage()
            edges = [[text.get_charbox(at) for at in places] for places in found]
            text.close()
            sheet.close()
        return [[QRectF(left, height - top, right - left, top - low) for left, low, right, top in own] for own in edges]


def _letters(signs: Sequence[str]) -> _Letters:
    """Return what the engine reads as letters; what is none (a line's end) is a space."""
    letters, places = list[str](), list[int]()
    for at, sign in enumerate(signs):
        letter = nfc(sign)[:1]
        letter = letter if letter.strip() else " "
        if letter != " " or letters[-1:] not in ([], [" "]):
            letters.append(letter)
            places.append(at)
    return _Letters("".join(letters), places)


def _starts(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


def _small(text: str) -> str:
    """Return as many letters in small ones."""
    return "".join(letter.casefold()[:1] for letter in text)


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
