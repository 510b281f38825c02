with a as (select 1), b as (
