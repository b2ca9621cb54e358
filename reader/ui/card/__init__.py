"""The card of a word: composed, laid out and painted once, used as pop-up and as panel."""
