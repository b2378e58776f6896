"""What a text says of itself: what it is, who speaks, when, where, at what."""
