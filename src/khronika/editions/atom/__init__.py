"""The issues that went out, as a feed."""
