"""Hold the domain and the store: no Qt, no file formats."""
