"""The pages of a change of many recommendations."""
