select xmlelement(name a, xmlattributes(1 as b), 'text'), xmlforest(1 as c, 2 as d), xmlparse(content '<a/>');
