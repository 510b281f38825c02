select E
