"""The steps between a fetched feed and a committed batch of its entries."""
