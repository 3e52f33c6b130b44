"""What `reports` stores: goals and indicators, and papers that are made in the background."""
