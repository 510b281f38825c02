SeLeCt A, b AS "C" FROM (VaLuEs (1, 2)) T(a, B) wHeRe A Is NoT nUlL aNd TrUe;
