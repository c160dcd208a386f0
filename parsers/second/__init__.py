"""What a second reader is asked, and what of its answer counts."""
