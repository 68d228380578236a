"""Small documents, and .docx files read back with python-docx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from exporters.document import Block, Document, Section
from exporters.docx_writer import write_docx


def one_section(*blocks: Block) -> Document:
    """Make a document of these blocks."""
    return Document("Báo cáo", "bao-cao", (Section("portrait", blocks, "Báo cáo", "Báo cáo"),))


def written(document: Document, folder: Path) -> Any:
    """Write the document and read it with python-docx."""
    path = folder / "a.docx"
    write_docx(document, path)
    return docx.Document(str(path))


def style_name(shown: WordParagraph) -> str | None:
    """Return the name of a paragraph's style."""
    return shown.style.name if shown.style else None


def read_texts(word: Any) -> list[str]:
    """Return the texts of all paragraphs, those in tables too."""
    return [WordParagraph(element, word).text for element in word.element.body.iter(qn("w:p"))]
