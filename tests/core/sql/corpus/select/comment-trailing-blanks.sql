select 1, -- blanks behind   
2 /* blanks inside   */   ;   
