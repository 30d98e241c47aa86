"""What every plugin of a kind must do: classes that a plugin's tests subclass."""
