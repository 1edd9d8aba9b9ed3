"""The record as files a volunteer writes by hand, read strictly and written canonically."""
