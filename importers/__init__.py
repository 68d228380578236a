"""Read files in: plans, figures, collection forms, packages."""
