"""Test the files that are read."""
