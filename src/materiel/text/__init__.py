"""Text of articles and names: canonical form, locators, links, and what may reach a terminal."""
