"""What volunteers stated and no editor has looked at yet."""
