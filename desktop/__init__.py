"""Start the app: command line, window, paths, settings, logging."""
