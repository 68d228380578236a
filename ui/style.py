"""How the window looks: Fusion with our own palette; light for now."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources

HEADING = 1.35
SMALLER = 0.92


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by what they mean."""

    ground: str
    surface: str
    line: str
    text: str
    second: str
    hint: str
    accent: str
    on_accent: str
    pale: str
    reached: str
    under_way: str
    behind: str
    late: str
    missing: str


LIGHT = Tokens(
    ground="#F6F7F8",
    surface="#FFFFFF",
    line="#D5DBE1",
    text="#1B1F24",
    second="#4D5761",
    hint="#65707A",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    pale="#EAF1F1",
    reached="#1A7F37",
    under_way="#1F6FB2",
    behind="#8A5A00",
    late="#B42318",
    missing="#65707A",
)
TOKENS = LIGHT


def apply(app: QApplication) -> None:
    """Give the whole app its look."""
    app.setStyle("Fusion")
    app.setPalette(palette(TOKENS))
    sheet = resources.read_text("style.qss")
    for name, colour in sorted(asdict(TOKENS).items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{name}", colour)
    app.setStyleSheet(sheet)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of Fusion in our colours."""
    roles = QPalette.ColorRole
    found = QPalette()
    colours = {
        roles.Window: tokens.ground,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.ground,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.hint,
        roles.Button: tokens.ground,
        roles.ButtonText: tokens.text,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.Mid: tokens.line,
    }
    for role, colour in colours.items():
        found.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.hint))
    return found


def bold(font: QFont) -> QFont:
    """Return a font in bold."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def as_heading(label: QLabel) -> None:
    """Set a label as the heading of a page."""
    _sized(label, HEADING)
    label.setFont(bold(label.font()))


def smaller(widget: QWidget) -> None:
    """Set a widget one step smaller than text, as tables are."""
    _sized(widget, SMALLER)


def _sized(widget: QWidget, factor: float) -> None:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    widget.setFont(font)
