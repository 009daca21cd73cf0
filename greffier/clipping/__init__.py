"""A saved press page → what it shows, line by line: the container that showed it, and the article that was published."""
