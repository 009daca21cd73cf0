"""The custody log: writes it, and verifies that the case holds to it."""
