"""Leaf → Page, Layout, Piece: recognises, grades and divides what was opened."""
