"""The whole life of two reports, each played once on a real store and looked at act by act."""
