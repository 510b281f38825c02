select 1 -- why
\g
select 2 /* what */ \g
