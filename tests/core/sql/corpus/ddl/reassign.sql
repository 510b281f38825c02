create role gone; reassign owned by gone to current_user; drop owned by gone cascade; drop role gone; security label on table t is 'x;';
