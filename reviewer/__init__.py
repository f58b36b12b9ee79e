"""Compare how two outlets tell the same event, and keep the framing differences as YAML."""
