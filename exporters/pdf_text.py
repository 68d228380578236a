"""Styled text for the PDF: runs broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from exporters.document import Align, Run
from exporters.measure import break_word, printable, text_width

BLACK = "000000"


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks."""

    size: float
    bold: bool = False
    italic: bool = False
    color: str = BLACK


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        """Return its width in points."""
        return text_width(self.text, self.style.size, self.style.bold, self.style.italic)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces and their width; `ends` tells that it ends a paragraph and is not stretched."""

    pieces: tuple[Piece, ...]
    width: float
    ends: bool = False

    @property
    def text(self) -> str:
        """Return its text."""
        return "".join(piece.text for piece in self.pieces)

    def set_into(self, width: float, align: Align) -> tuple[float, float]:
        """Return how far from the left edge of a width the line begins, and what is added to each of its spaces."""
        room = width - self.width
        spaces = sum(spaces_in(piece.text) for piece in self.pieces)
        stretch = room / spaces if align == "justify" and not self.ends and spaces else 0
        return {"right": room, "center": room / 2}.get(align, 0), stretch

    def width_to(self, letter: int, stretch: float) -> float:
        """Return the width in points of what stands before a letter, counted from 0."""
        width = 0.0
        for piece in self.pieces:
            before = Piece(piece.text[: max(letter, 0)], piece.style)
            width += before.width + stretch * spaces_in(before.text)
            letter -= len(piece.text)
        return width


def spaces_in(text: str) -> int:
    """Return how many spaces can be stretched (reportlab writes a no-break space as a space)."""
    return text.count(" ") + text.count("\u00a0")


@dataclass(slots=True)
class _Word:
    """Pieces without a space between them; `gap` is the space before them."""

    pieces: list[Piece]
    width: float
    gap: Piece | None = None


def break_lines(runs: Iterable[Run], style: Style, width: float, first_indent: float = 0) -> list[Line]:
    """Break runs into the lines that fit a width; runs without a style of their own take `style`."""
    lines: list[Line] = []
    for words in _hard_lines(_pieces(runs, style)):
        lines += _fill(words, width, first_indent if not lines else 0)
    return lines


def _pieces(runs: Iterable[Run], style: Style) -> Iterator[Piece]:
    for run in runs:
        bold = style.bold if run.bold is None else run.bold
        italic = style.italic if run.italic is None else run.italic
        color = run.color.lstrip("#") if run.color else style.color
        yield Piece(printable(run.text), Style(style.size, bold, italic, color))


def _hard_lines(pieces: Iterable[Piece]) -> Iterator[list[_Word]]:
    """Cut pieces into words, and into lines where the text has a line break."""
    words = [_Word([], 0)]
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                yield words
                words = [_Word([], 0)]
            _add_words(words, part, piece.style)
    yield words


def _add_words(words: list[_Word], text: str, style: Style) -> None:
    for number, part in enumerate(text.split(" ")):
        if number:
            words.append(_Word([], 0, Piece(" ", style)))
        if part:
            piece = Piece(part, style)
            words[-1].pieces.append(piece)
            words[-1].width += piece.width


def _fill(words: Iterable[_Word], width: float, indent: float) -> Iterator[Line]:
    """Put as many words on each line as fit."""
    room, pieces, gaps, used = width - indent + 0.01, list[Piece](), list[Piece](), 0.0
    for word in _narrow(words, width - indent):
        gaps += [word.gap] if word.gap and pieces else []
        added = word.width + sum(gap.width for gap in gaps)
        if pieces and word.pieces and used + added > room:
            yield _line(pieces)
            room, pieces, gaps, used, added = width + 0.01, [], [], 0.0, word.width
        if word.pieces:
            pieces, gaps, used = [*pieces, *gaps, *word.pieces], [], used + added
    yield _line(pieces, ends=True)


def _narrow(words: Iterable[_Word], limit: float) -> Iterator[_Word]:
    """Cut a word that is wider than a line into words without a gap."""
    for word in words:
        if word.width <= limit:
            yield word
            continue
        gap = word.gap
        for piece in word.pieces:
            for part in _parts(piece, limit):
                yield _Word([part], part.width, gap)
                gap = None


def _parts(piece: Piece, limit: float) -> Iterator[Piece]:
    style, rest = piece.style, piece.text
    while len(rest) > 1 and text_width(rest, style.size, style.bold, style.italic) > limit:
        head, rest = break_word(rest, style.bold, style.italic, limit * 1000 / style.size)
        yield Piece(head, style)
    yield Piece(rest, style)


def _line(pieces: Sequence[Piece], ends: bool = False) -> Line:
    """Make a line, joining neighbours of one style."""
    joined = [Piece("".join(part.text for part in parts), style) for style, parts in groupby(pieces, _style)]
    return Line(tuple(joined), sum(piece.width for piece in joined), ends)


def _style(piece: Piece) -> Style:
    return piece.style
