select	1,	2	,3
	from	(values	(1))	v	;
