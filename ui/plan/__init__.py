"""The tabs of the page Kế hoạch."""
