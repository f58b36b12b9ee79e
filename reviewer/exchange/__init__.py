"""Out to other tools: rows, JSON Lines, CSV."""
