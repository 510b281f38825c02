begin; select 1; commit; begin work; select 2; end work;
