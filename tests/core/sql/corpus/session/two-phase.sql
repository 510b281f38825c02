begin; prepare transaction 'a;b'; rollback prepared 'a;b'; commit prepared 'none';
