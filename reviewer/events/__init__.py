"""Many articles → events and ranked pairs."""

from reviewer.events.grouping import events, pairs
from reviewer.events.values import Partner

__all__ = ["Partner", "events", "pairs"]
