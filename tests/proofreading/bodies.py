"""What of each issued plan is body text and no row, stretch by stretch, and in which order its parts are printed."""

from __future__ import annotations

from dataclasses import dataclass

INTRODUCTION = "title and legal bases (the file's head keeps them) with the sentence that opens the plan"
PURPOSE = "purposes and demands: no row"
CLOSING = "closing words, Nơi nhận and signature (the file's head keeps recipients and signer)"
IN_APPENDIX = "tasks in words, which Phụ lục II prints again as rows with lead and time"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Body text from its first to its last words (both included) that is no row, and why."""

    begin: str
    end: str
    why: str


@dataclass(frozen=True, slots=True)
class Body:
    """How a plan's text is laid out: body text, its parts in printed order, what stands before a unit's duties.

    A part is `indicators`, `tasks`, `unit_duties` or `assignments`; `tasks KEY` is that section by itself where it is
    printed apart from the others.
    """

    stretches: tuple[Stretch, ...]
    parts: tuple[str, ...] = ("indicators", "tasks")
    unit: str = ""


BODIES = {
    "thuan-chau": Body(
        (
            Stretch("KẾ HOẠCH Thực hiện", "như sau:", INTRODUCTION),
            Stretch("I. MỤC ĐÍCH, YÊU CẦU", "tổng kết việc thực hiện Kế hoạch.", PURPOSE),
            Stretch("II. MỤC TIÊU", "(Chi tiết tại Phụ lục I kèm theo).", "general aims: no row"),
            Stretch("III. NHIỆM VỤ", "tại Phụ lục II kèm theo)", IN_APPENDIX),
            Stretch(
                "IV. TỔ CHỨC THỰC HIỆN",
                "xem xét, quyết định.",
                "orders of carrying out; the duties to report are quoted in the file's duties",
            ),
            Stretch("Trên đây là Kế hoạch thực hiện", "Đỗ Ngọc Quang", CLOSING),
        )
    ),
    "xop": Body(
        (
            Stretch("ỦY BAN NHÂN DÂN XÃ XỐP", "các nội dung sau:", "letterhead, " + INTRODUCTION),
            Stretch("I. MỤC ĐÍCH, YÊU CẦU", "khoa học, công nghệ, đối mới sáng tạo và chuyển đổi số.", PURPOSE),
            Stretch("II. NHIỆM VỤ, GIẢI PHÁP", "phát triển kinh tế - xã hội của địa phương.", IN_APPENDIX),
            Stretch("III. PHÂN CÔNG NHIỆM VỤ", "Phụ lục kèm theo Kế hoạch này.", "points to the appendices"),
            Stretch(
                "IV. TỔ CHỨC THỰC HIỆN",
                "(nếu cần thiết)./.",
                "orders of carrying out; the duties to report are quoted in the file's duties",
            ),
            Stretch("Nơi nhận:", "Lê Hải Lâm", CLOSING),
        )
    ),
    "quang-son": Body(
        (
            Stretch("Số: /KH-UBND", "với các nội dung như sau:", "number, place, " + INTRODUCTION),
            Stretch("I. MỤC ĐÍCH, YÊU CẦU", "Kế hoạch hành động số 261-KH/TU.", PURPOSE),
            Stretch("II. MỤC TIÊU", "Danh mục nhiệm vụ tại Phụ lục II).", "aims that point to the appendices"),
            Stretch("III. NHIỆM VỤ VÀ GIẢI PHÁP", "nâng cao tự chủ về công nghệ.", IN_APPENDIX + "; with its footnote"),
            Stretch("IV. TỔ CHỨC THỰC HIỆN", "THỰC HIỆN", "heading of the units' duties"),
            Stretch("Trên đây là Kế hoạch", "Lê Quốc Trường", CLOSING),
        ),
        parts=("unit_duties", "indicators", "tasks"),
        unit="{number}.",
    ),
    "phu-thai": Body(
        (
            Stretch("KẾ HOẠCH Thực hiện", "cụ thể như sau:", INTRODUCTION),
            Stretch("I. MỤC ĐÍCH, YÊU CẦU", "những hạn chế, yếu kém.", PURPOSE),
            Stretch("II. CHỈ TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP", "1. Chỉ tiêu", "headings of the chapter of indicators"),
            Stretch("II. Nhiệm vụ và giải pháp", "giải pháp", "heading of the chapter of tasks"),
            Stretch("III. TỔ CHỨC THỰC HIỆN", "1. Phân công nhiệm vụ", "headings of the units' duties"),
            Stretch("3. Bảng phân công thực hiện", "thực hiện", "heading of the table of assignments"),
            Stretch("Ủy ban nhân dân xã yêu cầu", "Nguyễn Phúc Công", CLOSING),
        ),
        parts=("indicators", "tasks", "unit_duties", "tasks nv-III.2", "assignments"),
        unit="- {unit}:",
    ),
    "phong-tho": Body(
        (
            Stretch("KẾ HOẠCH Triển khai", "năm 2026 như sau:", INTRODUCTION),
            Stretch("I. MỤC ĐÍCH, YÊU CẦU", "phân bổ nguồn lực.", PURPOSE),
            Stretch("II. MỤC TIÊU", "khối lượng công việc thực tế trên địa bàn.", "general aims: no row"),
            Stretch("2. Mục tiêu cụ thể:", "cụ thể:", "heading of the targets"),
            Stretch("III. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU", "CHỦ YẾU", "heading of the tasks"),
            Stretch("IV. TỔ CHỨC THỰC HIỆN", "THỰC HIỆN", "heading of the units' duties"),
            Stretch("UBND xã yêu cầu các cơ quan", "PHÓ CHỦ TỊCH", CLOSING),
        ),
        parts=("indicators", "tasks", "unit_duties"),
        unit="{number}. {unit}",
    ),
}
