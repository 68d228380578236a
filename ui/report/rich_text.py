"""The officer's words between a text document of Qt and the light markup that the store keeps, and from the clipboard.

The head of a list item (`a) `, `- `) stands in the document as it is printed, so that it is typed as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from models.text import nfc
from models.written_words import DASH, LETTERS, WrittenParagraph, WrittenRun, parse_words, to_markup

PARAGRAPH_GAP = 4
LONGEST_HTML = 2_000_000
"""Letters of formatted text on the clipboard; what is longer is taken without its format."""
HEAD = re.compile(r"\s*(?:-|([a-zđ])\1*\))\s+")
_BREAKS = re.compile("[\n\r\u2028\u2029]")
_BULLET = re.compile(r"(?:[·•▪◦‣§●○■\uf0b7]\s*|o\s{2,}|[–—]\s+)")
_NO_LETTER = "\ufffc"
_LETTERED_STYLES = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
)


def show_words(document: QTextDocument, text: str) -> None:
    """Fill a document with kept words; there is nothing to undo in it then."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(_block_format())
    insert_paragraphs(cursor, parse_words(text))
    cursor.endEditBlock()
    document.clearUndoRedoStacks()


def markup_of(document: QTextDocument) -> str:
    """Return the words of a document as they are kept."""
    return to_markup(paragraph for block in _blocks(document) for paragraph in _paragraphs(block))


def insert_paragraphs(cursor: QTextCursor, paragraphs: Iterable[WrittenParagraph]) -> None:
    """Insert paragraphs, the first one into the paragraph where the cursor stands."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            cursor.insertBlock(_block_format(), QTextCharFormat())
        if paragraph.head:
            cursor.insertText(paragraph.head, QTextCharFormat())
        for run in paragraph.runs:
            cursor.insertText(run.text, _char_format(run))


def html_of(text: str) -> str:
    """Return kept words as the rich text of a label."""
    return "".join(f"<p style='margin: 0 0 {PARAGRAPH_GAP}px 0'>{_line_html(one)}</p>" for one in parse_words(text))


def pasted(source: QMimeData) -> tuple[WrittenParagraph, ...]:
    """Return what was copied elsewhere: bold, italic, paragraphs and lists stay, all other format goes."""
    html = source.html() if source.hasHtml() else ""
    if html and len(html) <= LONGEST_HTML and "<table" not in html:
        document = _Pasted()
        document.setHtml(html)
        found = tuple(_tidied(document))
        if found:
            return found
    lines = (" ".join(line.split()) for line in nfc(source.text()).splitlines())
    return tuple(WrittenParagraph("plain", (WrittenRun(_with_dash(line)),)) for line in lines if line)


class _Pasted(QTextDocument):
    """A document that fetches nothing that its text speaks of, no picture and no style sheet."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing."""
        return None


def _tidied(document: QTextDocument) -> Iterator[WrittenParagraph]:
    for block in _blocks(document):
        items = block.textList()
        head = ""
        if items is not None:
            is_lettered = items.format().style() in _LETTERED_STYLES
            head = f"{LETTERS[items.itemNumber(block) % len(LETTERS)]}) " if is_lettered else DASH
        for paragraph in _paragraphs(block):
            runs = list(_one_spaced(paragraph.runs))
            if runs:
                runs[0] = WrittenRun(head + _with_dash(runs[0].text.lstrip()), runs[0].bold, runs[0].italic)
                yield WrittenParagraph("plain", tuple(_plain_head(runs)))


def _one_spaced(runs: Iterable[WrittenRun]) -> Iterator[WrittenRun]:
    """Make every white space one blank, and begin with a letter."""
    begun = False
    for run in runs:
        text = re.sub(r"[\t\u00a0 ]+", " ", run.text) if begun else re.sub(r"[\t\u00a0]", " ", run.text.lstrip())
        if text:
            begun = True
            yield WrittenRun(re.sub(" {3,}", "  ", text), run.bold, run.italic)


def _with_dash(line: str) -> str:
    """Begin a line with a dash where it begins with another sign of a list."""
    return re.sub(" {2,}", " ", _BULLET.sub(DASH, line, count=1) if _BULLET.match(line) else line)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _paragraphs(block: QTextBlock) -> Iterator[WrittenParagraph]:
    """Yield a block as paragraphs: a forced end of line within it ends a paragraph too."""
    lines: list[list[WrittenRun]] = [[]]
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        style = fragment.charFormat()
        first, *more = _BREAKS.split(fragment.text().replace(_NO_LETTER, ""))
        lines[-1].append(_run(first, style))
        lines += [[_run(text, style)] for text in more]
        place += 1
    yield from (WrittenParagraph("plain", tuple(_plain_head(line))) for line in lines)


def _run(text: str, style: QTextCharFormat) -> WrittenRun:
    return WrittenRun(text, style.fontWeight() >= QFont.Weight.DemiBold, style.fontItalic())


def _plain_head(runs: Iterable[WrittenRun]) -> Iterator[WrittenRun]:
    """Yield the runs of a line, the head of a list item without bold and italic, which would hide it."""
    runs = list(runs)
    found = HEAD.match("".join(run.text for run in runs))
    left = found.end() if found else 0
    for run in runs:
        if run.text[:left]:
            yield WrittenRun(run.text[:left])
        if run.text[left:]:
            yield WrittenRun(run.text[left:], run.bold, run.italic)
        left = max(0, left - len(run.text))


def _block_format() -> QTextBlockFormat:
    found = QTextBlockFormat()
    found.setBottomMargin(PARAGRAPH_GAP)
    return found


def _char_format(run: WrittenRun) -> QTextCharFormat:
    found = QTextCharFormat()
    if run.bold:
        found.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        found.setFontItalic(True)
    return found


def _line_html(paragraph: WrittenParagraph) -> str:
    return escape(paragraph.head) + "".join(_run_html(run) for run in paragraph.runs)


def _run_html(run: WrittenRun) -> str:
    text = escape(run.text)
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text
