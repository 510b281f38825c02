select a + ; select b || ; select c::; select not;
