"""Test the window and its pages."""
