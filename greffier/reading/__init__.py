"""Piece → Mention, Link, Quote, Event: finds what is on a page, and where."""
