"""Turn what the desk holds into the records that the public reads."""
