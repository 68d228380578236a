"""Write files out: forms as Word, PDF and Excel, packages."""
