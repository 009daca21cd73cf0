"""The custody log: writes it, verifies it, tells the history of a page."""
