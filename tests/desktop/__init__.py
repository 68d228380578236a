"""Test the start of the app and its command line."""
