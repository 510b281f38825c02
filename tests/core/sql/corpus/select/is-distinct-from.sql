select 1 is distinct from 2, null is not distinct from null, 1 is null, 2 is not null, true is not unknown;
