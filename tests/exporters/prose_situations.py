"""Made-up situations of a report, from nothing at all to long lists, whose sentences were read aloud.

What each of them says stands in prose_situations.txt as reviewed. Run this module to print that text afresh.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from exporters.document import Paragraph
from exporters.opening import CLOSING, OPENING
from exporters.own_sentences import own_sentences
from models.actuals import FigureState
from models.ad_hoc import AdHocReport, period_of
from models.calendars import holidays
from models.facts import AnnualTarget, CameTrue, Direction, Extension, Facts, NoBasis, Paper, StillInForce
from models.plans import IndicatorRow, TaskRow
from models.reports import Report
from tests.exporters import five_plans
from tests.exporters.situation_reports import Done, Told, indicator, month, report_of, task

II_1, II_2, FRAME = ("II.1",), ("II.2",), (OPENING, CLOSING)
NOTHING, UNREPORTED = FigureState.NOTHING_HAPPENED, FigureState.NOT_REPORTED
CULTURE = "Phòng Văn hóa - Xã hội"


@dataclass(frozen=True, slots=True)
class Situation:
    """A report of a few rows, and which of its sections are read."""

    title: str
    headings: tuple[str, ...]
    report: Report

    def said(self) -> list[str]:
        """Return the paragraphs, one a line."""
        return [one.text for one in self.paragraphs()] or ["(không có câu nào)"]

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs of the sections that are read."""
        return [paragraph for heading in self.headings for paragraph in own_sentences(self.report, heading)]


