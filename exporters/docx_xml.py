"""Paragraphs, runs and rules of a .docx as WordprocessingML text.

Text, because a report holds thousands of elements: joined and parsed once it costs a tenth of building each element.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape  # xml.sax.saxutils would import all of urllib

from exporters import nd30, page
from exporters.document import Align, Paragraph, Role, Rule
from exporters.docx_styles import ALIGNMENTS, BREAK_STYLE, RULE_STYLE, style_id, twips
from exporters.office_package import legal_text

_START, _END = '<w:t xml:space="preserve">', "</w:t>"


def run_xml(text: str, *, bold: bool | None = None, italic: bool | None = None, color: str | None = None) -> str:
    """Return a run; line feeds become line breaks, None leaves the weight to the paragraph's style."""
    look = _toggle("b", bold) + _toggle("i", italic) + _color(color)
    start = f"<w:rPr>{look}</w:rPr>{_START}" if look else _START
    shown = escape(legal_text(text), quote=False)
    shown = shown.replace("\n", f"{_END}<w:br/>{_START}").replace("\t", f"{_END}<w:tab/>{_START}")
    return f"<w:r>{start}{shown}{_END}</w:r>"


def _color(color: str | None) -> str:
    return f'<w:color w:val="{_hex(color)}"/>' if color else ""


def _hex(color: str) -> str:
    return color.lstrip("#").upper()


def _toggle(name: str, on: bool | None) -> str:
    if on is None:
        return ""
    return f"<w:{name}/><w:{name}Cs/>" if on else f'<w:{name} w:val="0"/><w:{name}Cs w:val="0"/>'


def text_paragraph(
    style: str, runs: str, *, keep: bool = False, align: Align | None = None, before: float | None = None
) -> str:
    """Return a paragraph of runs; `keep` holds it on the page of what follows, `before` is its own gap in points."""
    follow = "<w:keepNext/>" if keep else ""
    gap = f'<w:spacing w:before="{round(before * 20)}"/>' if before is not None else ""
    justify = f'<w:jc w:val="{ALIGNMENTS[align]}"/>' if align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{follow}{gap}{justify}</w:pPr>{runs}</w:p>'


def paragraph_xml(paragraph: Paragraph, keep: bool = False, before: float | None = None) -> str:
    """Return a paragraph of the form in the style of its role."""
    runs = "".join(
        run_xml(run.text, bold=run.bold, italic=run.italic, color=run.color) for run in paragraph.runs if run.text
    )
    return text_paragraph(style_id(paragraph.role), runs, keep=keep or paragraph.keep_with_next, before=before)


def rule_xml(rule: Rule, column_mm: float, keep: bool = False) -> str:
    """Return a rule: an empty line a hair high whose lower border is drawn between its indents."""
    side = twips((column_mm - page.rule_length(rule, column_mm)) / 2)
    follow = "<w:keepNext/>" if keep or nd30.LOOKS[rule.role].keep_with_next else ""
    wide = round((nd30.RULE_GAP_PT + nd30.SUMMARY_RULE_AFTER_PT) * 20)
    gap = f'<w:spacing w:after="{wide}"/>' if rule.role is Role.SUMMARY else ""
    look = f'{follow}{gap}<w:ind w:left="{side}" w:right="{side}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/>{look}</w:pPr></w:p>'


def parts_xml(parts: Iterable[Paragraph | Rule], column_mm: float, keep: bool, before: float) -> str:
    """Return what stands in one column, at least one paragraph, as a table cell must hold."""
    shown = [
        rule_xml(part, column_mm, keep)
        if isinstance(part, Rule)
        else paragraph_xml(part, keep, before if at == 0 else None)
        for at, part in enumerate(page.lines(parts))
    ]
    return "".join(shown) or text_paragraph(style_id(Role.CELL), "", keep=keep)


def break_paragraph(section: str = "") -> str:
    """Return an empty line a point high: it parts two tables, or carries the settings of the section it ends."""
    return f'<w:p><w:pPr><w:pStyle w:val="{BREAK_STYLE}"/>{section}</w:pPr></w:p>'


def page_number_xml(style: str) -> str:
    """Return a paragraph that shows the page's number."""
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return text_paragraph(style, field)


def mark_xml(mark: str) -> str:
    """Return the mark at the foot of a page."""
    return text_paragraph(style_id(Role.MARK), run_xml(mark, color=nd30.MARK_COLOR))
