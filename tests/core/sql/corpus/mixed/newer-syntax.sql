select 1_000, 0x1F, 0b101, 0o17; select '{}' is json; select * from (select 1); merge into a using b on true when not matched by source then delete;
