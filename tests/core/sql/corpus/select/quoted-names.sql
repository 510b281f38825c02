select "Select"."From" as "As", "a b"."c""d" from (select 1 as "From") as "Select", (select 2 as "c""d") as "a b";
