"""What it costs to change many recommendations at once."""
