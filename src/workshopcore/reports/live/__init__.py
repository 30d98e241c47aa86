"""The facilitator mode of a run sheet: the day as data, for a page that times it anew."""

from workshopcore.reports.live.details import live_details

__all__ = ["live_details"]
