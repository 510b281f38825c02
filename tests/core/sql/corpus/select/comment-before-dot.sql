select v /* a */ . /* b */ a, v. -- c
a from (select 1 as a) v;
