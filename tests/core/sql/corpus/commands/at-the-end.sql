select 1;
\echo end