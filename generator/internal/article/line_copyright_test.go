package article

import "testing"

func TestCopyrightLine(t *testing.T) {
	t.Parallel()
	checkRule(t, "copyright_line", []string{
		"© 2019 Ferry Press", "© 2019 Ferry Press. All rights reserved.", "Copyright 2019 Ferry Press",
		"Copyright (c) 2019 Ferry Press", "(c) 2019 Ferry Press", "All rights reserved",
		"This material may not be published, broadcast, rewritten or redistributed without permission.",
		"Alle Rechte vorbehalten", "ⓒ 연합뉴스", "<저작권자(c) 항만일보, 무단 전재-재배포 금지>", "무단 전재 및 재배포 금지", "저작권자 © 항만일보 무단전재 및 재배포 금지",
	}, []string{
		"Copyright is a matter for courts, she said, and the court of the island had not sat since the storm of last November came.",
		"Nothing was reserved",
	})
}
