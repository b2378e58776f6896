"""What people type into the search box: its tokens, its fields, and how they are explained."""
