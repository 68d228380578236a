"""The commands of `so57`, a module for each part of the work."""
