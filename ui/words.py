"""The words of the status line."""

from __future__ import annotations

from datetime import date

from models.status import figures_told
from ui.standing import Standing


def saved_words(standing: Standing, today: date) -> str:
    """Return when the store was last saved and how many indicators have their figure, and how many warnings stand."""
    told, judged = figures_told(standing.report.indicators)
    at = standing.saved_at
    day = "" if at.date() == today else f" ngày {at:%d/%m/%Y}"
    warned = f" · {len(standing.warnings)} cảnh báo" if standing.warnings else ""
    return f"Đã lưu lúc {at:%H:%M}{day} · {told}/{judged} chỉ tiêu có số liệu{warned}"
