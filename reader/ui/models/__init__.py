"""Qt item models over the lists of services."""
