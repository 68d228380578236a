"""Item models over the rows of a plan and their figures."""
