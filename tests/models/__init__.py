"""Test the domain and the store."""
