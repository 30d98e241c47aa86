"""The best way through a row of workshops, each with the places where it may be: exactly.

Nothing here knows of days or people. A *stage* is a workshop, with its candidates in order of
time; a *way* takes one candidate of each stage, within the spacing between neighbours. A
candidate has a value, and burdens that its *bearers* carry: what each person misses, for one.
"""
