select 1 +
\p
2;
