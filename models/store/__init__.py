"""Keep plans, figures and reports in one SQLite file."""
