"""What is handed out: starter watchlist, company list, sample, locks and service files."""
