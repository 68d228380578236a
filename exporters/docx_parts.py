"""The package of a .docx, part by part: nothing in it comes from a template, and the same form gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from exporters.document import Document
from exporters.docx_styles import LANGUAGE, NAMESPACE, NUMBER_STYLE, styles_xml
from exporters.docx_xml import mark_xml, page_number_xml, text_paragraph
from exporters.office_package import copy_fixed, created_at, legal_text

RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_WORD = "http://schemas.microsoft.com/office/word"

SETTINGS = (
    f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_WORD}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),  # Word 2013 and later; less opens the file "in compatibility mode"
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


class WordPackage:
    """A .docx under way: its styles, settings, headers and footers stand; the body is put in last."""

    def __init__(self, document: Document, table_sizes: Iterable[float]) -> None:
        self._package = Package()
        self._main = DocumentPart(
            PackURI("/word/document.xml"),
            CONTENT_TYPE.WML_DOCUMENT_MAIN,
            parse_xml(f"<w:document {NAMESPACE} {RELATIONS}/>"),
            self._package,
        )
        self._package.relate_to(self._main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._add(StylesPart, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles_xml(table_sizes))
        self._add(SettingsPart, "settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, SETTINGS)
        self.references = self._headers_and_footers(document.mark)
        self._describe(document)

    def _add(self, kind: type[XmlPart], name: str, content_type: str, relation: str, xml: str) -> str:
        part = kind(PackURI(f"/word/{name}.xml"), content_type, parse_xml(xml), self._package)
        return self._main.relate_to(part, relation)

    def _headers_and_footers(self, mark: str) -> str:
        """Return the references of a section: page numbers but on its first page, the mark on all."""
        number, nothing = page_number_xml(NUMBER_STYLE), text_paragraph(NUMBER_STYLE, "")
        headers = self._header("header1", "default", number) + self._header("header2", "first", nothing)
        if not mark:
            return headers
        shown = mark_xml(mark)
        return headers + self._footer("footer1", "default", shown) + self._footer("footer2", "first", shown)

    def _header(self, name: str, pages: str, content: str) -> str:
        xml = f"<w:hdr {NAMESPACE}>{content}</w:hdr>"
        identity = self._add(HeaderPart, name, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, xml)
        return f'<w:headerReference w:type="{pages}" r:id="{identity}"/>'

    def _footer(self, name: str, pages: str, content: str) -> str:
        xml = f"<w:ftr {NAMESPACE}>{content}</w:ftr>"
        identity = self._add(FooterPart, name, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml)
        return f'<w:footerReference w:type="{pages}" r:id="{identity}"/>'

    def _describe(self, document: Document) -> None:
        properties = self._main.core_properties
        properties.title = legal_text(document.title)
        properties.author = properties.last_modified_by = legal_text(document.author)
        properties.language = LANGUAGE
        properties.created = properties.modified = created_at(document)

    def save(self, body: str, path: Path) -> None:
        """Put the body in and write the file."""
        self._main.element.append(parse_xml(f"<w:body {NAMESPACE} {RELATIONS}>{body}</w:body>"))
        made = io.BytesIO()
        self._package.save(made)
        copy_fixed(made, path)
