"""A small plan with every part that a plan file can have, and the text of its appendices."""

from __future__ import annotations

from typing import Any


def small_plan() -> dict[str, Any]:
    """Return the plain data of the plan; each call makes a new copy."""
    return {
        "format": "so57-plan",
        "version": 1,
        "id": "xa-thu",
        "commune": "Thử",
        "province": "Sơn La",
        "issuer": "UBND xã Thử",
        "document": {
            "title": "Thực hiện Nghị quyết số 57-NQ/TW",
            "number": "12/KH-UBND",
            "date": "05/7/2025",
            "signer": "Lò Văn Thử",
            "position": "Chủ tịch",
            "recipients": ["Đảng ủy xã", "Lưu: VT"],
            "legal_bases": ["Nghị quyết số 57-NQ/TW"],
            "appendix_notes": ["(Kèm theo Kế hoạch số 12/KH-UBND)", "(Kèm theo Kế hoạch số 12/KH-UBND)"],
        },
        "milestones": [2025, 2030],
        "schedule_columns": [
            {"id": "2025", "title": "Năm 2025", "first_year": 2025, "last_year": 2025},
            {"id": "2025-2030", "title": "Giai đoạn 2025 - 2030", "first_year": 2026, "last_year": 2030},
        ],
        "layouts": _layouts(),
        "agencies": [{"name": "Phòng Kinh tế", "aliases": ["Phòng kinh tế"]}, {"name": "Công an xã", "aliases": []}],
        "duties": [
            {
                "id": "bao-cao-thang",
                "name": "Báo cáo tháng",
                "direction": "outgoing",
                "frequency": "month",
                "calendar": "own:25",
                "due": {"day": 5, "month": None},
                "to": ["Đảng ủy xã"],
                "by": "Phòng Kinh tế",
                "issuer": "UBND xã Thử",
                "as_printed": "báo cáo trước ngày 05 hàng tháng",
            }
        ],
        "indicator_rows": _indicator_rows(),
        "task_rows": _task_rows(),
        "assignment_rows": [
            {
                "name": "Hạ tầng số",
                "lead": "Phòng Kinh tế",
                "coordinating": "",
                "work": "Phủ sóng",
                "responsibility": "Chủ trì",
                "time": "Năm 2025",
                "evaluation": "Theo số bản có sóng",
            }
        ],
        "unit_duties": [{"unit": "Công an xã", "duties": ["Bảo đảm an ninh mạng"]}],
        "corrections": [
            {"where": "ct-I.2 name", "printed": "căn bàn", "used": "căn bản", "why": "hook read for a grave accent"}
        ],
    }


def _layouts() -> dict[str, Any]:
    heads = {"number": "STT", "name": "Chỉ tiêu", "target:2025": "Đến hết|2025", "target:2030": "Đến hết|2030"}
    times = {"schedule:2025": "Thời gian|Năm 2025", "schedule:2025-2030": "Thời gian|Giai đoạn 2025 - 2030"}
    leads = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
    tasks = {"number": "TT", "name": "Nhiệm vụ", **leads, "deliverable": "Sản phẩm", **times, "note": "Ghi chú"}
    return {
        "indicators": {
            "kind": "milestone_columns",
            "title": "CHỈ TIÊU XÃ THỬ",
            "columns": _columns({**heads, **leads}),
        },
        "tasks": {"kind": "schedule_columns", "title": "NHIỆM VỤ XÃ THỬ", "columns": _columns(tasks)},
    }


def _columns(heads: dict[str, str]) -> list[dict[str, str]]:
    return [{"field": field, "title": title} for field, title in heads.items()]


def _indicator_rows() -> list[dict[str, Any]]:
    return [
        {"key": "ct-I", "kind": "section", "number": "I", "parent": None, "name": "HẠ TẦNG"},
        {
            "key": "ct-I.1",
            "kind": "indicator",
            "number": "1",
            "parent": "ct-I",
            "name": "Tỷ lệ phủ sóng 5G trên địa bàn các bản vùng cao biên giới",
            "unit": "%",
            "measure": "state",
            "targets": {"2025": "≥ 15%", "2030": "100%"},
            "lead": "Phòng Kinh tế",
            "coordinating": "Công an xã",
        },
        {
            "key": "ct-I.2",
            "kind": "indicator",
            "number": "1.1",
            "parent": "ct-I.1",
            "name": "Số lớp kỹ năng số căn bản mỗi năm",
            "unit": "lớp",
            "measure": "within",
            "targets": {"2030": "≥ 3"},
            "lead": "Công an xã",
            "coordinating": "",
            "note": "",
            "same_as": "ct-I.1",
        },
    ]


def _task_rows() -> list[dict[str, Any]]:
    return [
        {"key": "nv-I", "kind": "section", "number": "I", "parent": None, "name": "TUYÊN TRUYỀN"},
        {"key": "nv-I.1", "kind": "group", "number": "1", "parent": "nv-I", "name": "Học tập Nghị quyết"},
        {
            "key": "nv-I.1.1",
            "kind": "task",
            "number": "1.1",
            "parent": "nv-I.1",
            "name": "Mở hội nghị quán triệt đến từng cán bộ, công chức, viên chức",
            "lead": "Phòng kinh tế",
            "coordinating": "Công an xã",
            "deliverable": "Hội nghị toàn xã",
            "schedule": {"2025": "Tháng 9/2025", "2025-2030": "Hàng năm"},
            "note": "Đã giao",
        },
        {
            "key": "nv-I.1.2",
            "kind": "task",
            "number": "1.2",
            "parent": "nv-I.1",
            "name": "Phát tờ rơi:\n- bằng tiếng Thái;\n- bằng tiếng Việt",
            "lead": "Công an xã",
            "deliverable": "Tờ rơi",
            "schedule": {"2025": "x"},
        },
    ]


# As it comes out of a PDF: cells wrap, heads repeat on each page, one row is cut in two, blank cells vanish.
SMALL_TEXT = """KẾ HOẠCH
Thực hiện Nghị quyết, chi tiết tại Phụ lục I kèm theo

Phụ lục I

CHỈ TIÊU XÃ THỬ
(Kèm theo Kế hoạch số      12/KH-UBND)

STT Chỉ tiêu
Đến hết
Chủ trì Phối hợp
2025
2030
I HẠ TẦNG
1
Tỷ lệ phủ sóng 5G trên
địa bàn các bản vùng cao
≥ 15% 100% Phòng
Kinh tế
Công an xã

STT Chỉ tiêu
Đến hết
Chủ trì Phối hợp
2025
2030
biên giới
1.1 Số lớp kỹ năng số
căn bàn mỗi năm
≥ 3 Công an xã

Phụ lục II
NHIỆM VỤ XÃ THỬ
(Kèm theo Kế hoạch số 12/KH-UBND)
TT Nhiệm vụ Chủ trì Phối hợp Sản phẩm
Thời gian Ghi chú
Năm 2025 Giai đoạn 2025 - 2030
I TUYÊN TRUYỀN
1 Học tập Nghị quyết
1.1 Mở hội nghị quán triệt
đến từng cán bộ, công chức, viên chức
Phòng kinh tế Công an xã Hội nghị toàn xã Tháng
9/2025 Hàng năm Đã giao
1.2 Phát tờ rơi:
- bằng tiếng Thái;
- bằng tiếng Việt
Công an xã Tờ rơi x
"""
