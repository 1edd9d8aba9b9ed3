"""The codes as dated data, and the arithmetic of terms."""
