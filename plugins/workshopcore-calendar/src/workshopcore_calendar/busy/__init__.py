"""Busy time: diaries, polls and lists of days, as when people can come and when not."""
