"""The invented report as PDF, in four looks, with the pages on which everything came to stand."""
