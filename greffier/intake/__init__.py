"""path → Source, Leaf, Member: takes files in, counts each one, opens them where they can do no harm."""
