"""Show everything that the user sees: window, pages, dialogs."""
