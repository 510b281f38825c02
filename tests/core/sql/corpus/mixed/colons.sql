select a::int, b :: text, :c, :'d', :"e", (array[1])[1:1], x[:n], x[m:];
