select b'101' | b'010', x'1F', B'1'::bit(1), ~ b'10';
