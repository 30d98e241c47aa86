"""``python -m workshopcore.cli`` is the same as ``workshopcore``."""

from workshopcore.cli import main

if __name__ == "__main__":
    main()
