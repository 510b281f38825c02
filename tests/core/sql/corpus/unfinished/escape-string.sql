select E'open\'; select 2;
