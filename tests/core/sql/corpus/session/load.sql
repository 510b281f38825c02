load 'a;b'; discard all; discard plans;
