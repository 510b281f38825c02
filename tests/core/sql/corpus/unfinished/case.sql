select case when a then
