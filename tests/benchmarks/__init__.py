"""Measure the budgets of the design."""
