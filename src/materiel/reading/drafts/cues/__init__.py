"""Which words make a quantity the value of a property: a noun or verb before it, or words right behind it."""
