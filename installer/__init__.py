"""Build the program that officers start by a double click."""
