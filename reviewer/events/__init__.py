"""Many articles → events and ranked pairs."""
