"""The look: both themes can be read, and the theme changes while the window is open."""

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import fill, make_store, open_store, settle, shown_window
from ui import style
from ui.window import MainWindow

LEAST = 4.5
TEXTS = ("text", "second", "hint", "accent", "reached", "under_way", "behind", "late", "missing")
GROUNDS = ("ground", "surface", "pale")
STATES = ("accent", "reached", "under_way", "behind", "late", "missing")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2 between two colours."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_every_text_can_be_read(tokens: style.Tokens) -> None:
    colours = asdict(tokens)
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [("on_accent", state) for state in STATES]
    pairs += [("text", "field"), ("second", "field"), ("hint", "field"), ("text", "button")]
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("tokens", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_every_name_of_the_style_sheet_is_a_token(tokens: style.Tokens) -> None:
    assert "@" not in style.sheet(tokens)


@pytest.fixture
def themed(qtbot: QtBot, window: MainWindow):  # type: ignore[no-untyped-def]
    """Give a window, and the look of the computer back after it."""
    yield window
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app)


def test_the_theme_changes_at_once_and_is_remembered(themed: MainWindow, tmp_path: Path) -> None:
    dark = next(action for action in themed.view.themes.actions() if action.data() == "dark")
    dark.trigger()
    assert style.TOKENS is style.DARK
    assert themed.palette().color(QPalette.ColorRole.Window).name().upper() == style.DARK.ground
    assert themed.bar.grab().toImage().pixelColor(1, 1).name().upper() == style.DARK.surface
    remembered = QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat)
    assert remembered.value("look/theme") == "dark"


def test_what_holds_its_colours_wears_the_new_ones(qtbot: QtBot, themed: MainWindow, tmp_path: Path) -> None:
    open_store(qtbot, themed, make_store(tmp_path), "Tổng quan")
    themed.view.choose_theme("dark")
    settle(qtbot, themed)
    colours = {themed.overview.to_do.item(row).foreground().color().name().upper() for row in range(2)}
    assert colours <= {style.DARK.behind, style.DARK.late, style.DARK.missing}
    assert style.DARK.missing.lower() in themed.overview.tasks.legend.text().lower()


def test_an_unknown_theme_is_the_computers(qapp: QApplication) -> None:
    style.apply(qapp, "tím")
    assert style.theme() == "system"


def test_the_list_at_the_left_gives_way(qtbot: QtBot, tmp_path: Path) -> None:
    with shown_window(qtbot, tmp_path) as window:
        open_store(qtbot, window, make_store(tmp_path))
        wide = window.rail.width()
        window.resize(911, 512)
        assert (wide, window.rail.width()) == (184, 132)
        window.view.show_rail.trigger()
        assert not window.rail.isVisible()
    with shown_window(qtbot, tmp_path) as again:
        assert not again.view.show_rail.isChecked()
        again.view.show_rail.trigger()


def test_the_details_are_offered_where_a_page_has_them(qtbot: QtBot, desk: MainWindow) -> None:
    desk.view.menu.aboutToShow.emit()
    assert not desk.view.show_detail.isEnabled()
    desk.go_to("Chỉ tiêu")
    settle(qtbot, desk)
    desk.view.menu.aboutToShow.emit()
    assert desk.view.show_detail.isEnabled()
    before = desk.indicators.detail.isChecked()
    desk.view.show_detail.trigger()
    assert desk.indicators.detail.isChecked() != before


def test_the_status_line_says_what_undo_would_take_back(qtbot: QtBot, desk: MainWindow) -> None:
    assert desk.undoable.text() == ""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "120")
    settle(qtbot, desk)
    assert desk.undoable.toolTip().startswith("Hoàn tác: nhập 120")
    assert " cảnh báo" in desk.saved.text()
