do $a$ begin execute $b$ do $c$ begin execute $d$ select 1; $d$; end; $c$; $b$; end; $a$; select 2;
