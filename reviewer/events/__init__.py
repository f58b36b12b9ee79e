"""Many articles → events and ranked pairs; `placing`, asked for by its name, imports articles into the events they tell of."""

from reviewer.events.grouping import events, pairs
from reviewer.events.values import Partner

__all__ = ["Partner", "events", "pairs"]
