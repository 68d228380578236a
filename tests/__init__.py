"""Test Sổ 57; the folders mirror the packages."""
