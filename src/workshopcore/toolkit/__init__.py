"""The toolkit: plugins found, and everything the library can do behind one facade."""

from workshopcore.toolkit.toolkit import Toolkit

__all__ = ["Toolkit"]
