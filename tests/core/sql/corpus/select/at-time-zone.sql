select now() at time zone 'UTC' is not null, timestamp '2020-01-01' at time zone 'Europe/Berlin';
