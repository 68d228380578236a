"""The tools over the pages, wide and narrow."""

import itertools

from pytestqt.qtbot import QtBot

from tests.ui.driving import wait
from ui.preview.panel import PreviewPanel


def test_in_a_narrow_panel_the_search_stands_under_the_other_tools(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.resize(240, 500)
    wait(qtbot, lambda: panel.finder.y() > panel.fit.geometry().bottom())
    tools = (panel.pages, panel.smaller, panel.zoom, panel.larger, panel.fit, panel.page)
    places = [tool.geometry() for tool in tools]
    assert all(left.right() < right.left() for left, right in itertools.pairwise(places))
    assert panel.print.geometry().right() < panel.width() == 240
    panel.resize(700, 500)
    wait(qtbot, lambda: panel.finder.y() <= panel.fit.geometry().bottom())
