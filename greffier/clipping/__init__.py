"""A saved press page → what it shows, line by line: who showed it (the container), and what was published."""
