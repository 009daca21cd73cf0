"""The backends that run units of work, and the sandbox that opens untrusted bytes."""
