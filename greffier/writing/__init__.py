"""draft → Claim, published story, export: checks every sentence and lets nothing out that it did not check."""
