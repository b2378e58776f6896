"""A module for each source that is brought in whole."""
