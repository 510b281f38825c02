\errverbose
select 1;
