"""Mention, Link, Decision → Judgement, Entity: who is who, and why we think so."""
