"""The proposal: what a client is asked to agree to, and what is still open."""
