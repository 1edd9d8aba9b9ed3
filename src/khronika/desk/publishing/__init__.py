"""Publishing: who goes out, what that tells, where the site lies, and taking somebody down."""
