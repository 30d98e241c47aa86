"""Which further figures to hide, so that none that must be hidden can be worked out."""
