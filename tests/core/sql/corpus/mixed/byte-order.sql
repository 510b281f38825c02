select 'ﻗ' as x, '﻿' as bom;
