"""Qt's own few words in Vietnamese: menus of text boxes, file dialogs, number boxes, printing."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QTranslator

_WORDS = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "Ché&p",
    "Copy &Link Location": "Chép địa chỉ &liên kết",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "&Delete": "&Xóa",
    "Select All": "Chọn tất cả",
    "&Select All": "Chọn tất &cả",
    "&Step up": "&Tăng",
    "Step &down": "&Giảm",
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Cancel": "Thôi",
    "&Cancel": "Thôi",
    "Close": "Đóng",
    "&Close": "Đóng",
    "&Yes": "Có",
    "&No": "Không",
    "Look in:": "Trong:",
    "Back": "Quay lại",
    "Forward": "Tiến tới",
    "Go back": "Quay lại",
    "Go forward": "Tiến tới",
    "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo một thư mục mới",
    "List View": "Xem danh sách",
    "Change to list view mode": "Xem dạng danh sách",
    "Detail View": "Xem chi tiết",
    "Change to detail view mode": "Xem dạng chi tiết",
    "Sidebar": "Nơi hay dùng",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Files": "Tệp",
    "Files of type:": "Loại tệp:",
    "File &name:": "&Tên tệp:",
    "Directory:": "Thư mục:",
    "&Open": "&Mở",
    "&Save": "&Lưu",
    "&Choose": "&Chọn",
    "&Rename": "Đổ&i tên",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "&New Folder": "Thư mục &mới",
    "New Folder": "Thư mục mới",
    "Recent Places": "Nơi gần đây",
    "Remove": "Bỏ",
    "Show ": "Hiện ",
    "My Computer": "Máy tính",
    "Computer": "Máy tính",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Ngày sửa",
    "Directories": "Thư mục",
    "All files (*)": "Mọi tệp (*)",
    "Folder": "Thư mục",
    "File Folder": "Thư mục",
    "Drive": "Ổ đĩa",
    "%1 File": "Tệp %1",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "Không có tệp “%1”. Hãy kiểm tra lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "Không có thư mục “%1”. Hãy kiểm tra lại tên thư mục."
    ),
    "Details...": "Chi tiết…",
    "Printer": "Máy in",
    "&Name:": "&Tên:",
    "P&roperties": "Th&uộc tính",
    "Location:": "Nơi đặt:",
    "Local file": "Tệp trên máy",
    "Preview": "Xem trước",
    "Type:": "Loại:",
    "Write PDF file": "Ghi tệp PDF",
    "Output &file:": "&Ghi ra tệp:",
    "Copies": "Số bản",
    "Options": "Tùy chọn",
    "Color Mode": "Màu",
    "Color": "In màu",
    "Grayscale": "In đen trắng",
    "Double Sided Printing": "In hai mặt",
    "Off": "In một mặt",
    "Long side binding": "Đóng theo cạnh dài",
    "Short side binding": "Đóng theo cạnh ngắn",
    "Print range": "Trang in",
    "Print all": "Tất cả các trang",
    "Pages from": "Từ trang",
    "to": "đến",
    "Pages": "Các trang",
    (
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ): "Ghi số trang hoặc khoảng trang, cách nhau bằng dấu phẩy. Ví dụ 3,5-7,9 in các trang 3, 5, 6, 7 và 9.",
    "Current Page": "Trang đang xem",
    "Selection": "Phần đang chọn",
    "Page &Set:": "Chọn &trang:",
    "All Pages": "Mọi trang",
    "Odd Pages": "Trang lẻ",
    "Even Pages": "Trang chẵn",
    "Output Settings": "Cách in",
    "Copies:": "Số bản:",
    "Collate": "Xếp theo bộ",
    "Reverse": "In ngược từ cuối",
    "&Print": "&In",
    "&Options >>": "&Tùy chọn >>",
    "&Options <<": "&Tùy chọn <<",
    "Print to File (PDF)": "In ra tệp (PDF)",
}


class Vietnamese(QTranslator):
    """Give Qt's own widgets the Vietnamese of the words above; other words stay as they are."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the Vietnamese of one of Qt's words; None leaves the word as it is, "" would blank it."""
        return cast("str", _WORDS.get(sourceText))

    def isEmpty(self) -> bool:
        """Tell Qt that there are words to be had."""
        return False
