"""Test the whole app with the programs that officers use."""
