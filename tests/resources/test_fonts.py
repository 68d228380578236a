"""Check that no Vietnamese letter vanishes from a PDF."""

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources

_TONE_NAMES = ("GRAVE ACCENT", "HOOK ABOVE", "TILDE", "ACUTE ACCENT", "DOT BELOW")

VOWELS = "aăâeêioôơuưy"
TONES = ["", *(unicodedata.lookup(f"COMBINING {name}") for name in _TONE_NAMES)]
SIGNS = "“”‘’–—…≥≤≈≠±×÷°•−₫§%‰²³"


def vietnamese_letters() -> set[str]:
    """Build every letter of the alphabet with every tone, composed, in both cases."""
    vowels = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    lower = vowels | {"đ"} | set("abcdefghijklmnopqrstuvwxyz")
    return lower | {letter.upper() for letter in lower}


def test_every_letter_is_one_character() -> None:
    assert len(vietnamese_letters()) == 2 * (12 * 6 + 1 + 20)
    assert all(len(letter) == 1 for letter in vietnamese_letters())


@pytest.mark.parametrize("name", resources.names("fonts", ".ttf"))
def test_font_covers_vietnamese(name: str) -> None:
    face = TTFont(name, str(resources.path(name))).face
    wanted = vietnamese_letters() | set(SIGNS) | set("0123456789.,;:!?()[]/+-<>=\"'&*@#")
    missing = sorted(letter for letter in wanted if not face.charToGlyph.get(ord(letter)))
    assert missing == []
