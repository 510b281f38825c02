sel
