"""Test the files that are written."""
