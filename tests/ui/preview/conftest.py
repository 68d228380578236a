"""A small report laid out, and a panel that shows it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from exporters.preview import Preview, PreviewSection
from exporters.report import report_document
from models.reports import Report
from tests.exporters.small_reports import before, now, report_of, share
from tests.ui.driving import wait
from ui.preview.panel import PreviewPanel

ROWS = [share("a", "Tỷ lệ số hóa hồ sơ", {2026: "≥ 95%"}), share("b", "Tỷ lệ phủ sóng 5G", {2030: "100%"})]
LONG_WORDS = "\n".join(f"Đoạn thứ {number} của phần chỉ đạo, điều hành. " * 6 for number in range(30))


def small_report(words: str = LONG_WORDS) -> Report:
    """Return a report of two indicators with pages of words in section I."""
    figures = [before("a", "80"), now("a", "84.9"), now("b", "32.5")]
    return report_of(ROWS, figures, words={"I": words})


@pytest.fixture
def sections() -> tuple[PreviewSection, ...]:
    """Give the sections of the small report."""
    return Preview().lay_out(report_document(small_report()))


@pytest.fixture
def panel(qtbot: QtBot, sections: tuple[PreviewSection, ...]) -> Iterator[PreviewPanel]:
    """Give a panel that shows the small report."""
    shown = PreviewPanel()
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show()
    shown.show_sections(sections)
    wait(qtbot, shown.isActiveWindow)
    yield shown
    shown.clear()
