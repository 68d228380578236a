"""The page Báo cáo in parts: headings with the officer's words at the left, what is done with a report at the right."""
