"""The order of elements in WordprocessingML (ISO/IEC 29500-4, transitional, wml.xsd) and a check of a whole .docx.

Word refuses or silently repairs a file whose elements stand in another order; LibreOffice and python-docx read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PPR_BASE = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle"
)
_RPR_BASE = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_TRACKED = "ins del moveFrom moveTo"
_CELL_SIDES = "top start left bottom end right"

# Children in the order of the schema, each at most once (unless named in _MANY).
SEQUENCES: dict[str, str] = {
    "pPr": f"{_PPR_BASE} rPr sectPr pPrChange",
    "rPr": f"{_TRACKED} {_RPR_BASE} rPrChange",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "trPr": (
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden "
        "ins del trPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
        "headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblBorders": f"{_CELL_SIDES} insideH insideV",
    "tcBorders": f"{_CELL_SIDES} insideH insideV tl2br tr2bl",
    "tblCellMar": _CELL_SIDES,
    "tcMar": _CELL_SIDES,
    "tblGrid": "gridCol tblGridChange",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "p": "pPr r",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "document": "background body",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "latentStyles": "lsdException",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
        "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
        "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
        "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop "
        "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength "
        "clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
        "bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
        "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
        "characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
        "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
        "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr "
        "attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures "
        "forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
        "decimalSymbol listSeparator"
    ),
}
_MANY = {
    "tblGrid": {"gridCol"},
    "tbl": {"tr"},
    "tr": {"tc"},
    "p": {"r"},
    "sectPr": {"headerReference", "footerReference"},
    "latentStyles": {"lsdException"},
    "styles": {"style"},
    "style": {"tblStylePr"},
    "settings": {"activeWritingStyle", "attachedSchema", "smartTagType"},
}
# Children in any order and number.
CHOICES: dict[str, frozenset[str]] = {
    "hdr": frozenset({"p", "tbl"}),
    "ftr": frozenset({"p", "tbl"}),
    "compat": frozenset({"compatSetting"}),
    "r": frozenset({"rPr", "t", "br", "tab", "fldChar", "instrText", "noBreakHyphen", "softHyphen", "cr"}),
}
# First of all properties, blocks in any order in the middle, one of the last at the end.
_FRAMED = {"body": ("", {"p", "tbl"}, "sectPr"), "tc": ("tcPr", {"p", "tbl"}, "")}
_TEXT = frozenset({"t", "instrText"})


def problems(path: Path) -> list[str]:
    """Return what in the WordprocessingML parts of a .docx the schema does not allow."""
    with ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return [
            f"{name}: {problem}"
            for name in names
            for element in etree.fromstring(package.read(name)).iter(f"{W}*")
            for problem in _problems(element)
        ]


def _problems(element: etree._Element) -> Iterator[str]:
    name, children = _local(element), [_local(child) for child in element]
    if name in SEQUENCES:
        yield from _sequence_problems(name, children)
    elif name in CHOICES:
        yield from (f"<{child}> inside <{name}>" for child in children if child not in CHOICES[name])
        if "rPr" in children[1:]:
            yield f"<rPr> not first in <{name}>"
    elif name in _FRAMED:
        yield from _frame_problems(name, children)
    elif children:
        yield f"<{name}> is not in the tables but has children {children}"
    if name not in _TEXT and (element.text or "").strip():
        yield f"text inside <{name}>"


def _sequence_problems(name: str, children: list[str]) -> Iterator[str]:
    order = SEQUENCES[name].split()
    unknown = [child for child in children if child not in order]
    if unknown:
        yield f"<{name}> holds unknown {unknown}"
        return
    if name == "sectPr":  # both kinds of reference stand first, in any order among themselves
        children = ["headerReference" if child == "footerReference" else child for child in children]
    places = [order.index(child) for child in children]
    if places != sorted(places):
        yield f"<{name}> has {children} out of order"
    yield from (
        f"<{name}> holds <{child}> more than once"
        for child in set(children)
        if children.count(child) > 1 and child not in _MANY.get(name, ())
    )


def _frame_problems(name: str, children: list[str]) -> Iterator[str]:
    first, blocks, last = _FRAMED[name]
    inner = children[1:] if children[:1] == [first] else children
    inner = inner[:-1] if inner[-1:] == [last] else inner
    yield from (f"<{child}> misplaced in <{name}>" for child in inner if child not in blocks)
    if not inner or inner[-1] != "p":
        yield f"<{name}> does not end in a paragraph"
    yield from (f"two tables touch in <{name}>" for pair in pairwise(inner) if set(pair) == {"tbl"})


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
