"""The table of what somebody was asked to read, step by step."""
