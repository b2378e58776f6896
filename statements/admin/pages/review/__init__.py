"""The pages by which a statement is reviewed: moves, remarks, previews, its history."""
