select 'a\'; select 'b\\'; select '\';
