"""Test the data that ship with the app."""
