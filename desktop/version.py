"""The one place that holds the version of Sổ 57."""

__version__ = "0.1.0"
