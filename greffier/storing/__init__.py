"""The backends that keep records, blobs and the index."""
