select 1 +/* ; */2, 3 */* ; */4; select 5;
