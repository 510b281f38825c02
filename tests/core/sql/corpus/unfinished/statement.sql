select a, from where
