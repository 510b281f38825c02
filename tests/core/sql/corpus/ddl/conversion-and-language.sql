create trusted language nosuch handler nowhere; create default conversion c for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1; create access method a type index handler bthandler; drop access method a;
