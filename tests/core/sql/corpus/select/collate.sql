select 'a' collate "C" < 'b' collate "C", 'x' || 'y' collate "C";
