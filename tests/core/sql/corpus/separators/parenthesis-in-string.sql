select '('; select ')'; select "(" from (select 1 as "(") t;
