"""The web application where a team reads, decides, writes letters and publishes."""
