create table t (v tsvector);
create index signed on t using gist (v tsvector_ops (siglen = 100));
