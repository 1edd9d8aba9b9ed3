"""Says who may be who, with a score and its reasons; never merges anybody."""
