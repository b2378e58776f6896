"""Lists of the desk as CSV files: drafts with what is public, for those who may take them away."""
