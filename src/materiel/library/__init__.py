"""What a reader of the database brings to it: copies of sources, held against what we keep of their sentences."""
