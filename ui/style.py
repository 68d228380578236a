"""How the window looks: Fusion with our own palette, light or dark; changed while the window is open."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Qt, Slot
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
    field: str
    button: str
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
    field="#FFFFFF",
    button="#F6F7F8",
    line="#D5DBE1",
    text="#1B1F24",
    second="#4D5761",
    hint="#65707A",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    pale="#EEF4F4",
    reached="#1A7F37",
    under_way="#1F6FB2",
    behind="#8A5A00",
    late="#B42318",
    missing="#65707A",
)
DARK = Tokens(
    ground="#16191D",
    surface="#1E2228",
    field="#262C33",
    button="#2B323A",
    line="#353C45",
    text="#E6EAEE",
    second="#AEB7C0",
    hint="#8B95A0",
    accent="#4CC3BA",
    on_accent="#0E1417",
    pale="#1B2D2F",
    reached="#56C271",
    under_way="#6CB6FF",
    behind="#E0A93B",
    late="#FF7B72",
    missing="#8B95A0",
)
TOKENS = LIGHT
"""The colours of now: always read as `style.TOKENS` while something is painted, since the theme changes."""

THEMES = {"system": "Theo máy", "light": "Sáng", "dark": "Tối"}
SYSTEM = "system"


class Look(QObject):
    """The app's theme: the one that was chosen, or the computer's, which is followed when it changes."""

    def __init__(self, app: QApplication, theme: str) -> None:
        super().__init__(app)
        self._app = app
        self.theme = SYSTEM
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self.choose(theme)

    def choose(self, theme: str) -> None:
        """Wear a theme, the computer's where it is no name of one."""
        self.theme = theme if theme in THEMES else SYSTEM
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(self.theme, Qt.ColorScheme.Unknown))  # the title bar too
        self._wear()

    def _wear(self) -> None:
        global TOKENS
        of_computer = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        is_dark = of_computer if self.theme == SYSTEM else self.theme == "dark"
        TOKENS = DARK if is_dark else LIGHT
        self._app.setPalette(palette(TOKENS))
        self._app.setStyleSheet(sheet(TOKENS))

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, _: Qt.ColorScheme) -> None:
        if self.theme == SYSTEM:
            self._wear()


_LOOKS: list[Look] = []


def apply(app: QApplication, theme: str = SYSTEM) -> None:
    """Give the whole app its look; called again, it changes it."""
    if _LOOKS:
        _LOOKS[0].choose(theme)
    else:
        _LOOKS.append(Look(app, theme))


def theme() -> str:
    """Return the name of the theme that was chosen."""
    return _LOOKS[0].theme if _LOOKS else SYSTEM


def sheet(tokens: Tokens) -> str:
    """Return the style sheet in these colours."""
    text = resources.read_text("style.qss")
    for name, colour in sorted(asdict(tokens).items(), key=lambda item: -len(item[0])):
        text = text.replace(f"@{name}", colour)
    return text


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of Fusion in our colours."""
    roles = QPalette.ColorRole
    found = QPalette()
    colours = {
        roles.Window: tokens.ground,
        roles.WindowText: tokens.text,
        roles.Base: tokens.field,
        roles.AlternateBase: tokens.ground,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.hint,
        roles.Button: tokens.button,
        roles.ButtonText: tokens.text,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.Light: tokens.surface,
        roles.Midlight: tokens.line,
        roles.Mid: tokens.line,
        roles.Dark: tokens.hint,
        roles.BrightText: tokens.on_accent,
    }
    for role, colour in colours.items():
        found.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
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
