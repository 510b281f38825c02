select 'größe' as größe, '数' as 数, 'ß' as "ẞ", '👩‍👩‍👧' as família;
select 'א' as א; select '‮' as rtl;