FIVE_G = indicator("1", "Tỷ lệ phủ sóng 5G", {2025: "≥ 15%", 2030: "100%"}, "% dân số")
FILES = indicator("2", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", {2025: "≥ 95%", 2030: "100%"})
SKILLS = indicator("3", "Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số căn bản", {2030: "100%"})
FIRMS = indicator("4", "Số doanh nghiệp khoa học và công nghệ", {2030: "≥ 2"}, "doanh nghiệp")
RANK = indicator("5", "Xếp hạng chuyển đổi số", {2025: "Top 30", 2030: "Top 20"}, "Thứ bậc")
HOMES = indicator("6", "Hộ gia đình có điện thoại thông minh", {2025: "100%"})
SIX_G = indicator("7", "Tỷ lệ phủ sóng 6G", {2035: "50%"})
ARTICLES = indicator("8", "Số tin, bài tuyên truyền mỗi năm", {2025: "≥ 24", 2030: "≥ 48"}, "bài viết", "within")
SPENDING = indicator("9", "Tỷ lệ chi cho khoa học, công nghệ", {2030: "≥ 3%"}, "% tổng chi ngân sách")
SLOGAN = indicator("10", "Mô hình thôn thông minh", {2030: "Triển khai có hiệu quả"}, "")
RANGE = indicator("11", "Tỷ lệ người dân có tài khoản định danh điện tử", {2030: "80% - 90%"})
COMPLAINTS = indicator("12", "Tỷ lệ hồ sơ trễ hạn", {2025: "≤ 5%", 2030: "≤ 1%"})
PARTS = indicator(
    "13",
    "Mức độ hài lòng của người dân và doanh nghiệp",
    {2030: "> 95% đối với người dân và > 90% đối với doanh nghiệp"},
)
GRDP = indicator("14", "Tỷ trọng kinh tế số", {2030: "≥ 20% GRDP"})

YEARLY = task("1", "Tổ chức hội nghị tuyên truyền", CULTURE, y2030="Hàng năm")
OPEN_DATA = task("2", "Kết nối, chia sẻ dữ liệu dùng chung", y2025="Tháng 9/2026", y2030="x")
ALWAYS = task("3", "Tập huấn kỹ năng số cho người dân", CULTURE, y2030="Thường xuyên")
WAITING = task("4", "Ban hành quy định quản lý dữ liệu", y2030="Sau khi tỉnh ban hành Đề án")
NOVEMBER = task("5", "Xây dựng kế hoạch chuyển đổi số năm sau", CULTURE, y2030="Tháng 11 hàng năm")
STAGE = task("6", "Rà soát quy trình nội bộ", y2025="x", y2030="x")


def many(row: IndicatorRow, count: int) -> list[IndicatorRow]:
    """Return several indicators alike, told apart by a letter."""
    return [replace(row, key=f"{row.key}{letter}", name=f"{row.name} {letter.upper()}") for letter in "abcdeghiklm"][
        :count
    ]


def many_tasks(row: TaskRow, count: int) -> list[TaskRow]:
    """Return several tasks alike, told apart by a number."""
    return [
        replace(row, key=f"{row.key}.{n}", number=f"{row.key}.{n}", name=f"{row.name} đợt {n}")
        for n in range(1, count + 1)
    ]


def situations() -> tuple[Situation, ...]:
    """Return all situations in the order of the text."""
    return (*_indicators(), *_tasks(), *_directions(), *_shortcomings(), *_next(), *_proposals(), *_frames())


def _indicators() -> Iterator[Situation]:
    yield Situation("Kế hoạch không có chỉ tiêu nào", II_1, report_of())
    yield Situation("Một chỉ tiêu, chưa có số liệu", II_1, report_of([Told(FIVE_G)]))
    yield Situation("Hai chỉ tiêu, đều chưa có số liệu", II_1, report_of([Told(FIVE_G), Told(FILES)]))
    yield Situation(
        "Bảy chỉ tiêu, đều chưa có số liệu, một chỉ tiêu có ghi chú",
        II_1,
        report_of(
            [Told(row) for row in many(FILES, 6)]
            + [Told(SPENDING, UNREPORTED, difficulty="Do đơn vị chưa gửi số liệu.", note="Đã đôn đốc")]
        ),
    )
    yield Situation(
        "Một chỉ tiêu chưa có số liệu, có nguyên nhân và việc đã làm",
        II_1,
        report_of(
            [
                Told(FIVE_G, "32.5", "28.5"),
                Told(
                    FILES,
                    UNREPORTED,
                    difficulty="do hệ thống của tỉnh đang nâng cấp",
                    note="UBND xã đã đề nghị Trung tâm Phục vụ hành chính công cung cấp.",
                ),
            ]
        ),
    )
    yield Situation(
        "Bảy chỉ tiêu chưa có số liệu, một chỉ tiêu có",
        II_1,
        report_of([*map(Told, many(FILES, 7)), Told(FIVE_G, "32.5")]),
    )
    yield Situation(
        "Tất cả đạt, một chỉ tiêu mới đạt trong tháng",
        II_1,
        report_of([Told(SKILLS, "92/92", "96.7"), Told(FILES, "100", "100"), Told(RANGE, "80", "80")]),
    )
    yield Situation("Một chỉ tiêu, đã đạt", II_1, report_of([Told(SKILLS, "92/92", "96.7")]))
    yield Situation("Tất cả vượt mục tiêu", II_1, report_of([Told(FIRMS, "3", "1"), Told(SPENDING, "3.4", "3.1")]))
    yield Situation(
        "Đạt, trong đó có vượt; đang thực hiện; thấp hơn; chưa có số liệu",
        II_1,
        report_of(
            [
                Told(FIRMS, "3", "2"),
                Told(SKILLS, "100", "100"),
                Told(FIVE_G, "32.5", "28.5"),
                Told(FILES, "1452/1710", "96.8", difficulty="Do máy quét hỏng từ ngày 06/10."),
                Told(SPENDING),
            ]
        ),
    )
    yield Situation(
        "Không chỉ tiêu nào đạt, đều đang thực hiện",
        II_1,
        report_of([Told(FIVE_G, "32.5", "28.5"), Told(FIRMS, "1", "0")]),
    )
    yield Situation(
        "Không chỉ tiêu nào đạt: thấp hơn và đang thực hiện",
        II_1,
        report_of([Told(FILES, "84.9", "84.9"), Told(FIVE_G, "32.5", "33"), Told(SKILLS, "40", "40")]),
    )
    yield Situation(
        "Bảy chỉ tiêu thấp hơn mục tiêu",
        II_1,
        report_of([Told(row, "80", difficulty="máy quét hỏng" if row.key == "2e" else "") for row in many(FILES, 7)]),
    )
    yield Situation("Một chỉ tiêu đã kết thúc, đạt", II_1, report_of([Told(HOMES, "100")]))
    yield Situation("Ba chỉ tiêu đã kết thúc, đều đạt", II_1, report_of([Told(row, "100") for row in many(HOMES, 3)]))
    ended = many(HOMES, 4)
    yield Situation(
        "Đã kết thúc: đạt, không đạt và chưa có số liệu",
        II_1,
        report_of([Told(ended[0], "100"), Told(ended[1], "98"), Told(ended[2], "97.5"), Told(ended[3])]),
    )
    yield Situation("Đã kết thúc, không chỉ tiêu nào đạt", II_1, report_of([Told(row, "98") for row in ended[:2]]))
    yield Situation("Một chỉ tiêu chưa đến giai đoạn", II_1, report_of([Told(SIX_G)]))
    yield Situation("Ba chỉ tiêu chưa đến giai đoạn", II_1, report_of([*map(Told, many(SIX_G, 3))]))
    yield Situation(
        "Chưa có cơ sở đánh giá, không phát sinh",
        II_1,
        report_of(
            [Told(GRDP), Told(RANK), Told(SKILLS, NOTHING), Told(SPENDING)],
            facts=Facts(no_basis=(NoBasis("9", "chưa công bố"),)),
        ),
    )
    yield Situation("Thứ hạng tăng, đã đạt", II_1, report_of([Told(RANK, "18", "24")]))
    yield Situation("Thứ hạng tụt, thấp hơn mục tiêu", II_1, report_of([Told(RANK, "34", "31")]))
    yield Situation(
        "Chỉ tiêu bằng lời: đã đạt và đang thực hiện",
        II_1,
        report_of(
            [
                Told(SLOGAN, text="Đã có 02 thôn vận hành", reached=True),
                Told(
                    replace(SLOGAN, key="10b", name="Chuyên mục chuyển đổi số"), text="Đã mở chuyên mục", reached=False
                ),
            ]
        ),
    )
    yield Situation(
        "Khoảng và mục tiêu hai phần",
        II_1,
        report_of([Told(RANGE, "82.5", "79"), Told(PARTS, text="Người dân 96%, doanh nghiệp 91%", reached=True)]),
    )
    yield Situation("Càng thấp càng tốt: giảm, đã đạt", II_1, report_of([Told(COMPLAINTS, "0.8", "1.4")]))
    yield Situation("Càng thấp càng tốt: tăng, chưa đạt", II_1, report_of([Told(COMPLAINTS, "6.2", "4.1")]))
    yield Situation("Lũy kế trong năm, tháng 10", II_1, report_of([Told(ARTICLES, "5", "4")]))
    yield Situation(
        "Lũy kế trong năm, tháng 12, thấp hơn mục tiêu", II_1, report_of([Told(ARTICLES, "5", "4")], period=month(12))
    )
    year = five_plans.period("thuan-chau", "bao-cao-nam", "2026")
    yield Situation("Lũy kế trong năm, báo cáo năm", II_1, report_of([Told(ARTICLES, "22", "20")], period=year))
    yield Situation(
        "Số liệu ước",
        II_1,
        report_of([Told(FIVE_G, "32.5", "28.5", estimate=True), Told(FILES, "84", "90", estimate=True)]),
    )
    yield Situation(
        "Số liệu tăng, giảm, không đổi, lần đầu có số liệu",
        II_1,
        report_of(
            [Told(FIVE_G, "32.5", "28.5"), Told(FIRMS, "1", "2"), Told(SPENDING, "2.5", "2.5"), Told(RANGE, "45")]
        ),
    )
    half = five_plans.period("thuan-chau", "bao-cao-6-thang", "2026-H1")
    yield Situation(
        "6 tháng, so với cùng kỳ năm trước",
        II_1,
        report_of([Told(FIVE_G, "32.5", "28.5", "20"), Told(FILES, "84", "90", "84")], period=half),
    )
    yield Situation(
        "Tháng 01, so với tháng 12 năm trước", II_1, report_of([Told(FIVE_G, "32.5", "28.5")], period=month(1))
    )
    yield Situation(
        "Mục tiêu năm theo quyết định",
        II_1,
        report_of(
            [Told(FIVE_G, "32.5", "28.5"), Told(FILES, "97", "94")],
            facts=Facts(annual_targets=(AnnualTarget("1", 2026, "≥ 30%"),)),
        ),
    )
    group = IndicatorRow("g", "group", "7", None, "Các chỉ tiêu về hạ tầng số")
    inside = [replace(FIVE_G, parent="g"), replace(SPENDING, parent="g")]
    yield Situation(
        "Có chỉ tiêu thành phần",
        II_1,
        report_of([Told(inside[0], "32.5"), Told(inside[1]), Told(FILES, "100")], groups=[group]),
    )
    yield Situation(
        "Chữ số: 5 thay vì 05",
        (*II_1, *II_2),
        report_of([Told(FIRMS, "3", "1"), Told(FILES), Told(SKILLS)], [Done(YEARLY), Done(ALWAYS)], two_digits=False),
    )


def _tasks() -> Iterator[Situation]:
    yield Situation("Kế hoạch không có nhiệm vụ nào", II_2, report_of())
    yield Situation("Một nhiệm vụ chưa đến hạn", II_2, report_of(tasks=[Done(YEARLY)]))
    on = date(2026, 10, 5)
    yield Situation(
        "Một nhiệm vụ hoàn thành đúng hạn", II_2, report_of(tasks=[Done(OPEN_DATA, "2025", done_on=date(2026, 9, 5))])
    )
    yield Situation(
        "Ba nhiệm vụ, đều hoàn thành đúng hạn",
        II_2,
        report_of(tasks=[Done(row, "2025", done_on=date(2026, 9, 5)) for row in many_tasks(OPEN_DATA, 3)]),
    )
    yield Situation(
        "Hai nhiệm vụ, đều hoàn thành quá hạn",
        II_2,
        report_of(tasks=[Done(row, "2025", done_on=on) for row in many_tasks(OPEN_DATA, 2)]),
    )
    yield Situation(
        "Hoàn thành đúng hạn, quá hạn, không ấn định ngày; còn lại đang thực hiện",
        II_2,
        report_of(
            tasks=[
                Done(OPEN_DATA, "2025", done_on=on),
                Done(YEARLY, "2026", done_on=on),
                Done(STAGE, "2025-2030", done=True),
                Done(NOVEMBER, "2026", percent=40, text="Đang dự thảo"),
                Done(ALWAYS, "2025-2030", text="Đã mở 02 lớp"),
                Done(WAITING),
            ]
        ),
    )
    yield Situation(
        "Tất cả thực hiện thường xuyên",
        II_2,
        report_of(tasks=[Done(row, "2025-2030", text="Đã mở lớp") for row in many_tasks(ALWAYS, 2)]),
    )
    yield Situation(
        "Thường xuyên: có nhiệm vụ chưa triển khai",
        II_2,
        report_of(tasks=[Done(ALWAYS, "2025-2030", text="Đã mở lớp"), Done(replace(ALWAYS, key="3b"))]),
    )
    yield Situation("Một nhiệm vụ thường xuyên chưa triển khai", II_2, report_of(tasks=[Done(ALWAYS)]))
    yield Situation("Hai nhiệm vụ chờ văn bản cấp trên", II_2, report_of(tasks=[*map(Done, many_tasks(WAITING, 2))]))
    came = Facts(came_true=(CameTrue("4", "2025-2030", date(2026, 8, 1), date(2026, 9, 30)),))
    yield Situation("Văn bản cấp trên đã có, nhiệm vụ quá hạn", II_2, report_of(tasks=[Done(WAITING)], facts=came))
    fresh = Facts(declared_from=date(2026, 10, 15))
    yield Situation("Một nhiệm vụ chưa khai báo", II_2, report_of(tasks=[Done(OPEN_DATA)], facts=fresh))
    yield Situation(
        "Hai nhiệm vụ chưa khai báo, hai nhiệm vụ khác chưa đến hạn",
        II_2,
        report_of(tasks=[*map(Done, [*many_tasks(OPEN_DATA, 2), YEARLY, NOVEMBER])], facts=fresh),
    )
    yield Situation("Một nhiệm vụ quá hạn, không ghi gì", II_2, report_of(tasks=[Done(OPEN_DATA), Done(YEARLY)]))
    yield Situation(
        "Một nhiệm vụ quá hạn, có khối lượng, nguyên nhân, bước tiếp theo",
        II_2,
        report_of(
            tasks=[
                Done(
                    OPEN_DATA,
                    "2025",
                    percent=70,
                    difficulty="Do hệ thống của tỉnh đang nâng cấp.",
                    next_step="Phấn đấu hoàn thành trước ngày 30/11/2026.",
                ),
                Done(YEARLY),
            ]
        ),
    )
    late = many_tasks(OPEN_DATA, 7)
    yield Situation(
        "Hai nhiệm vụ quá hạn",
        II_2,
        report_of(
            tasks=[Done(late[0]), Done(late[1], "2025", text="Đang làm", difficulty="chưa bố trí được kinh phí")]
        ),
    )
    long = replace(
        late[0], name="Xây dựng Kế hoạch của UBND xã thực hiện Nghị quyết, " + "cụ thể hóa nhiệm vụ, " * 8, lead=""
    )
    yield Situation(
        "Tên nhiệm vụ quá dài; khó khăn ghi nhiều câu",
        (*II_2, "III", "IV"),
        report_of(
            tasks=[
                Done(replace(long, schedule=STAGE.schedule)),
                Done(
                    OPEN_DATA,
                    "2025",
                    percent=70,
                    difficulty="Nguyên nhân là do máy chủ hỏng. UBND xã chưa mua được máy mới.",
                    next_step="Xong trong quý IV. Báo cáo kết quả trước ngày 31/12/2026.",
                ),
            ]
        ),
    )
    yield Situation("Bảy nhiệm vụ quá hạn", II_2, report_of(tasks=[*map(Done, late)]))
    yield Situation(
        "Hạn được gia hạn",
        II_2,
        report_of(tasks=[Done(OPEN_DATA)], facts=Facts(extensions=(Extension("2", "2025", date(2026, 10, 20)),))),
    )
    yield Situation(
        "Tồn từ năm 2025 và chưa khai báo phần việc năm 2025",
        II_2,
        report_of(
            tasks=[Done(STAGE, "2025", percent=90, difficulty="Chờ ý kiến cơ quan"), *map(Done, many_tasks(STAGE, 2))],
            facts=Facts(declared_from=date(2026, 1, 1)),
        ),
    )
    day = date(2026, 10, 12)
    yield Situation(
        "Một văn bản", II_2, report_of(tasks=[Done(YEARLY, "2026", done_on=day, number="215/KH-UBND", dated=day)])
    )
    named = replace(YEARLY, key="7", number="7", deliverable="Kế hoạch tuyên truyền về chuyển đổi số", lead="")
    rules = task("8", "Ban hành quy chế phối hợp", deliverable="Quyết định ban hành quy chế", y2030="Hàng năm")
    yield Situation(
        "Hai văn bản, Kế hoạch ghi rõ tên sản phẩm",
        II_2,
        report_of(
            tasks=[
                Done(named, "2026", done_on=day, number="215/KH-UBND", dated=day),
                Done(rules, "2026", done_on=day, number="48/QĐ-UBND", dated=date(2026, 10, 20)),
            ]
        ),
    )
    issued = ["215/QĐ-UBND", "24-KH/ĐU", "216/KH-UBND", "12/TB-UBND", "30/BC-VHXH"]
    yield Situation(
        "Văn bản của nhiều cơ quan",
        II_2,
        report_of(
            tasks=[
                Done(row, "2026", percent=50, number=number, dated=day)
                for row, number in zip(many_tasks(YEARLY, 5), issued, strict=True)
            ]
        ),
    )
    yield Situation(
        "Bảy văn bản, một văn bản dùng cho hai nhiệm vụ",
        II_2,
        report_of(
            tasks=[
                Done(row, "2026", percent=50, number=f"{min(210 + at, 216)}/KH-UBND", dated=day)
                for at, row in enumerate(many_tasks(YEARLY, 8))
            ]
        ),
    )
    extra = replace(task("ps1", "Hưởng ứng Ngày Chuyển đổi số quốc gia", y2030="Hàng năm"), number="1")
    again = replace(task("ps2", "Ra quân hỗ trợ cài đặt VNeID", y2030="Hàng năm"), number="2")
    yield Situation(
        "Một nhiệm vụ phát sinh, đã hoàn thành",
        II_2,
        report_of(
            tasks=[Done(YEARLY), Done(extra, "2026", done_on=on, number="7/KH-UBND", dated=on)],
            facts=Facts(extra_tasks=(extra,)),
        ),
    )
    yield Situation(
        "Hai nhiệm vụ phát sinh, một đã hoàn thành; Kế hoạch không có nhiệm vụ",
        II_2,
        report_of(tasks=[Done(extra, "2026", done_on=on), Done(again)], facts=Facts(extra_tasks=(extra, again))),
    )
    served = Facts(still_in_force=(StillInForce("1", "2026", Paper("9/KH-UBND", date(2025, 3, 1))),))
    yield Situation(
        "Sản phẩm năm trước còn hiệu lực", II_2, report_of(tasks=[Done(YEARLY), Done(ALWAYS)], facts=served)
    )


def _directions() -> Iterator[Situation]:
    first = Direction(Paper("7/CT-UBND", date(2026, 10, 9), "đẩy mạnh số hóa hồ sơ"), "UBND xã Thuận Châu")
    second = Direction(Paper("3/CTr-ĐU", date(2026, 10, 2), "về chuyển đổi số"), "Đảng ủy xã")
    plain = Direction(Paper("", date(2026, 10, 15), "đôn đốc các thôn báo cáo"))
    party = Direction(
        Paper("12-TB/ĐU", date(2026, 10, 20), "kết luận của Thường trực Đảng ủy về tiến độ"), "Đảng ủy xã"
    )
    for title, directions in (
        ("Không có văn bản chỉ đạo", ()),
        ("Một văn bản chỉ đạo", (first,)),
        ("Hai văn bản chỉ đạo của UBND xã", (first, plain)),
        ("Hai văn bản chỉ đạo của Đảng ủy xã", (second, party)),
        ("Văn bản chỉ đạo của UBND xã và Đảng ủy xã", (first, second, party)),
    ):
        yield Situation(title, ("I",), report_of(facts=Facts(directions=directions)))


def _shortcomings() -> Iterator[Situation]:
    broken = "Do máy quét hỏng từ ngày 06/10."
    yield Situation("Không ghi khó khăn nào", ("III",), report_of([Told(FILES, "80")]))
    yield Situation("Một khó khăn", ("III",), report_of([Told(FILES, "80", difficulty=broken)]))
    yield Situation(
        "Một nguyên nhân của hai chỉ tiêu",
        ("III",),
        report_of([Told(FILES, "80", difficulty=broken), Told(FIVE_G, "20", difficulty=broken)]),
    )
    yield Situation(
        "Khó khăn của chỉ tiêu và của nhiệm vụ",
        ("III",),
        report_of(
            [Told(FILES, "80", difficulty=broken)],
            [Done(OPEN_DATA, "2025", percent=70, difficulty="Chưa bố trí được kinh phí")],
        ),
    )
    yield Situation(
        "Mười một khó khăn",
        ("III",),
        report_of([Told(row, "80", difficulty=f"Thiếu máy quét ở thôn {row.name[-1]}") for row in many(FILES, 11)]),
    )


def _next() -> Iterator[Situation]:
    four = ("IV",)
    yield Situation("Kỳ tới không có việc đến hạn", four, report_of(tasks=[Done(ALWAYS)]))
    yield Situation("Một nhiệm vụ đến hạn tháng sau", four, report_of(tasks=[Done(NOVEMBER), Done(YEARLY)]))
    yield Situation("Bảy nhiệm vụ đến hạn tháng sau", four, report_of(tasks=[*map(Done, many_tasks(NOVEMBER, 7))]))
    yield Situation(
        "Quá hạn, tồn đọng, và đến hạn",
        four,
        report_of(
            tasks=[
                Done(OPEN_DATA, "2025", percent=70, next_step="Xong trước ngày 30/11/2026."),
                Done(STAGE),
                Done(NOVEMBER),
            ]
        ),
    )
    november = month(11)
    yield Situation(
        "Tháng 12: phần việc của năm",
        four,
        report_of(tasks=[*map(Done, [*many_tasks(YEARLY, 3), NOVEMBER])], period=november),
    )
    year = five_plans.period("thuan-chau", "bao-cao-nam", "2026")
    done = [Done(NOVEMBER, "2026", done_on=date(2026, 11, 20)), Done(YEARLY)]
    yield Situation("Năm tới", four, report_of(tasks=done, period=year))


def _proposals() -> Iterator[Situation]:
    asked = "đề nghị UBND tỉnh hỗ trợ kinh phí"
    yield Situation("Không có kiến nghị", ("V",), report_of([Told(FILES, "80")]))
    yield Situation("Một kiến nghị", ("V",), report_of([Told(FILES, "80", proposal=asked)]))
    yield Situation(
        "Hai kiến nghị, một kiến nghị ghi ở hai nơi",
        ("V",),
        report_of(
            [
                Told(FILES, "80", proposal=asked),
                Told(FIVE_G, "20", proposal="Đề nghị VNPT lắp thêm trạm tại các thôn vùng cao."),
            ],
            [Done(YEARLY, "2026", text="Đang làm", proposal="Đề nghị UBND tỉnh hỗ trợ kinh phí;")],
        ),
    )


def _frames() -> Iterator[Situation]:
    for title, plan_id, duty_id, span in (
        ("Báo cáo tháng", "thuan-chau", "bao-cao-thang", "2026-10"),
        ("Báo cáo quý", "thuan-chau", "bao-cao-quy", "2026-Q3"),
        ("Báo cáo 6 tháng đầu năm", "thuan-chau", "bao-cao-6-thang", "2026-H1"),
        ("Báo cáo 6 tháng cuối năm", "phu-thai", "bao-cao-6-thang", "2026-H2"),
        ("Báo cáo 9 tháng", "phu-thai", "bao-cao-9-thang", "2026-9M"),
        ("Báo cáo năm", "thuan-chau", "bao-cao-nam", "2026"),
        ("Báo cáo sơ kết", "quang-son", "bao-cao-so-ket", "2026-H1"),
        ("Báo cáo tổng kết", "quang-son", "bao-cao-tong-ket", "2026"),
        ("Kiểm tra định kỳ", "phu-thai", "kiem-tra", "2026-H1"),
        ("Báo cáo năm của một phòng", "xop", "bao-cao-nam", "2026"),
    ):
        period = five_plans.period(plan_id, duty_id, span)
        yield Situation(title, FRAME, report_of(period=period, plan_id=plan_id))
    asked = AdHocReport(
        "dx-1",
        "ad_hoc",
        "tình hình an toàn thông tin",
        ("Sở Khoa học và Công nghệ",),
        "",
        date(2026, 10, 5),
        date(2026, 11, 20),
        paper=Paper("Công văn số 812/SKHCN-CĐS", date(2026, 10, 1), "về việc báo cáo tình hình an toàn thông tin"),
    )
    once = period_of(asked, five_plans.plan("thuan-chau"), {}, holidays())
    yield Situation("Báo cáo đột xuất", FRAME, report_of(period=once))
    about = replace(asked, kind="thematic", subject="chữ ký số", paper=Paper())
    once = period_of(about, five_plans.plan("thuan-chau"), {}, holidays())
    yield Situation("Báo cáo chuyên đề về một việc không nêu hành động", FRAME, report_of(period=once))
    closing = replace(asked, kind="thematic", subject="tổng kết Ngày Chuyển đổi số quốc gia", paper=Paper())
    once = period_of(closing, five_plans.plan("thuan-chau"), {}, holidays())
    yield Situation("Báo cáo chuyên đề tổng kết một việc", FRAME, report_of(period=once))


def told(number: int, situation: Situation) -> str:
    """Return one entry of the text: number, title, sections, then the paragraphs."""
    heading = f"{number}. {situation.title} [{', '.join(situation.headings)}]"
    return "\n".join([heading, *(f"    {line}" for line in situation.said())])


if __name__ == "__main__":
    print("\n\n".join(told(number, situation) for number, situation in enumerate(situations(), start=1)))
