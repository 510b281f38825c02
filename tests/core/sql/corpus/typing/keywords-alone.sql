select; from; where; group by; order by; limit;
