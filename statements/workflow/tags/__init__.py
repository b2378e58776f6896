"""Tags: put and taken, known by each of their names, and merged."""
