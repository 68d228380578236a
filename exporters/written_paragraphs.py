"""The officer's own paragraphs as the document has them: bold, italic, lettered items, items with a dash."""

from __future__ import annotations

from exporters.document import Paragraph, Role, Run
from models.written_words import WrittenParagraph, parse_words


def written_paragraphs(text: str, key: str, *, stale: bool = False) -> list[Paragraph]:
    """Return kept words as paragraphs that belong to a section, or to a sentence written over."""
    return [_paragraph(paragraph, key, stale) for paragraph in parse_words(text)]


def _paragraph(written: WrittenParagraph, key: str, stale: bool) -> Paragraph:
    role = Role.LETTERED if written.kind == "lettered" else Role.BODY
    head = (Run(written.head),) if written.head else ()
    words = (Run(run.text, bold=run.bold or None, italic=run.italic or None) for run in written.runs)
    return Paragraph(role, (*head, *words), key=key, stale=stale)
