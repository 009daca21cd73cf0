"""→ timeline, Relation, Flow, Balance, Finding: what the pages say when they are laid side by side."""
