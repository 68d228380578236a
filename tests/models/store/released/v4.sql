PRAGMA application_id = 1399797047;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
INSERT INTO "_sqlite_migrations" VALUES(1,'so57','1','2026-11-25 06:50:18.756927+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'so57','2','2026-11-25 06:50:18.817274+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'so57','3','2026-11-25 06:50:18.875755+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'so57','4','2026-11-25 06:50:18.946443+00:00');
CREATE TABLE ad_hoc_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), key TEXT NOT NULL CHECK (key GLOB 'dx-[1-9]*' AND key NOT GLOB 'dx-*[^0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('ad_hoc', 'thematic')), subject TEXT NOT NULL CHECK (subject <> ''), recipients TEXT NOT NULL DEFAULT '', issuer TEXT NOT NULL DEFAULT '',
    start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), closing TEXT NOT NULL CHECK (closing GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(closing, '+0 days') IS closing), due TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(due, '+0 days') IS due),
    paper_number TEXT NOT NULL DEFAULT '', paper_day TEXT CHECK (paper_day IS NULL OR paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    UNIQUE (plan_id, key), CHECK (start <= closing), CHECK (due IS NULL OR closing <= due)
) STRICT;
INSERT INTO "ad_hoc_report" VALUES(1,1,'dx-1','thematic','Phủ sóng 5G các bản','UBND tỉnh
Sở KH&CN','UBND xã','2026-07-01','2026-09-30','2026-10-10','55/CV-UBND','2026-09-20','báo cáo chuyên đề','gấp',0);
CREATE TABLE annual_target (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100), printed TEXT NOT NULL CHECK (printed <> ''), paper_number TEXT NOT NULL DEFAULT '', paper_day TEXT CHECK (paper_day IS NULL OR paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, row_key, year)
) STRICT;
INSERT INTO "annual_target" VALUES(1,1,'ct-5g',2026,'≥ 30%','12/QĐ-UBND','2026-01-05','giao chỉ tiêu');
CREATE TABLE came_true (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), occurrence TEXT NOT NULL CHECK (occurrence <> ''), came_on TEXT NOT NULL CHECK (came_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(came_on, '+0 days') IS came_on), deadline TEXT CHECK (deadline IS NULL OR deadline GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(deadline, '+0 days') IS deadline), paper_number TEXT NOT NULL DEFAULT '', paper_day TEXT CHECK (paper_day IS NULL OR paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, row_key, occurrence), CHECK (deadline IS NULL OR came_on <= deadline)
) STRICT;
INSERT INTO "came_true" VALUES(1,1,'nv-kh','deadline','2026-03-02','2026-05-31','7/KH-UBND',NULL,'');
CREATE TABLE change_entry (
    id INTEGER PRIMARY KEY,
    change_set_id INTEGER NOT NULL REFERENCES change_set (id),
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL, column_name TEXT NOT NULL,
    old ANY, new ANY,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete'))
) STRICT;
INSERT INTO "change_entry" VALUES(1,1,'plan',1,'key',NULL,'mau','insert');
INSERT INTO "change_entry" VALUES(2,1,'plan',1,'is_current',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(3,1,'plan',1,'head',NULL,'{"format":"so57-plan","version":1,"id":"mau","commune":"Thuận Châu","province":"Sơn La","issuer":"UBND xã Thuận Châu","document":{"title":"Kế hoạch","number":"142/KH-UBND","date":"04/6/2025","signer":"Đỗ Ngọc Quang","position":"CHỦ TỊCH","recipients":[],"legal_bases":[],"appendix_notes":[]},"milestones":[2025,2030],"schedule_columns":[{"id":"deadline","title":"Thời gian","first_year":null,"last_year":null}],"layouts":{"indicators":{"kind":"milestones","title":"Chỉ tiêu","columns":[]}},"agencies":[],"duties":[{"id":"thang","name":"Báo cáo tháng","direction":"outgoing","frequency":"month","calendar":"calendar","due":null,"to":["UBND tỉnh"],"by":"","issuer":"","as_printed":"hằng tháng"}],"assignment_rows":[],"unit_duties":[],"corrections":[]}','insert');
INSERT INTO "change_entry" VALUES(4,1,'plan',1,'added_at',NULL,'2026-11-01T08:30:00','insert');
INSERT INTO "change_entry" VALUES(5,1,'plan',1,'sha256',NULL,'d2d830e53302ffbaf733a69500a4b5488615486b9c24d1c34f8fa0a1f5df7abe','insert');
INSERT INTO "change_entry" VALUES(6,1,'indicator_row',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(7,1,'indicator_row',1,'key',NULL,'ct','insert');
INSERT INTO "change_entry" VALUES(8,1,'indicator_row',1,'position',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(9,1,'indicator_row',1,'number',NULL,'I','insert');
INSERT INTO "change_entry" VALUES(10,1,'indicator_row',1,'name',NULL,'Hạ tầng số','insert');
INSERT INTO "change_entry" VALUES(11,1,'indicator_row',1,'name_folded',NULL,'ha tang so','insert');
INSERT INTO "change_entry" VALUES(12,1,'indicator_row',1,'kind',NULL,'section','insert');
INSERT INTO "change_entry" VALUES(13,1,'indicator_row',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(14,1,'indicator_row',2,'key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(15,1,'indicator_row',2,'position',NULL,2,'insert');
INSERT INTO "change_entry" VALUES(16,1,'indicator_row',2,'number',NULL,'1','insert');
INSERT INTO "change_entry" VALUES(17,1,'indicator_row',2,'parent',NULL,'ct','insert');
INSERT INTO "change_entry" VALUES(18,1,'indicator_row',2,'name',NULL,'Tỷ lệ phủ sóng 5G','insert');
INSERT INTO "change_entry" VALUES(19,1,'indicator_row',2,'name_folded',NULL,'ty le phu song 5g','insert');
INSERT INTO "change_entry" VALUES(20,1,'indicator_row',2,'kind',NULL,'indicator','insert');
INSERT INTO "change_entry" VALUES(21,1,'indicator_row',2,'unit',NULL,'%','insert');
INSERT INTO "change_entry" VALUES(22,1,'indicator_row',2,'targets',NULL,'{"2030":"≥ 50%"}','insert');
INSERT INTO "change_entry" VALUES(23,1,'indicator_row',3,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(24,1,'indicator_row',3,'key',NULL,'ct-so-hoa','insert');
INSERT INTO "change_entry" VALUES(25,1,'indicator_row',3,'position',NULL,3,'insert');
INSERT INTO "change_entry" VALUES(26,1,'indicator_row',3,'number',NULL,'2','insert');
INSERT INTO "change_entry" VALUES(27,1,'indicator_row',3,'parent',NULL,'ct','insert');
INSERT INTO "change_entry" VALUES(28,1,'indicator_row',3,'name',NULL,'Số hóa hồ sơ','insert');
INSERT INTO "change_entry" VALUES(29,1,'indicator_row',3,'name_folded',NULL,'so hoa ho so','insert');
INSERT INTO "change_entry" VALUES(30,1,'indicator_row',3,'kind',NULL,'indicator','insert');
INSERT INTO "change_entry" VALUES(31,1,'indicator_row',3,'unit',NULL,'%','insert');
INSERT INTO "change_entry" VALUES(32,1,'indicator_row',3,'targets',NULL,'{"2025":"95%","2030":"100%"}','insert');
INSERT INTO "change_entry" VALUES(33,1,'indicator_row',4,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(34,1,'indicator_row',4,'key',NULL,'ct-bai','insert');
INSERT INTO "change_entry" VALUES(35,1,'indicator_row',4,'position',NULL,4,'insert');
INSERT INTO "change_entry" VALUES(36,1,'indicator_row',4,'number',NULL,'3','insert');
INSERT INTO "change_entry" VALUES(37,1,'indicator_row',4,'parent',NULL,'ct','insert');
INSERT INTO "change_entry" VALUES(38,1,'indicator_row',4,'name',NULL,'Bài viết','insert');
INSERT INTO "change_entry" VALUES(39,1,'indicator_row',4,'name_folded',NULL,'bai viet','insert');
INSERT INTO "change_entry" VALUES(40,1,'indicator_row',4,'kind',NULL,'indicator','insert');
INSERT INTO "change_entry" VALUES(41,1,'indicator_row',4,'unit',NULL,'bài','insert');
INSERT INTO "change_entry" VALUES(42,1,'indicator_row',4,'measure',NULL,'within','insert');
INSERT INTO "change_entry" VALUES(43,1,'task_row',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(44,1,'task_row',1,'key',NULL,'nv','insert');
INSERT INTO "change_entry" VALUES(45,1,'task_row',1,'position',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(46,1,'task_row',1,'number',NULL,'I','insert');
INSERT INTO "change_entry" VALUES(47,1,'task_row',1,'name',NULL,'Thể chế','insert');
INSERT INTO "change_entry" VALUES(48,1,'task_row',1,'name_folded',NULL,'the che','insert');
INSERT INTO "change_entry" VALUES(49,1,'task_row',1,'kind',NULL,'section','insert');
INSERT INTO "change_entry" VALUES(50,1,'task_row',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(51,1,'task_row',2,'key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(52,1,'task_row',2,'position',NULL,2,'insert');
INSERT INTO "change_entry" VALUES(53,1,'task_row',2,'number',NULL,'1','insert');
INSERT INTO "change_entry" VALUES(54,1,'task_row',2,'parent',NULL,'nv','insert');
INSERT INTO "change_entry" VALUES(55,1,'task_row',2,'name',NULL,'Ban hành kế hoạch','insert');
INSERT INTO "change_entry" VALUES(56,1,'task_row',2,'name_folded',NULL,'ban hanh ke hoach','insert');
INSERT INTO "change_entry" VALUES(57,1,'task_row',2,'lead',NULL,'Phòng VH-XH','insert');
INSERT INTO "change_entry" VALUES(58,1,'task_row',2,'kind',NULL,'task','insert');
INSERT INTO "change_entry" VALUES(59,1,'task_row',2,'schedule',NULL,'{"deadline":"9/2026"}','insert');
INSERT INTO "change_entry" VALUES(60,2,'figure',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(61,2,'figure',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(62,2,'figure',1,'start',NULL,'2026-09-01','insert');
INSERT INTO "change_entry" VALUES(63,2,'figure',1,'as_of',NULL,'2026-09-30','insert');
INSERT INTO "change_entry" VALUES(64,2,'figure',1,'value',NULL,'84.90','insert');
INSERT INTO "change_entry" VALUES(65,2,'figure',1,'origin',NULL,'typed','insert');
INSERT INTO "change_entry" VALUES(66,2,'figure',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(67,2,'figure',2,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(68,2,'figure',2,'start',NULL,'2026-10-01','insert');
INSERT INTO "change_entry" VALUES(69,2,'figure',2,'as_of',NULL,'2026-10-31','insert');
INSERT INTO "change_entry" VALUES(70,2,'figure',2,'value',NULL,'0.50','insert');
INSERT INTO "change_entry" VALUES(71,2,'figure',2,'origin',NULL,'typed','insert');
INSERT INTO "change_entry" VALUES(72,3,'figure',3,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(73,3,'figure',3,'row_key',NULL,'ct-bai','insert');
INSERT INTO "change_entry" VALUES(74,3,'figure',3,'start',NULL,'2026-10-01','insert');
INSERT INTO "change_entry" VALUES(75,3,'figure',3,'as_of',NULL,'2026-10-31','insert');
INSERT INTO "change_entry" VALUES(76,3,'figure',3,'value',NULL,'9','insert');
INSERT INTO "change_entry" VALUES(77,3,'figure',3,'origin',NULL,'typed','insert');
INSERT INTO "change_entry" VALUES(78,4,'figure',3,'plan_id',1,NULL,'delete');
INSERT INTO "change_entry" VALUES(79,4,'figure',3,'row_key','ct-bai',NULL,'delete');
INSERT INTO "change_entry" VALUES(80,4,'figure',3,'start','2026-10-01',NULL,'delete');
INSERT INTO "change_entry" VALUES(81,4,'figure',3,'as_of','2026-10-31',NULL,'delete');
INSERT INTO "change_entry" VALUES(82,4,'figure',3,'value','9',NULL,'delete');
INSERT INTO "change_entry" VALUES(83,4,'figure',3,'origin','typed',NULL,'delete');
INSERT INTO "change_entry" VALUES(84,5,'outline',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(85,5,'outline',1,'duty_id',NULL,'thang','insert');
INSERT INTO "change_entry" VALUES(86,5,'outline',1,'headings',NULL,'[{"id":"I","title":"Tình hình chung","parent":"","shown":true},{"id":"II","title":"","parent":"","shown":true},{"id":"II.1","title":"","parent":"II","shown":true},{"id":"II.2","title":"","parent":"II","shown":true},{"id":"III","title":"","parent":"","shown":true},{"id":"m1","title":"Đề án 06","parent":"","shown":true},{"id":"IV","title":"","parent":"","shown":false},{"id":"V","title":"","parent":"","shown":true}]','insert');
INSERT INTO "change_entry" VALUES(87,5,'outline',1,'last_own',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(88,5,'sentence',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(89,5,'sentence',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(90,5,'sentence',1,'sentence_key',NULL,'II.1/counts','insert');
INSERT INTO "change_entry" VALUES(91,5,'sentence',1,'text',NULL,'Phần lớn chỉ tiêu đạt.','insert');
INSERT INTO "change_entry" VALUES(92,5,'sentence',1,'written_over',NULL,'02 chỉ tiêu đạt.','insert');
INSERT INTO "change_entry" VALUES(93,5,'explanation',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(94,5,'explanation',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(95,5,'explanation',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(96,5,'explanation',1,'text',NULL,'Thêm ba trạm.','insert');
INSERT INTO "change_entry" VALUES(97,5,'report_step',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(98,5,'report_step',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(99,5,'report_step',1,'step',NULL,'submitted','insert');
INSERT INTO "change_entry" VALUES(100,5,'report_step',1,'on_day',NULL,'2026-11-02','insert');
INSERT INTO "change_entry" VALUES(101,5,'report_step',1,'person',NULL,'Chủ tịch UBND xã','insert');
INSERT INTO "change_entry" VALUES(102,5,'report_step',1,'note',NULL,'bản in','insert');
INSERT INTO "change_entry" VALUES(103,5,'reading',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(104,5,'reading',1,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(105,5,'reading',1,'of_column',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(106,5,'reading',1,'understood',NULL,'tháng 10/2026','insert');
INSERT INTO "change_entry" VALUES(107,5,'reading',1,'why',NULL,'in nhầm tháng','insert');
INSERT INTO "change_entry" VALUES(108,6,'progress',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(109,6,'progress',1,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(110,6,'progress',1,'occurrence',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(111,6,'progress',1,'start',NULL,'2026-10-01','insert');
INSERT INTO "change_entry" VALUES(112,6,'progress',1,'as_of',NULL,'2026-10-31','insert');
INSERT INTO "change_entry" VALUES(113,6,'progress',1,'percent',NULL,'70','insert');
INSERT INTO "change_entry" VALUES(114,6,'progress',1,'text',NULL,'Đã có dự thảo','insert');
INSERT INTO "change_entry" VALUES(115,6,'progress',1,'origin',NULL,'typed','insert');
INSERT INTO "change_entry" VALUES(116,6,'narrative',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(117,6,'narrative',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(118,6,'narrative',1,'section',NULL,'III','insert');
INSERT INTO "change_entry" VALUES(119,6,'narrative',1,'text',NULL,'Máy quét hỏng.','insert');
INSERT INTO "change_entry" VALUES(120,6,'setting',1,'key',NULL,'officer','insert');
INSERT INTO "change_entry" VALUES(121,6,'setting',1,'value',NULL,'Lò Thị Lan','insert');
INSERT INTO "change_entry" VALUES(122,6,'issue',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(123,6,'issue',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(124,6,'issue',1,'number',NULL,'12','insert');
INSERT INTO "change_entry" VALUES(125,6,'issue',1,'date',NULL,'2026-11-03','insert');
INSERT INTO "change_entry" VALUES(126,6,'issue',1,'signer',NULL,'Đỗ Ngọc Quang','insert');
INSERT INTO "change_entry" VALUES(127,6,'issue',1,'issued_at',NULL,'2026-11-02T09:00:00','insert');
INSERT INTO "change_entry" VALUES(128,6,'issue',1,'who',NULL,'Lò Thị Lan','insert');
INSERT INTO "change_entry" VALUES(129,6,'period_understanding',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(130,6,'period_understanding',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(131,6,'period_understanding',1,'parser',NULL,'1','insert');
INSERT INTO "change_entry" VALUES(132,6,'period_understanding',1,'readings',NULL,'[{"row_key":"nv-kh","column":"deadline","understood":"tháng 10/2026","why":"in nhầm tháng"}]','insert');
INSERT INTO "change_entry" VALUES(133,6,'period_state',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(134,6,'period_state',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(135,6,'period_state',1,'start',NULL,'2026-10-01','insert');
INSERT INTO "change_entry" VALUES(136,6,'period_state',1,'closing',NULL,'2026-10-31','insert');
INSERT INTO "change_entry" VALUES(137,6,'period_state',1,'locked',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(138,6,'period_state',1,'issued',0,1,'update');
INSERT INTO "change_entry" VALUES(139,7,'setting',2,'key',NULL,'declared_from','insert');
INSERT INTO "change_entry" VALUES(140,7,'setting',2,'value',NULL,'2026-01-01','insert');
INSERT INTO "change_entry" VALUES(141,7,'annual_target',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(142,7,'annual_target',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(143,7,'annual_target',1,'year',NULL,2026,'insert');
INSERT INTO "change_entry" VALUES(144,7,'annual_target',1,'printed',NULL,'≥ 30%','insert');
INSERT INTO "change_entry" VALUES(145,7,'annual_target',1,'paper_number',NULL,'12/QĐ-UBND','insert');
INSERT INTO "change_entry" VALUES(146,7,'annual_target',1,'paper_day',NULL,'2026-01-05','insert');
INSERT INTO "change_entry" VALUES(147,7,'annual_target',1,'paper_about',NULL,'giao chỉ tiêu','insert');
INSERT INTO "change_entry" VALUES(148,7,'came_true',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(149,7,'came_true',1,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(150,7,'came_true',1,'occurrence',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(151,7,'came_true',1,'came_on',NULL,'2026-03-02','insert');
INSERT INTO "change_entry" VALUES(152,7,'came_true',1,'deadline',NULL,'2026-05-31','insert');
INSERT INTO "change_entry" VALUES(153,7,'came_true',1,'paper_number',NULL,'7/KH-UBND','insert');
INSERT INTO "change_entry" VALUES(154,7,'extension',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(155,7,'extension',1,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(156,7,'extension',1,'occurrence',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(157,7,'extension',1,'deadline',NULL,'2026-11-30','insert');
INSERT INTO "change_entry" VALUES(158,7,'extension',1,'paper_number',NULL,'12/QĐ-UBND','insert');
INSERT INTO "change_entry" VALUES(159,7,'extension',1,'paper_day',NULL,'2026-01-05','insert');
INSERT INTO "change_entry" VALUES(160,7,'extension',1,'paper_about',NULL,'giao chỉ tiêu','insert');
INSERT INTO "change_entry" VALUES(161,7,'extension',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(162,7,'extension',2,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(163,7,'extension',2,'occurrence',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(164,7,'extension',2,'deadline',NULL,'2026-12-31','insert');
INSERT INTO "change_entry" VALUES(165,7,'extension',2,'paper_number',NULL,'99/CV-UBND','insert');
INSERT INTO "change_entry" VALUES(166,7,'still_in_force',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(167,7,'still_in_force',1,'row_key',NULL,'nv-kh','insert');
INSERT INTO "change_entry" VALUES(168,7,'still_in_force',1,'occurrence',NULL,'deadline','insert');
INSERT INTO "change_entry" VALUES(169,7,'still_in_force',1,'paper_number',NULL,'142/KH-UBND','insert');
INSERT INTO "change_entry" VALUES(170,7,'still_in_force',1,'paper_day',NULL,'2025-06-04','insert');
INSERT INTO "change_entry" VALUES(171,7,'direction',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(172,7,'direction',1,'paper_number',NULL,'3/CT-UBND','insert');
INSERT INTO "change_entry" VALUES(173,7,'direction',1,'paper_day',NULL,'2026-09-07','insert');
INSERT INTO "change_entry" VALUES(174,7,'direction',1,'paper_about',NULL,'đẩy mạnh số hóa','insert');
INSERT INTO "change_entry" VALUES(175,7,'direction',1,'issuer',NULL,'UBND xã','insert');
INSERT INTO "change_entry" VALUES(176,7,'override',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(177,7,'override',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(178,7,'override',1,'period_key',NULL,'thang/2026-09','insert');
INSERT INTO "change_entry" VALUES(179,7,'override',1,'value',NULL,'32.50','insert');
INSERT INTO "change_entry" VALUES(180,7,'override',1,'why',NULL,'số của viễn thông','insert');
INSERT INTO "change_entry" VALUES(181,7,'override',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(182,7,'override',2,'row_key',NULL,'ct-so-hoa','insert');
INSERT INTO "change_entry" VALUES(183,7,'override',2,'period_key',NULL,'thang/2026-09','insert');
INSERT INTO "change_entry" VALUES(184,7,'override',2,'numerator',NULL,'9','insert');
INSERT INTO "change_entry" VALUES(185,7,'override',2,'denominator',NULL,'10','insert');
INSERT INTO "change_entry" VALUES(186,7,'override',2,'why',NULL,'đếm lại','insert');
INSERT INTO "change_entry" VALUES(187,7,'supplier',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(188,7,'supplier',1,'row_key',NULL,'ct-so-hoa','insert');
INSERT INTO "change_entry" VALUES(189,7,'supplier',1,'unit',NULL,'Bản Lạnh','insert');
INSERT INTO "change_entry" VALUES(190,7,'supplier',1,'first_day',NULL,'2026-01-01','insert');
INSERT INTO "change_entry" VALUES(191,7,'supplier',1,'last_day',NULL,'2026-09-30','insert');
INSERT INTO "change_entry" VALUES(192,7,'part_figure',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(193,7,'part_figure',1,'row_key',NULL,'ct-so-hoa','insert');
INSERT INTO "change_entry" VALUES(194,7,'part_figure',1,'unit',NULL,'Bản Lạnh','insert');
INSERT INTO "change_entry" VALUES(195,7,'part_figure',1,'start',NULL,'2026-09-01','insert');
INSERT INTO "change_entry" VALUES(196,7,'part_figure',1,'as_of',NULL,'2026-09-30','insert');
INSERT INTO "change_entry" VALUES(197,7,'part_figure',1,'numerator',NULL,'3','insert');
INSERT INTO "change_entry" VALUES(198,7,'part_figure',1,'denominator',NULL,'4','insert');
INSERT INTO "change_entry" VALUES(199,7,'part_figure',2,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(200,7,'part_figure',2,'row_key',NULL,'ct-bai','insert');
INSERT INTO "change_entry" VALUES(201,7,'part_figure',2,'unit',NULL,'Bản Lạnh','insert');
INSERT INTO "change_entry" VALUES(202,7,'part_figure',2,'start',NULL,'2026-09-01','insert');
INSERT INTO "change_entry" VALUES(203,7,'part_figure',2,'as_of',NULL,'2026-09-30','insert');
INSERT INTO "change_entry" VALUES(204,7,'part_figure',2,'nothing_happened',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(205,7,'no_basis',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(206,7,'no_basis',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(207,7,'no_basis',1,'why',NULL,'chưa cơ quan nào công bố','insert');
INSERT INTO "change_entry" VALUES(208,7,'day_swap',1,'day',NULL,'2026-08-22','insert');
INSERT INTO "change_entry" VALUES(209,7,'day_swap',1,'working',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(210,7,'day_swap',1,'name',NULL,'Làm bù Quốc khánh','insert');
INSERT INTO "change_entry" VALUES(211,7,'row_lead',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(212,7,'row_lead',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(213,7,'row_lead',1,'unit',NULL,'Công an xã','insert');
INSERT INTO "change_entry" VALUES(214,7,'extra_task',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(215,7,'extra_task',1,'key',NULL,'ps-1','insert');
INSERT INTO "change_entry" VALUES(216,7,'extra_task',1,'name',NULL,'Rà soát','insert');
INSERT INTO "change_entry" VALUES(217,7,'extra_task',1,'name_folded',NULL,'ra soat','insert');
INSERT INTO "change_entry" VALUES(218,7,'extra_task',1,'lead',NULL,'Công an xã','insert');
INSERT INTO "change_entry" VALUES(219,7,'extra_task',1,'deliverable',NULL,'Báo cáo','insert');
INSERT INTO "change_entry" VALUES(220,7,'extra_task',1,'schedule',NULL,'{"deadline":"11/2026"}','insert');
INSERT INTO "change_entry" VALUES(221,8,'remark',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(222,8,'remark',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(223,8,'remark',1,'section',NULL,'III','insert');
INSERT INTO "change_entry" VALUES(224,8,'remark',1,'said_by',NULL,'Chủ tịch','insert');
INSERT INTO "change_entry" VALUES(225,8,'remark',1,'said_on',NULL,'2026-11-03','insert');
INSERT INTO "change_entry" VALUES(226,8,'remark',1,'text',NULL,'Nêu rõ nguyên nhân.','insert');
INSERT INTO "change_entry" VALUES(227,8,'remark',1,'answer','','Đã bổ sung.','update');
INSERT INTO "change_entry" VALUES(228,8,'sending',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(229,8,'sending',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(230,8,'sending',1,'issue_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(231,8,'sending',1,'recipient',NULL,'UBND tỉnh','insert');
INSERT INTO "change_entry" VALUES(232,8,'sending',1,'sent_on',NULL,'2026-11-04','insert');
INSERT INTO "change_entry" VALUES(233,8,'sending',1,'how',NULL,'email','insert');
INSERT INTO "change_entry" VALUES(234,8,'sending',1,'note',NULL,'kèm bản ký số','insert');
INSERT INTO "change_entry" VALUES(235,8,'entered',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(236,8,'entered',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(237,8,'entered',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(238,8,'entered',1,'field',NULL,'value','insert');
INSERT INTO "change_entry" VALUES(239,8,'entered',1,'shown',NULL,'84,9','insert');
INSERT INTO "change_entry" VALUES(240,8,'entered',1,'entered_on',NULL,'2026-11-05','insert');
INSERT INTO "change_entry" VALUES(241,8,'ad_hoc_report',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(242,8,'ad_hoc_report',1,'key',NULL,'dx-1','insert');
INSERT INTO "change_entry" VALUES(243,8,'ad_hoc_report',1,'kind',NULL,'thematic','insert');
INSERT INTO "change_entry" VALUES(244,8,'ad_hoc_report',1,'subject',NULL,'Phủ sóng 5G các bản','insert');
INSERT INTO "change_entry" VALUES(245,8,'ad_hoc_report',1,'recipients',NULL,'UBND tỉnh
Sở KH&CN','insert');
INSERT INTO "change_entry" VALUES(246,8,'ad_hoc_report',1,'issuer',NULL,'UBND xã','insert');
INSERT INTO "change_entry" VALUES(247,8,'ad_hoc_report',1,'start',NULL,'2026-07-01','insert');
INSERT INTO "change_entry" VALUES(248,8,'ad_hoc_report',1,'closing',NULL,'2026-09-30','insert');
INSERT INTO "change_entry" VALUES(249,8,'ad_hoc_report',1,'due',NULL,'2026-10-10','insert');
INSERT INTO "change_entry" VALUES(250,8,'ad_hoc_report',1,'paper_number',NULL,'55/CV-UBND','insert');
INSERT INTO "change_entry" VALUES(251,8,'ad_hoc_report',1,'paper_day',NULL,'2026-09-20','insert');
INSERT INTO "change_entry" VALUES(252,8,'ad_hoc_report',1,'paper_about',NULL,'báo cáo chuyên đề','insert');
INSERT INTO "change_entry" VALUES(253,8,'ad_hoc_report',1,'note',NULL,'gấp','insert');
INSERT INTO "change_entry" VALUES(254,9,'evidence',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(255,9,'evidence',1,'row_key',NULL,'ct-5g','insert');
INSERT INTO "change_entry" VALUES(256,9,'evidence',1,'start',NULL,'2026-10-01','insert');
INSERT INTO "change_entry" VALUES(257,9,'evidence',1,'as_of',NULL,'2026-10-31','insert');
INSERT INTO "change_entry" VALUES(258,9,'evidence',1,'name',NULL,'quyết định.pdf','insert');
INSERT INTO "change_entry" VALUES(259,9,'evidence',1,'media',NULL,'application/pdf','insert');
INSERT INTO "change_entry" VALUES(260,9,'evidence',1,'note',NULL,'trang 2','insert');
INSERT INTO "change_entry" VALUES(261,9,'evidence',1,'sha256',NULL,'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a','insert');
INSERT INTO "change_entry" VALUES(262,9,'evidence',1,'size',NULL,34567,'insert');
INSERT INTO "change_entry" VALUES(263,10,'collection_form',1,'plan_id',NULL,1,'insert');
INSERT INTO "change_entry" VALUES(264,10,'collection_form',1,'period_key',NULL,'thang/2026-10','insert');
INSERT INTO "change_entry" VALUES(265,10,'collection_form',1,'form_id',NULL,'0123456789abcdef','insert');
INSERT INTO "change_entry" VALUES(266,10,'collection_form',1,'unit',NULL,'Trạm Y tế','insert');
INSERT INTO "change_entry" VALUES(267,10,'collection_form',1,'made_on',NULL,'2026-11-02','insert');
INSERT INTO "change_entry" VALUES(268,10,'collection_form',1,'answer_by',NULL,'2026-11-02','insert');
INSERT INTO "change_entry" VALUES(269,10,'collection_form',1,'asked',NULL,'[{"key": "ct-5g", "present": {"figure": "0,50"}}, {"key": "nv-kh", "present": {}}]','insert');
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*'),
    who TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('typed', 'form', 'package', 'import', 'sample', 'undo')),
    label TEXT NOT NULL CHECK (label <> ''),
    undoes INTEGER REFERENCES change_set (id)
) STRICT;
INSERT INTO "change_set" VALUES(1,'2026-11-01T08:30:00','Lò Thị Lan','','import','lập sổ',NULL);
INSERT INTO "change_set" VALUES(2,'2026-11-01T08:30:00','Lò Thị Lan','','typed','Nhập số liệu',NULL);
INSERT INTO "change_set" VALUES(3,'2026-11-01T08:30:00','Lò Thị Lan','','typed','Nhập số liệu',NULL);
INSERT INTO "change_set" VALUES(4,'2026-11-02T09:00:00','Lò Thị Lan','','undo','hoàn tác: Nhập số liệu',3);
INSERT INTO "change_set" VALUES(5,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Dự thảo',NULL);
INSERT INTO "change_set" VALUES(6,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Kỳ tháng 10',NULL);
INSERT INTO "change_set" VALUES(7,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Khai báo',NULL);
INSERT INTO "change_set" VALUES(8,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Gửi báo cáo',NULL);
INSERT INTO "change_set" VALUES(9,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Minh chứng',NULL);
INSERT INTO "change_set" VALUES(10,'2026-11-02T09:00:00','Lò Thị Lan','','typed','Lập phiếu',NULL);
CREATE TABLE collection_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), form_id TEXT NOT NULL CHECK (form_id <> ''), unit TEXT NOT NULL CHECK (unit <> ''),
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(made_on, '+0 days') IS made_on), answer_by TEXT CHECK (answer_by IS NULL OR answer_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(answer_by, '+0 days') IS answer_by), reminded_on TEXT CHECK (reminded_on IS NULL OR reminded_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(reminded_on, '+0 days') IS reminded_on),
    asked TEXT NOT NULL CHECK (asked GLOB '[[]*]'),
    received_on TEXT CHECK (received_on IS NULL OR received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(received_on, '+0 days') IS received_on), received_name TEXT NOT NULL DEFAULT '', filled_by TEXT NOT NULL DEFAULT '',
    received_sha256 TEXT CHECK (received_sha256 IS NULL OR (length(received_sha256) = 64 AND received_sha256 NOT GLOB '*[^0-9a-f]*')),
    received_size INTEGER CHECK (received_size >= 0),
    UNIQUE (plan_id, form_id)
) STRICT;
INSERT INTO "collection_form" VALUES(1,1,'thang/2026-10','0123456789abcdef','Trạm Y tế','2026-11-02','2026-11-02',NULL,'[{"key": "ct-5g", "present": {"figure": "0,50"}}, {"key": "nv-kh", "present": {}}]',NULL,'','',NULL,NULL);
CREATE TABLE day_swap (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(day, '+0 days') IS day), working INTEGER NOT NULL DEFAULT 0 CHECK (working IN (0, 1)), name TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (day)
) STRICT;
INSERT INTO "day_swap" VALUES(1,'2026-08-22',1,'Làm bù Quốc khánh');
CREATE TABLE direction (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), paper_number TEXT NOT NULL CHECK (paper_number <> ''), paper_day TEXT NOT NULL CHECK (paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '', issuer TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, paper_number, paper_day)
) STRICT;
INSERT INTO "direction" VALUES(1,1,'3/CT-UBND','2026-09-07','đẩy mạnh số hóa','UBND xã');
CREATE TABLE entered (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), row_key TEXT NOT NULL CHECK (row_key <> ''), field TEXT NOT NULL CHECK (field <> ''), shown TEXT NOT NULL CHECK (shown <> ''), entered_on TEXT NOT NULL CHECK (entered_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(entered_on, '+0 days') IS entered_on),
    UNIQUE (plan_id, period_key, row_key, field)
) STRICT;
INSERT INTO "entered" VALUES(1,1,'thang/2026-10','ct-5g','value','84,9','2026-11-05');
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(as_of, '+0 days') IS as_of),
    name TEXT NOT NULL CHECK (name <> ''), media TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), size INTEGER NOT NULL CHECK (size >= 0),
    UNIQUE (plan_id, row_key, start, as_of, sha256), CHECK (start <= as_of)
) STRICT;
INSERT INTO "evidence" VALUES(1,1,'ct-5g','2026-10-01','2026-10-31','quyết định.pdf','application/pdf','trang 2','5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',34567);
CREATE TABLE explanation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), row_key TEXT NOT NULL CHECK (row_key <> ''), text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (plan_id, period_key, row_key)
) STRICT;
INSERT INTO "explanation" VALUES(1,1,'thang/2026-10','ct-5g','Thêm ba trạm.');
CREATE TABLE extension (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), occurrence TEXT NOT NULL CHECK (occurrence <> ''), deadline TEXT NOT NULL CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(deadline, '+0 days') IS deadline), paper_number TEXT NOT NULL DEFAULT '', paper_day TEXT CHECK (paper_day IS NULL OR paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, row_key, occurrence, deadline)
) STRICT;
INSERT INTO "extension" VALUES(1,1,'nv-kh','deadline','2026-11-30','12/QĐ-UBND','2026-01-05','giao chỉ tiêu');
INSERT INTO "extension" VALUES(2,1,'nv-kh','deadline','2026-12-31','99/CV-UBND',NULL,'');
CREATE TABLE extra_task (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), key TEXT NOT NULL CHECK (key GLOB 'ps-[1-9]*' AND key NOT GLOB 'ps-*[^0-9]*'),
    name TEXT NOT NULL CHECK (name <> ''), name_folded TEXT NOT NULL,
    lead TEXT NOT NULL DEFAULT '', coordinating TEXT NOT NULL DEFAULT '', deliverable TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    schedule TEXT NOT NULL DEFAULT '{}' CHECK (schedule GLOB '{*}'), since TEXT CHECK (since IS NULL OR since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(since, '+0 days') IS since),
    UNIQUE (plan_id, key)
) STRICT;
INSERT INTO "extra_task" VALUES(1,1,'ps-1','Rà soát','ra soat','Công an xã','','Báo cáo','','{"deadline":"11/2026"}',NULL);
CREATE TABLE figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL,
    start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(as_of, '+0 days') IS as_of),
    value TEXT CHECK (value IS NULL OR (value NOT GLOB '*[^0-9.-]*' AND value NOT GLOB '*.*.*' AND value NOT GLOB '?*-*' AND value GLOB '*[0-9]' AND (value GLOB '[0-9]*' OR value GLOB '-[0-9]*') AND length(value) <= 60)), numerator TEXT CHECK (numerator IS NULL OR (numerator NOT GLOB '*[^0-9.-]*' AND numerator NOT GLOB '*.*.*' AND numerator NOT GLOB '?*-*' AND numerator GLOB '*[0-9]' AND (numerator GLOB '[0-9]*' OR numerator GLOB '-[0-9]*') AND length(numerator) <= 60)), denominator TEXT CHECK (denominator IS NULL OR (denominator NOT GLOB '*[^0-9.-]*' AND denominator NOT GLOB '*.*.*' AND denominator NOT GLOB '?*-*' AND denominator GLOB '*[0-9]' AND (denominator GLOB '[0-9]*' OR denominator GLOB '-[0-9]*') AND length(denominator) <= 60)),
    text TEXT NOT NULL DEFAULT '', reached INTEGER CHECK (reached IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'figure' CHECK (state IN ('figure', 'nothing_happened', 'not_reported')),
    estimate INTEGER NOT NULL DEFAULT 0 CHECK (estimate IN (0, 1)), difficulty TEXT NOT NULL DEFAULT '', proposal TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('typed', 'form', 'package', 'import', 'sample', 'undo')),
    UNIQUE (plan_id, row_key, start, as_of),
    CHECK (start <= as_of),
    CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
    CHECK (state = 'figure' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL AND text = ''))
) STRICT;
INSERT INTO "figure" VALUES(1,1,'ct-5g','2026-09-01','2026-09-30','84.90',NULL,NULL,'',NULL,'figure',0,'','','','typed');
INSERT INTO "figure" VALUES(2,1,'ct-5g','2026-10-01','2026-10-31','0.50',NULL,NULL,'',NULL,'figure',0,'','','','typed');
CREATE TABLE indicator_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id),
    key TEXT NOT NULL CHECK (key <> ''), position INTEGER NOT NULL, number TEXT NOT NULL, parent TEXT,
    name TEXT NOT NULL, name_folded TEXT NOT NULL, lead TEXT NOT NULL DEFAULT '', coordinating TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    in_force_from TEXT NOT NULL DEFAULT ''
        CHECK (in_force_from = '' OR (in_force_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(in_force_from, '+0 days') IS in_force_from)),
    in_force_to TEXT CHECK (in_force_to IS NULL OR in_force_to GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(in_force_to, '+0 days') IS in_force_to),
    kind TEXT NOT NULL CHECK (kind IN ('section', 'group', 'indicator')),
    unit TEXT NOT NULL DEFAULT '', measure TEXT NOT NULL DEFAULT 'state' CHECK (measure IN ('state', 'within')),
    targets TEXT NOT NULL DEFAULT '{}' CHECK (targets GLOB '{*}'), same_as TEXT,
    UNIQUE (plan_id, key, in_force_from)
) STRICT;
INSERT INTO "indicator_row" VALUES(1,1,'ct',1,'I',NULL,'Hạ tầng số','ha tang so','','','','',NULL,'section','','state','{}',NULL);
INSERT INTO "indicator_row" VALUES(2,1,'ct-5g',2,'1','ct','Tỷ lệ phủ sóng 5G','ty le phu song 5g','','','','',NULL,'indicator','%','state','{"2030":"≥ 50%"}',NULL);
INSERT INTO "indicator_row" VALUES(3,1,'ct-so-hoa',3,'2','ct','Số hóa hồ sơ','so hoa ho so','','','','',NULL,'indicator','%','state','{"2025":"95%","2030":"100%"}',NULL);
INSERT INTO "indicator_row" VALUES(4,1,'ct-bai',4,'3','ct','Bài viết','bai viet','','','','',NULL,'indicator','bài','within','{}',NULL);
CREATE TABLE issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''),
    number TEXT NOT NULL, date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(date, '+0 days') IS date), signer TEXT NOT NULL, position TEXT NOT NULL DEFAULT '',
    issued_at TEXT NOT NULL CHECK (issued_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*'), who TEXT NOT NULL
) STRICT;
INSERT INTO "issue" VALUES(1,1,'thang/2026-10','12','2026-11-03','Đỗ Ngọc Quang','','2026-11-02T09:00:00','Lò Thị Lan');
CREATE TABLE issue_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL REFERENCES issue (id),
    name TEXT NOT NULL CHECK (name <> ''), format TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    UNIQUE (issue_id, name)
) STRICT;
CREATE TABLE narrative (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''),
    section TEXT NOT NULL CHECK (section <> ''), text TEXT NOT NULL,
    UNIQUE (plan_id, period_key, section)
) STRICT;
INSERT INTO "narrative" VALUES(1,1,'thang/2026-10','III','Máy quét hỏng.');
CREATE TABLE no_basis (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), why TEXT NOT NULL CHECK (why <> ''),
    UNIQUE (plan_id, row_key)
) STRICT;
INSERT INTO "no_basis" VALUES(1,1,'ct-5g','chưa cơ quan nào công bố');
CREATE TABLE open_change_set (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    change_set_id INTEGER NOT NULL REFERENCES change_set (id)
) STRICT;
CREATE TABLE outline (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), duty_id TEXT NOT NULL CHECK (duty_id <> ''), headings TEXT NOT NULL CHECK (headings GLOB '[[]*]'),
    last_own INTEGER NOT NULL DEFAULT 0 CHECK (last_own >= 0),
    UNIQUE (plan_id, duty_id)
) STRICT;
INSERT INTO "outline" VALUES(1,1,'thang','[{"id":"I","title":"Tình hình chung","parent":"","shown":true},{"id":"II","title":"","parent":"","shown":true},{"id":"II.1","title":"","parent":"II","shown":true},{"id":"II.2","title":"","parent":"II","shown":true},{"id":"III","title":"","parent":"","shown":true},{"id":"m1","title":"Đề án 06","parent":"","shown":true},{"id":"IV","title":"","parent":"","shown":false},{"id":"V","title":"","parent":"","shown":true}]',1);
CREATE TABLE override (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), period_key TEXT NOT NULL CHECK (period_key <> ''), value TEXT CHECK (value IS NULL OR (value NOT GLOB '*[^0-9.-]*' AND value NOT GLOB '*.*.*' AND value NOT GLOB '?*-*' AND value GLOB '*[0-9]' AND (value GLOB '[0-9]*' OR value GLOB '-[0-9]*') AND length(value) <= 60)), numerator TEXT CHECK (numerator IS NULL OR (numerator NOT GLOB '*[^0-9.-]*' AND numerator NOT GLOB '*.*.*' AND numerator NOT GLOB '?*-*' AND numerator GLOB '*[0-9]' AND (numerator GLOB '[0-9]*' OR numerator GLOB '-[0-9]*') AND length(numerator) <= 60)), denominator TEXT CHECK (denominator IS NULL OR (denominator NOT GLOB '*[^0-9.-]*' AND denominator NOT GLOB '*.*.*' AND denominator NOT GLOB '?*-*' AND denominator GLOB '*[0-9]' AND (denominator GLOB '[0-9]*' OR denominator GLOB '-[0-9]*') AND length(denominator) <= 60)), why TEXT NOT NULL CHECK (why <> ''),
    UNIQUE (plan_id, row_key, period_key), CHECK (value IS NOT NULL OR numerator IS NOT NULL), 
    CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (denominator IS NULL OR CAST(denominator AS REAL) > 0)
) STRICT;
INSERT INTO "override" VALUES(1,1,'ct-5g','thang/2026-09','32.50',NULL,NULL,'số của viễn thông');
INSERT INTO "override" VALUES(2,1,'ct-so-hoa','thang/2026-09',NULL,'9','10','đếm lại');
CREATE TABLE part_figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), unit TEXT NOT NULL CHECK (unit <> ''), start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(as_of, '+0 days') IS as_of), value TEXT CHECK (value IS NULL OR (value NOT GLOB '*[^0-9.-]*' AND value NOT GLOB '*.*.*' AND value NOT GLOB '?*-*' AND value GLOB '*[0-9]' AND (value GLOB '[0-9]*' OR value GLOB '-[0-9]*') AND length(value) <= 60)), numerator TEXT CHECK (numerator IS NULL OR (numerator NOT GLOB '*[^0-9.-]*' AND numerator NOT GLOB '*.*.*' AND numerator NOT GLOB '?*-*' AND numerator GLOB '*[0-9]' AND (numerator GLOB '[0-9]*' OR numerator GLOB '-[0-9]*') AND length(numerator) <= 60)), denominator TEXT CHECK (denominator IS NULL OR (denominator NOT GLOB '*[^0-9.-]*' AND denominator NOT GLOB '*.*.*' AND denominator NOT GLOB '?*-*' AND denominator GLOB '*[0-9]' AND (denominator GLOB '[0-9]*' OR denominator GLOB '-[0-9]*') AND length(denominator) <= 60)),
    nothing_happened INTEGER NOT NULL DEFAULT 0 CHECK (nothing_happened IN (0, 1)),
    UNIQUE (plan_id, row_key, unit, start, as_of), CHECK (start <= as_of),
    CHECK (nothing_happened + (value IS NOT NULL) + (numerator IS NOT NULL) = 1), 
    CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (denominator IS NULL OR CAST(denominator AS REAL) > 0)
) STRICT;
INSERT INTO "part_figure" VALUES(1,1,'ct-so-hoa','Bản Lạnh','2026-09-01','2026-09-30',NULL,'3','4',0);
INSERT INTO "part_figure" VALUES(2,1,'ct-bai','Bản Lạnh','2026-09-01','2026-09-30',NULL,NULL,NULL,1);
CREATE TABLE period_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''),
    start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), closing TEXT NOT NULL CHECK (closing GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(closing, '+0 days') IS closing),
    locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)), why TEXT NOT NULL DEFAULT '', issued INTEGER NOT NULL DEFAULT 0 CHECK (issued IN (0, 1) AND issued <= locked),
    UNIQUE (plan_id, period_key), CHECK (start <= closing)
) STRICT;
INSERT INTO "period_state" VALUES(1,1,'thang/2026-10','2026-10-01','2026-10-31',1,'',1);
CREATE TABLE period_understanding (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), parser TEXT NOT NULL CHECK (parser <> ''), readings TEXT NOT NULL CHECK (readings GLOB '[[]*]'),
    UNIQUE (plan_id, period_key)
) STRICT;
INSERT INTO "period_understanding" VALUES(1,1,'thang/2026-10','1','[{"row_key":"nv-kh","column":"deadline","understood":"tháng 10/2026","why":"in nhầm tháng"}]');
CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL CHECK (key <> ''), is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
    head TEXT NOT NULL CHECK (head GLOB '{*}'),
    added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;
INSERT INTO "plan" VALUES(1,'mau',1,'{"format":"so57-plan","version":1,"id":"mau","commune":"Thuận Châu","province":"Sơn La","issuer":"UBND xã Thuận Châu","document":{"title":"Kế hoạch","number":"142/KH-UBND","date":"04/6/2025","signer":"Đỗ Ngọc Quang","position":"CHỦ TỊCH","recipients":[],"legal_bases":[],"appendix_notes":[]},"milestones":[2025,2030],"schedule_columns":[{"id":"deadline","title":"Thời gian","first_year":null,"last_year":null}],"layouts":{"indicators":{"kind":"milestones","title":"Chỉ tiêu","columns":[]}},"agencies":[],"duties":[{"id":"thang","name":"Báo cáo tháng","direction":"outgoing","frequency":"month","calendar":"calendar","due":null,"to":["UBND tỉnh"],"by":"","issuer":"","as_printed":"hằng tháng"}],"assignment_rows":[],"unit_duties":[],"corrections":[]}','2026-11-01T08:30:00','d2d830e53302ffbaf733a69500a4b5488615486b9c24d1c34f8fa0a1f5df7abe');
CREATE TABLE progress (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL, occurrence TEXT NOT NULL,
    start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(start, '+0 days') IS start), as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(as_of, '+0 days') IS as_of),
    percent TEXT CHECK (percent IS NULL OR (percent NOT GLOB '*[^0-9.-]*' AND percent NOT GLOB '*.*.*' AND percent NOT GLOB '?*-*' AND percent GLOB '*[0-9]' AND (percent GLOB '[0-9]*' OR percent GLOB '-[0-9]*') AND length(percent) <= 60)), done INTEGER CHECK (done IN (0, 1)), done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(done_on, '+0 days') IS done_on),
    deliverable_number TEXT NOT NULL DEFAULT '', deliverable_date TEXT CHECK (deliverable_date IS NULL OR deliverable_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(deliverable_date, '+0 days') IS deliverable_date),
    text TEXT NOT NULL DEFAULT '', difficulty TEXT NOT NULL DEFAULT '', proposal TEXT NOT NULL DEFAULT '', next_step TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('typed', 'form', 'package', 'import', 'sample', 'undo')),
    UNIQUE (plan_id, row_key, occurrence, start, as_of),
    CHECK (start <= as_of),
    CHECK (percent IS NULL OR CAST(percent AS REAL) BETWEEN 0 AND 100)
) STRICT;
INSERT INTO "progress" VALUES(1,1,'nv-kh','deadline','2026-10-01','2026-10-31','70',NULL,NULL,'',NULL,'Đã có dự thảo','','','','','typed');
CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), of_column TEXT NOT NULL CHECK (of_column <> ''), understood TEXT NOT NULL CHECK (understood <> ''), why TEXT NOT NULL CHECK (why <> ''),
    UNIQUE (plan_id, row_key, of_column)
) STRICT;
INSERT INTO "reading" VALUES(1,1,'nv-kh','deadline','tháng 10/2026','in nhầm tháng');
CREATE TABLE remark (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), section TEXT NOT NULL DEFAULT '', said_by TEXT NOT NULL CHECK (said_by <> ''), said_on TEXT NOT NULL CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(said_on, '+0 days') IS said_on), text TEXT NOT NULL CHECK (text <> ''),
    answer TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "remark" VALUES(1,1,'thang/2026-10','III','Chủ tịch','2026-11-03','Nêu rõ nguyên nhân.','Đã bổ sung.');
CREATE TABLE report_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), step TEXT NOT NULL CHECK (step IN ('submitted', 'returned')),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(on_day, '+0 days') IS on_day), person TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "report_step" VALUES(1,1,'thang/2026-10','submitted','2026-11-02','Chủ tịch UBND xã','bản in');
CREATE TABLE row_lead (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), unit TEXT NOT NULL CHECK (unit <> ''),
    UNIQUE (plan_id, row_key)
) STRICT;
INSERT INTO "row_lead" VALUES(1,1,'ct-5g','Công an xã');
CREATE TABLE sending (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), issue_id INTEGER NOT NULL REFERENCES issue (id), recipient TEXT NOT NULL CHECK (recipient <> ''),
    sent_on TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(sent_on, '+0 days') IS sent_on), how TEXT NOT NULL CHECK (how IN ('email', 'hand', 'post', 'system', 'other')),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "sending" VALUES(1,1,'thang/2026-10',1,'UBND tỉnh','2026-11-04','email','kèm bản ký số');
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), period_key TEXT NOT NULL CHECK (period_key <> ''), sentence_key TEXT NOT NULL CHECK (sentence_key <> ''), text TEXT NOT NULL DEFAULT '', written_over TEXT NOT NULL CHECK (written_over <> ''),
    UNIQUE (plan_id, period_key, sentence_key)
) STRICT;
INSERT INTO "sentence" VALUES(1,1,'thang/2026-10','II.1/counts','Phần lớn chỉ tiêu đạt.','02 chỉ tiêu đạt.');
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE CHECK (key <> ''), value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES(1,'officer','Lò Thị Lan');
INSERT INTO "setting" VALUES(2,'declared_from','2026-01-01');
CREATE TABLE still_in_force (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), occurrence TEXT NOT NULL CHECK (occurrence <> ''), paper_number TEXT NOT NULL DEFAULT '', paper_day TEXT CHECK (paper_day IS NULL OR paper_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(paper_day, '+0 days') IS paper_day), paper_about TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, row_key, occurrence), CHECK (paper_number <> '')
) STRICT;
INSERT INTO "still_in_force" VALUES(1,1,'nv-kh','deadline','142/KH-UBND','2025-06-04','');
CREATE TABLE supplier (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id), row_key TEXT NOT NULL CHECK (row_key <> ''), unit TEXT NOT NULL CHECK (unit <> ''), first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(first_day, '+0 days') IS first_day), last_day TEXT CHECK (last_day IS NULL OR last_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(last_day, '+0 days') IS last_day),
    UNIQUE (plan_id, row_key, unit, first_day), CHECK (last_day IS NULL OR first_day <= last_day)
) STRICT;
INSERT INTO "supplier" VALUES(1,1,'ct-so-hoa','Bản Lạnh','2026-01-01','2026-09-30');
CREATE TABLE task_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan (id),
    key TEXT NOT NULL CHECK (key <> ''), position INTEGER NOT NULL, number TEXT NOT NULL, parent TEXT,
    name TEXT NOT NULL, name_folded TEXT NOT NULL, lead TEXT NOT NULL DEFAULT '', coordinating TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    in_force_from TEXT NOT NULL DEFAULT ''
        CHECK (in_force_from = '' OR (in_force_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(in_force_from, '+0 days') IS in_force_from)),
    in_force_to TEXT CHECK (in_force_to IS NULL OR in_force_to GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(in_force_to, '+0 days') IS in_force_to),
    kind TEXT NOT NULL CHECK (kind IN ('section', 'group', 'task')),
    deliverable TEXT NOT NULL DEFAULT '',
    schedule TEXT NOT NULL DEFAULT '{}' CHECK (schedule GLOB '{*}'),
    UNIQUE (plan_id, key, in_force_from)
) STRICT;
INSERT INTO "task_row" VALUES(1,1,'nv',1,'I',NULL,'Thể chế','the che','','','','',NULL,'section','','{}');
INSERT INTO "task_row" VALUES(2,1,'nv-kh',2,'1','nv','Ban hành kế hoạch','ban hanh ke hoach','Phòng VH-XH','','','',NULL,'task','','{"deadline":"9/2026"}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX change_set_undoes ON change_set (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_entry_set ON change_entry (change_set_id);
CREATE INDEX change_entry_row ON change_entry (table_name, row_id);
CREATE INDEX change_entry_key ON change_entry (new, table_name)
    WHERE op = 'insert' AND column_name IN ('row_key', 'period_key', 'key');
CREATE UNIQUE INDEX plan_current ON plan (is_current) WHERE is_current = 1;
CREATE INDEX issue_period ON issue (plan_id, period_key);
CREATE INDEX report_step_period ON report_step (plan_id, period_key);
CREATE INDEX remark_period ON remark (plan_id, period_key);
CREATE INDEX sending_period ON sending (plan_id, period_key);
CREATE INDEX collection_form_period ON collection_form (plan_id, period_key);
CREATE TRIGGER change_set_guard_update BEFORE UPDATE ON change_set WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER change_set_guard_delete BEFORE DELETE ON change_set WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER change_entry_guard_update BEFORE UPDATE ON change_entry WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER change_entry_guard_delete BEFORE DELETE ON change_entry WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER setting_guard_insert BEFORE INSERT ON setting WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER setting_guard_update BEFORE UPDATE ON setting WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER setting_guard_delete BEFORE DELETE ON setting WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER setting_guard_id BEFORE UPDATE OF id ON setting WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER setting_log_insert AFTER INSERT ON setting
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'setting', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'value' AS name, NEW.value AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER setting_log_delete AFTER DELETE ON setting
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'setting', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'value' AS name, OLD.value AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER setting_log_update_key AFTER UPDATE OF key ON setting WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'setting', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER setting_log_update_value AFTER UPDATE OF value ON setting WHEN OLD.value IS NOT NEW.value
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'setting', NEW.id, 'value', OLD.value, NEW.value, 'update' FROM open_change_set; END;
CREATE TRIGGER plan_guard_insert BEFORE INSERT ON plan WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER plan_guard_update BEFORE UPDATE ON plan WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER plan_guard_delete BEFORE DELETE ON plan WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER plan_guard_id BEFORE UPDATE OF id ON plan WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER plan_log_insert AFTER INSERT ON plan
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'plan', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'is_current' AS name, NEW.is_current AS value, 0 AS usual UNION ALL SELECT 'head' AS name, NEW.head AS value, NULL AS usual UNION ALL SELECT 'added_at' AS name, NEW.added_at AS value, NULL AS usual UNION ALL SELECT 'sha256' AS name, NEW.sha256 AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER plan_log_delete AFTER DELETE ON plan
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'plan', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'is_current' AS name, OLD.is_current AS value, 0 AS usual UNION ALL SELECT 'head' AS name, OLD.head AS value, NULL AS usual UNION ALL SELECT 'added_at' AS name, OLD.added_at AS value, NULL AS usual UNION ALL SELECT 'sha256' AS name, OLD.sha256 AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER plan_log_update_key AFTER UPDATE OF key ON plan WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'plan', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER plan_log_update_is_current AFTER UPDATE OF is_current ON plan WHEN OLD.is_current IS NOT NEW.is_current
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'plan', NEW.id, 'is_current', OLD.is_current, NEW.is_current, 'update' FROM open_change_set; END;
CREATE TRIGGER plan_log_update_head AFTER UPDATE OF head ON plan WHEN OLD.head IS NOT NEW.head
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'plan', NEW.id, 'head', OLD.head, NEW.head, 'update' FROM open_change_set; END;
CREATE TRIGGER plan_log_update_added_at AFTER UPDATE OF added_at ON plan WHEN OLD.added_at IS NOT NEW.added_at
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'plan', NEW.id, 'added_at', OLD.added_at, NEW.added_at, 'update' FROM open_change_set; END;
CREATE TRIGGER plan_log_update_sha256 AFTER UPDATE OF sha256 ON plan WHEN OLD.sha256 IS NOT NEW.sha256
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'plan', NEW.id, 'sha256', OLD.sha256, NEW.sha256, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_guard_insert BEFORE INSERT ON indicator_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER indicator_row_guard_update BEFORE UPDATE ON indicator_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER indicator_row_guard_delete BEFORE DELETE ON indicator_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER indicator_row_guard_id BEFORE UPDATE OF id ON indicator_row WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER indicator_row_log_insert AFTER INSERT ON indicator_row
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'indicator_row', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'position' AS name, NEW.position AS value, NULL AS usual UNION ALL SELECT 'number' AS name, NEW.number AS value, NULL AS usual UNION ALL SELECT 'parent' AS name, NEW.parent AS value, NULL AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, NEW.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, NEW.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, NEW.coordinating AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'in_force_from' AS name, NEW.in_force_from AS value, '' AS usual UNION ALL SELECT 'in_force_to' AS name, NEW.in_force_to AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, NEW.kind AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, NEW.unit AS value, '' AS usual UNION ALL SELECT 'measure' AS name, NEW.measure AS value, 'state' AS usual UNION ALL SELECT 'targets' AS name, NEW.targets AS value, '{}' AS usual UNION ALL SELECT 'same_as' AS name, NEW.same_as AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER indicator_row_log_delete AFTER DELETE ON indicator_row
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'indicator_row', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'position' AS name, OLD.position AS value, NULL AS usual UNION ALL SELECT 'number' AS name, OLD.number AS value, NULL AS usual UNION ALL SELECT 'parent' AS name, OLD.parent AS value, NULL AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, OLD.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, OLD.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, OLD.coordinating AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'in_force_from' AS name, OLD.in_force_from AS value, '' AS usual UNION ALL SELECT 'in_force_to' AS name, OLD.in_force_to AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, OLD.kind AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, OLD.unit AS value, '' AS usual UNION ALL SELECT 'measure' AS name, OLD.measure AS value, 'state' AS usual UNION ALL SELECT 'targets' AS name, OLD.targets AS value, '{}' AS usual UNION ALL SELECT 'same_as' AS name, OLD.same_as AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER indicator_row_log_update_plan_id AFTER UPDATE OF plan_id ON indicator_row WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_key AFTER UPDATE OF key ON indicator_row WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_position AFTER UPDATE OF position ON indicator_row WHEN OLD.position IS NOT NEW.position
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'position', OLD.position, NEW.position, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_number AFTER UPDATE OF number ON indicator_row WHEN OLD.number IS NOT NEW.number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'number', OLD.number, NEW.number, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_parent AFTER UPDATE OF parent ON indicator_row WHEN OLD.parent IS NOT NEW.parent
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'parent', OLD.parent, NEW.parent, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_name AFTER UPDATE OF name ON indicator_row WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_name_folded AFTER UPDATE OF name_folded ON indicator_row WHEN OLD.name_folded IS NOT NEW.name_folded
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'name_folded', OLD.name_folded, NEW.name_folded, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_lead AFTER UPDATE OF lead ON indicator_row WHEN OLD.lead IS NOT NEW.lead
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'lead', OLD.lead, NEW.lead, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_coordinating AFTER UPDATE OF coordinating ON indicator_row WHEN OLD.coordinating IS NOT NEW.coordinating
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'coordinating', OLD.coordinating, NEW.coordinating, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_note AFTER UPDATE OF note ON indicator_row WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_in_force_from AFTER UPDATE OF in_force_from ON indicator_row WHEN OLD.in_force_from IS NOT NEW.in_force_from
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'in_force_from', OLD.in_force_from, NEW.in_force_from, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_in_force_to AFTER UPDATE OF in_force_to ON indicator_row WHEN OLD.in_force_to IS NOT NEW.in_force_to
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'in_force_to', OLD.in_force_to, NEW.in_force_to, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_kind AFTER UPDATE OF kind ON indicator_row WHEN OLD.kind IS NOT NEW.kind
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'kind', OLD.kind, NEW.kind, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_unit AFTER UPDATE OF unit ON indicator_row WHEN OLD.unit IS NOT NEW.unit
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'unit', OLD.unit, NEW.unit, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_measure AFTER UPDATE OF measure ON indicator_row WHEN OLD.measure IS NOT NEW.measure
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'measure', OLD.measure, NEW.measure, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_targets AFTER UPDATE OF targets ON indicator_row WHEN OLD.targets IS NOT NEW.targets
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'targets', OLD.targets, NEW.targets, 'update' FROM open_change_set; END;
CREATE TRIGGER indicator_row_log_update_same_as AFTER UPDATE OF same_as ON indicator_row WHEN OLD.same_as IS NOT NEW.same_as
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'indicator_row', NEW.id, 'same_as', OLD.same_as, NEW.same_as, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_guard_insert BEFORE INSERT ON task_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER task_row_guard_update BEFORE UPDATE ON task_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER task_row_guard_delete BEFORE DELETE ON task_row WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER task_row_guard_id BEFORE UPDATE OF id ON task_row WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER task_row_log_insert AFTER INSERT ON task_row
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'task_row', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'position' AS name, NEW.position AS value, NULL AS usual UNION ALL SELECT 'number' AS name, NEW.number AS value, NULL AS usual UNION ALL SELECT 'parent' AS name, NEW.parent AS value, NULL AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, NEW.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, NEW.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, NEW.coordinating AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'in_force_from' AS name, NEW.in_force_from AS value, '' AS usual UNION ALL SELECT 'in_force_to' AS name, NEW.in_force_to AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, NEW.kind AS value, NULL AS usual UNION ALL SELECT 'deliverable' AS name, NEW.deliverable AS value, '' AS usual UNION ALL SELECT 'schedule' AS name, NEW.schedule AS value, '{}' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER task_row_log_delete AFTER DELETE ON task_row
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'task_row', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'position' AS name, OLD.position AS value, NULL AS usual UNION ALL SELECT 'number' AS name, OLD.number AS value, NULL AS usual UNION ALL SELECT 'parent' AS name, OLD.parent AS value, NULL AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, OLD.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, OLD.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, OLD.coordinating AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'in_force_from' AS name, OLD.in_force_from AS value, '' AS usual UNION ALL SELECT 'in_force_to' AS name, OLD.in_force_to AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, OLD.kind AS value, NULL AS usual UNION ALL SELECT 'deliverable' AS name, OLD.deliverable AS value, '' AS usual UNION ALL SELECT 'schedule' AS name, OLD.schedule AS value, '{}' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER task_row_log_update_plan_id AFTER UPDATE OF plan_id ON task_row WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_key AFTER UPDATE OF key ON task_row WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_position AFTER UPDATE OF position ON task_row WHEN OLD.position IS NOT NEW.position
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'position', OLD.position, NEW.position, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_number AFTER UPDATE OF number ON task_row WHEN OLD.number IS NOT NEW.number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'number', OLD.number, NEW.number, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_parent AFTER UPDATE OF parent ON task_row WHEN OLD.parent IS NOT NEW.parent
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'parent', OLD.parent, NEW.parent, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_name AFTER UPDATE OF name ON task_row WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_name_folded AFTER UPDATE OF name_folded ON task_row WHEN OLD.name_folded IS NOT NEW.name_folded
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'name_folded', OLD.name_folded, NEW.name_folded, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_lead AFTER UPDATE OF lead ON task_row WHEN OLD.lead IS NOT NEW.lead
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'lead', OLD.lead, NEW.lead, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_coordinating AFTER UPDATE OF coordinating ON task_row WHEN OLD.coordinating IS NOT NEW.coordinating
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'coordinating', OLD.coordinating, NEW.coordinating, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_note AFTER UPDATE OF note ON task_row WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_in_force_from AFTER UPDATE OF in_force_from ON task_row WHEN OLD.in_force_from IS NOT NEW.in_force_from
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'in_force_from', OLD.in_force_from, NEW.in_force_from, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_in_force_to AFTER UPDATE OF in_force_to ON task_row WHEN OLD.in_force_to IS NOT NEW.in_force_to
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'in_force_to', OLD.in_force_to, NEW.in_force_to, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_kind AFTER UPDATE OF kind ON task_row WHEN OLD.kind IS NOT NEW.kind
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'kind', OLD.kind, NEW.kind, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_deliverable AFTER UPDATE OF deliverable ON task_row WHEN OLD.deliverable IS NOT NEW.deliverable
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'deliverable', OLD.deliverable, NEW.deliverable, 'update' FROM open_change_set; END;
CREATE TRIGGER task_row_log_update_schedule AFTER UPDATE OF schedule ON task_row WHEN OLD.schedule IS NOT NEW.schedule
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'task_row', NEW.id, 'schedule', OLD.schedule, NEW.schedule, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_guard_insert BEFORE INSERT ON figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER figure_guard_update BEFORE UPDATE ON figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER figure_guard_delete BEFORE DELETE ON figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER figure_guard_id BEFORE UPDATE OF id ON figure WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER figure_guard_row BEFORE INSERT ON figure WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER figure_guard_locked_insert BEFORE INSERT ON figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER figure_guard_locked_update BEFORE UPDATE ON figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = OLD.plan_id AND r.key = OLD.row_key AND r.measure = 'state')))) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER figure_guard_locked_delete BEFORE DELETE ON figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = OLD.plan_id AND r.key = OLD.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER figure_log_insert AFTER INSERT ON figure
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'figure', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, NEW.as_of AS value, NULL AS usual UNION ALL SELECT 'value' AS name, NEW.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, NEW.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, NEW.denominator AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, '' AS usual UNION ALL SELECT 'reached' AS name, NEW.reached AS value, NULL AS usual UNION ALL SELECT 'state' AS name, NEW.state AS value, 'figure' AS usual UNION ALL SELECT 'estimate' AS name, NEW.estimate AS value, 0 AS usual UNION ALL SELECT 'difficulty' AS name, NEW.difficulty AS value, '' AS usual UNION ALL SELECT 'proposal' AS name, NEW.proposal AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'origin' AS name, NEW.origin AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER figure_log_delete AFTER DELETE ON figure
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'figure', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, OLD.as_of AS value, NULL AS usual UNION ALL SELECT 'value' AS name, OLD.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, OLD.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, OLD.denominator AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, '' AS usual UNION ALL SELECT 'reached' AS name, OLD.reached AS value, NULL AS usual UNION ALL SELECT 'state' AS name, OLD.state AS value, 'figure' AS usual UNION ALL SELECT 'estimate' AS name, OLD.estimate AS value, 0 AS usual UNION ALL SELECT 'difficulty' AS name, OLD.difficulty AS value, '' AS usual UNION ALL SELECT 'proposal' AS name, OLD.proposal AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'origin' AS name, OLD.origin AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER figure_log_update_plan_id AFTER UPDATE OF plan_id ON figure WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_row_key AFTER UPDATE OF row_key ON figure WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_start AFTER UPDATE OF start ON figure WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_as_of AFTER UPDATE OF as_of ON figure WHEN OLD.as_of IS NOT NEW.as_of
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'as_of', OLD.as_of, NEW.as_of, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_value AFTER UPDATE OF value ON figure WHEN OLD.value IS NOT NEW.value
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'value', OLD.value, NEW.value, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_numerator AFTER UPDATE OF numerator ON figure WHEN OLD.numerator IS NOT NEW.numerator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'numerator', OLD.numerator, NEW.numerator, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_denominator AFTER UPDATE OF denominator ON figure WHEN OLD.denominator IS NOT NEW.denominator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'denominator', OLD.denominator, NEW.denominator, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_text AFTER UPDATE OF text ON figure WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_reached AFTER UPDATE OF reached ON figure WHEN OLD.reached IS NOT NEW.reached
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'reached', OLD.reached, NEW.reached, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_state AFTER UPDATE OF state ON figure WHEN OLD.state IS NOT NEW.state
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'state', OLD.state, NEW.state, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_estimate AFTER UPDATE OF estimate ON figure WHEN OLD.estimate IS NOT NEW.estimate
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'estimate', OLD.estimate, NEW.estimate, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_difficulty AFTER UPDATE OF difficulty ON figure WHEN OLD.difficulty IS NOT NEW.difficulty
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'difficulty', OLD.difficulty, NEW.difficulty, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_proposal AFTER UPDATE OF proposal ON figure WHEN OLD.proposal IS NOT NEW.proposal
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'proposal', OLD.proposal, NEW.proposal, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_note AFTER UPDATE OF note ON figure WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER figure_log_update_origin AFTER UPDATE OF origin ON figure WHEN OLD.origin IS NOT NEW.origin
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'figure', NEW.id, 'origin', OLD.origin, NEW.origin, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_guard_insert BEFORE INSERT ON progress WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER progress_guard_update BEFORE UPDATE ON progress WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER progress_guard_delete BEFORE DELETE ON progress WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER progress_guard_id BEFORE UPDATE OF id ON progress WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER progress_guard_row BEFORE INSERT ON progress WHEN NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task') AND NOT EXISTS (SELECT 1 FROM extra_task AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key) AND NOT EXISTS (SELECT 1 WHERE NEW.row_key GLOB 'pc-[0-9]*')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER progress_guard_locked_insert BEFORE INSERT ON progress WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND 1)))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER progress_guard_locked_update BEFORE UPDATE ON progress WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND 1))) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND 1)))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER progress_guard_locked_delete BEFORE DELETE ON progress WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND 1)))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER progress_log_insert AFTER INSERT ON progress
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'progress', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, NEW.occurrence AS value, NULL AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, NEW.as_of AS value, NULL AS usual UNION ALL SELECT 'percent' AS name, NEW.percent AS value, NULL AS usual UNION ALL SELECT 'done' AS name, NEW.done AS value, NULL AS usual UNION ALL SELECT 'done_on' AS name, NEW.done_on AS value, NULL AS usual UNION ALL SELECT 'deliverable_number' AS name, NEW.deliverable_number AS value, '' AS usual UNION ALL SELECT 'deliverable_date' AS name, NEW.deliverable_date AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, '' AS usual UNION ALL SELECT 'difficulty' AS name, NEW.difficulty AS value, '' AS usual UNION ALL SELECT 'proposal' AS name, NEW.proposal AS value, '' AS usual UNION ALL SELECT 'next_step' AS name, NEW.next_step AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'origin' AS name, NEW.origin AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER progress_log_delete AFTER DELETE ON progress
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'progress', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, OLD.occurrence AS value, NULL AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, OLD.as_of AS value, NULL AS usual UNION ALL SELECT 'percent' AS name, OLD.percent AS value, NULL AS usual UNION ALL SELECT 'done' AS name, OLD.done AS value, NULL AS usual UNION ALL SELECT 'done_on' AS name, OLD.done_on AS value, NULL AS usual UNION ALL SELECT 'deliverable_number' AS name, OLD.deliverable_number AS value, '' AS usual UNION ALL SELECT 'deliverable_date' AS name, OLD.deliverable_date AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, '' AS usual UNION ALL SELECT 'difficulty' AS name, OLD.difficulty AS value, '' AS usual UNION ALL SELECT 'proposal' AS name, OLD.proposal AS value, '' AS usual UNION ALL SELECT 'next_step' AS name, OLD.next_step AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'origin' AS name, OLD.origin AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER progress_log_update_plan_id AFTER UPDATE OF plan_id ON progress WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_row_key AFTER UPDATE OF row_key ON progress WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_occurrence AFTER UPDATE OF occurrence ON progress WHEN OLD.occurrence IS NOT NEW.occurrence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'occurrence', OLD.occurrence, NEW.occurrence, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_start AFTER UPDATE OF start ON progress WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_as_of AFTER UPDATE OF as_of ON progress WHEN OLD.as_of IS NOT NEW.as_of
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'as_of', OLD.as_of, NEW.as_of, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_percent AFTER UPDATE OF percent ON progress WHEN OLD.percent IS NOT NEW.percent
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'percent', OLD.percent, NEW.percent, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_done AFTER UPDATE OF done ON progress WHEN OLD.done IS NOT NEW.done
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'done', OLD.done, NEW.done, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_done_on AFTER UPDATE OF done_on ON progress WHEN OLD.done_on IS NOT NEW.done_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'done_on', OLD.done_on, NEW.done_on, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_deliverable_number AFTER UPDATE OF deliverable_number ON progress WHEN OLD.deliverable_number IS NOT NEW.deliverable_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'deliverable_number', OLD.deliverable_number, NEW.deliverable_number, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_deliverable_date AFTER UPDATE OF deliverable_date ON progress WHEN OLD.deliverable_date IS NOT NEW.deliverable_date
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'deliverable_date', OLD.deliverable_date, NEW.deliverable_date, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_text AFTER UPDATE OF text ON progress WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_difficulty AFTER UPDATE OF difficulty ON progress WHEN OLD.difficulty IS NOT NEW.difficulty
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'difficulty', OLD.difficulty, NEW.difficulty, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_proposal AFTER UPDATE OF proposal ON progress WHEN OLD.proposal IS NOT NEW.proposal
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'proposal', OLD.proposal, NEW.proposal, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_next_step AFTER UPDATE OF next_step ON progress WHEN OLD.next_step IS NOT NEW.next_step
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'next_step', OLD.next_step, NEW.next_step, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_note AFTER UPDATE OF note ON progress WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER progress_log_update_origin AFTER UPDATE OF origin ON progress WHEN OLD.origin IS NOT NEW.origin
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'progress', NEW.id, 'origin', OLD.origin, NEW.origin, 'update' FROM open_change_set; END;
CREATE TRIGGER narrative_guard_insert BEFORE INSERT ON narrative WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER narrative_guard_update BEFORE UPDATE ON narrative WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER narrative_guard_delete BEFORE DELETE ON narrative WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER narrative_guard_id BEFORE UPDATE OF id ON narrative WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER narrative_guard_locked_insert BEFORE INSERT ON narrative WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER narrative_guard_locked_update BEFORE UPDATE ON narrative WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER narrative_guard_locked_delete BEFORE DELETE ON narrative WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER narrative_log_insert AFTER INSERT ON narrative
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'narrative', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'section' AS name, NEW.section AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER narrative_log_delete AFTER DELETE ON narrative
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'narrative', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'section' AS name, OLD.section AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER narrative_log_update_plan_id AFTER UPDATE OF plan_id ON narrative WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'narrative', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER narrative_log_update_period_key AFTER UPDATE OF period_key ON narrative WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'narrative', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER narrative_log_update_section AFTER UPDATE OF section ON narrative WHEN OLD.section IS NOT NEW.section
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'narrative', NEW.id, 'section', OLD.section, NEW.section, 'update' FROM open_change_set; END;
CREATE TRIGGER narrative_log_update_text AFTER UPDATE OF text ON narrative WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'narrative', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_guard_insert BEFORE INSERT ON period_state WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_state_guard_update BEFORE UPDATE ON period_state WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_state_guard_delete BEFORE DELETE ON period_state WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_state_guard_id BEFORE UPDATE OF id ON period_state WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER period_state_guard_locked_update BEFORE UPDATE ON period_state WHEN OLD.locked = 1 AND (OLD.plan_id IS NOT NEW.plan_id OR OLD.period_key IS NOT NEW.period_key OR OLD.start IS NOT NEW.start OR OLD.closing IS NOT NEW.closing)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER period_state_guard_locked_delete BEFORE DELETE ON period_state WHEN OLD.locked = 1
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER period_state_guard_reason BEFORE UPDATE OF locked ON period_state WHEN OLD.locked = 1 AND NEW.locked = 0 AND (SELECT trim(why) FROM change_set WHERE id = (SELECT change_set_id FROM open_change_set)) = ''
BEGIN SELECT RAISE(ABORT, 'so57:needs-reason'); END;
CREATE TRIGGER period_state_log_insert AFTER INSERT ON period_state
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'period_state', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'closing' AS name, NEW.closing AS value, NULL AS usual UNION ALL SELECT 'locked' AS name, NEW.locked AS value, 0 AS usual UNION ALL SELECT 'why' AS name, NEW.why AS value, '' AS usual UNION ALL SELECT 'issued' AS name, NEW.issued AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER period_state_log_delete AFTER DELETE ON period_state
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'period_state', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'closing' AS name, OLD.closing AS value, NULL AS usual UNION ALL SELECT 'locked' AS name, OLD.locked AS value, 0 AS usual UNION ALL SELECT 'why' AS name, OLD.why AS value, '' AS usual UNION ALL SELECT 'issued' AS name, OLD.issued AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER period_state_log_update_plan_id AFTER UPDATE OF plan_id ON period_state WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_period_key AFTER UPDATE OF period_key ON period_state WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_start AFTER UPDATE OF start ON period_state WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_closing AFTER UPDATE OF closing ON period_state WHEN OLD.closing IS NOT NEW.closing
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'closing', OLD.closing, NEW.closing, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_locked AFTER UPDATE OF locked ON period_state WHEN OLD.locked IS NOT NEW.locked
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'locked', OLD.locked, NEW.locked, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_why AFTER UPDATE OF why ON period_state WHEN OLD.why IS NOT NEW.why
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'why', OLD.why, NEW.why, 'update' FROM open_change_set; END;
CREATE TRIGGER period_state_log_update_issued AFTER UPDATE OF issued ON period_state WHEN OLD.issued IS NOT NEW.issued
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_state', NEW.id, 'issued', OLD.issued, NEW.issued, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_guard_insert BEFORE INSERT ON issue WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_guard_update BEFORE UPDATE ON issue WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_guard_delete BEFORE DELETE ON issue WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_guard_id BEFORE UPDATE OF id ON issue WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER issue_guard_kept BEFORE DELETE ON issue WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:issued'); END;
CREATE TRIGGER issue_log_insert AFTER INSERT ON issue
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'issue', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'number' AS name, NEW.number AS value, NULL AS usual UNION ALL SELECT 'date' AS name, NEW.date AS value, NULL AS usual UNION ALL SELECT 'signer' AS name, NEW.signer AS value, NULL AS usual UNION ALL SELECT 'position' AS name, NEW.position AS value, '' AS usual UNION ALL SELECT 'issued_at' AS name, NEW.issued_at AS value, NULL AS usual UNION ALL SELECT 'who' AS name, NEW.who AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER issue_log_delete AFTER DELETE ON issue
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'issue', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'number' AS name, OLD.number AS value, NULL AS usual UNION ALL SELECT 'date' AS name, OLD.date AS value, NULL AS usual UNION ALL SELECT 'signer' AS name, OLD.signer AS value, NULL AS usual UNION ALL SELECT 'position' AS name, OLD.position AS value, '' AS usual UNION ALL SELECT 'issued_at' AS name, OLD.issued_at AS value, NULL AS usual UNION ALL SELECT 'who' AS name, OLD.who AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER issue_log_update_plan_id AFTER UPDATE OF plan_id ON issue WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_period_key AFTER UPDATE OF period_key ON issue WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_number AFTER UPDATE OF number ON issue WHEN OLD.number IS NOT NEW.number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'number', OLD.number, NEW.number, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_date AFTER UPDATE OF date ON issue WHEN OLD.date IS NOT NEW.date
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'date', OLD.date, NEW.date, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_signer AFTER UPDATE OF signer ON issue WHEN OLD.signer IS NOT NEW.signer
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'signer', OLD.signer, NEW.signer, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_position AFTER UPDATE OF position ON issue WHEN OLD.position IS NOT NEW.position
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'position', OLD.position, NEW.position, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_issued_at AFTER UPDATE OF issued_at ON issue WHEN OLD.issued_at IS NOT NEW.issued_at
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'issued_at', OLD.issued_at, NEW.issued_at, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_log_update_who AFTER UPDATE OF who ON issue WHEN OLD.who IS NOT NEW.who
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue', NEW.id, 'who', OLD.who, NEW.who, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_file_guard_insert BEFORE INSERT ON issue_file WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_file_guard_update BEFORE UPDATE ON issue_file WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_file_guard_delete BEFORE DELETE ON issue_file WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER issue_file_guard_id BEFORE UPDATE OF id ON issue_file WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER issue_file_guard_kept BEFORE DELETE ON issue_file WHEN 1
BEGIN SELECT RAISE(ABORT, 'so57:issued'); END;
CREATE TRIGGER issue_file_log_insert AFTER INSERT ON issue_file
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'issue_file', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'issue_id' AS name, NEW.issue_id AS value, NULL AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual UNION ALL SELECT 'format' AS name, NEW.format AS value, NULL AS usual UNION ALL SELECT 'sha256' AS name, NEW.sha256 AS value, NULL AS usual UNION ALL SELECT 'size' AS name, NEW.size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER issue_file_log_delete AFTER DELETE ON issue_file
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'issue_file', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'issue_id' AS name, OLD.issue_id AS value, NULL AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual UNION ALL SELECT 'format' AS name, OLD.format AS value, NULL AS usual UNION ALL SELECT 'sha256' AS name, OLD.sha256 AS value, NULL AS usual UNION ALL SELECT 'size' AS name, OLD.size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER issue_file_log_update_issue_id AFTER UPDATE OF issue_id ON issue_file WHEN OLD.issue_id IS NOT NEW.issue_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue_file', NEW.id, 'issue_id', OLD.issue_id, NEW.issue_id, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_file_log_update_name AFTER UPDATE OF name ON issue_file WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue_file', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_file_log_update_format AFTER UPDATE OF format ON issue_file WHEN OLD.format IS NOT NEW.format
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue_file', NEW.id, 'format', OLD.format, NEW.format, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_file_log_update_sha256 AFTER UPDATE OF sha256 ON issue_file WHEN OLD.sha256 IS NOT NEW.sha256
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue_file', NEW.id, 'sha256', OLD.sha256, NEW.sha256, 'update' FROM open_change_set; END;
CREATE TRIGGER issue_file_log_update_size AFTER UPDATE OF size ON issue_file WHEN OLD.size IS NOT NEW.size
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'issue_file', NEW.id, 'size', OLD.size, NEW.size, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_guard_insert BEFORE INSERT ON annual_target WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER annual_target_guard_update BEFORE UPDATE ON annual_target WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER annual_target_guard_delete BEFORE DELETE ON annual_target WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER annual_target_guard_id BEFORE UPDATE OF id ON annual_target WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER annual_target_guard_row BEFORE INSERT ON annual_target WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER annual_target_log_insert AFTER INSERT ON annual_target
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'annual_target', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'year' AS name, NEW.year AS value, NULL AS usual UNION ALL SELECT 'printed' AS name, NEW.printed AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER annual_target_log_delete AFTER DELETE ON annual_target
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'annual_target', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'year' AS name, OLD.year AS value, NULL AS usual UNION ALL SELECT 'printed' AS name, OLD.printed AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER annual_target_log_update_plan_id AFTER UPDATE OF plan_id ON annual_target WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_row_key AFTER UPDATE OF row_key ON annual_target WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_year AFTER UPDATE OF year ON annual_target WHEN OLD.year IS NOT NEW.year
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'year', OLD.year, NEW.year, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_printed AFTER UPDATE OF printed ON annual_target WHEN OLD.printed IS NOT NEW.printed
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'printed', OLD.printed, NEW.printed, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_paper_number AFTER UPDATE OF paper_number ON annual_target WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_paper_day AFTER UPDATE OF paper_day ON annual_target WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER annual_target_log_update_paper_about AFTER UPDATE OF paper_about ON annual_target WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'annual_target', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_guard_insert BEFORE INSERT ON came_true WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER came_true_guard_update BEFORE UPDATE ON came_true WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER came_true_guard_delete BEFORE DELETE ON came_true WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER came_true_guard_id BEFORE UPDATE OF id ON came_true WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER came_true_guard_row BEFORE INSERT ON came_true WHEN NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task') AND NOT EXISTS (SELECT 1 FROM extra_task AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key)
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER came_true_log_insert AFTER INSERT ON came_true
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'came_true', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, NEW.occurrence AS value, NULL AS usual UNION ALL SELECT 'came_on' AS name, NEW.came_on AS value, NULL AS usual UNION ALL SELECT 'deadline' AS name, NEW.deadline AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER came_true_log_delete AFTER DELETE ON came_true
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'came_true', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, OLD.occurrence AS value, NULL AS usual UNION ALL SELECT 'came_on' AS name, OLD.came_on AS value, NULL AS usual UNION ALL SELECT 'deadline' AS name, OLD.deadline AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER came_true_log_update_plan_id AFTER UPDATE OF plan_id ON came_true WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_row_key AFTER UPDATE OF row_key ON came_true WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_occurrence AFTER UPDATE OF occurrence ON came_true WHEN OLD.occurrence IS NOT NEW.occurrence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'occurrence', OLD.occurrence, NEW.occurrence, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_came_on AFTER UPDATE OF came_on ON came_true WHEN OLD.came_on IS NOT NEW.came_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'came_on', OLD.came_on, NEW.came_on, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_deadline AFTER UPDATE OF deadline ON came_true WHEN OLD.deadline IS NOT NEW.deadline
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'deadline', OLD.deadline, NEW.deadline, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_paper_number AFTER UPDATE OF paper_number ON came_true WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_paper_day AFTER UPDATE OF paper_day ON came_true WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER came_true_log_update_paper_about AFTER UPDATE OF paper_about ON came_true WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'came_true', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_guard_insert BEFORE INSERT ON extension WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extension_guard_update BEFORE UPDATE ON extension WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extension_guard_delete BEFORE DELETE ON extension WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extension_guard_id BEFORE UPDATE OF id ON extension WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER extension_guard_row BEFORE INSERT ON extension WHEN NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task') AND NOT EXISTS (SELECT 1 FROM extra_task AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key)
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER extension_log_insert AFTER INSERT ON extension
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'extension', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, NEW.occurrence AS value, NULL AS usual UNION ALL SELECT 'deadline' AS name, NEW.deadline AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER extension_log_delete AFTER DELETE ON extension
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'extension', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, OLD.occurrence AS value, NULL AS usual UNION ALL SELECT 'deadline' AS name, OLD.deadline AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER extension_log_update_plan_id AFTER UPDATE OF plan_id ON extension WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_row_key AFTER UPDATE OF row_key ON extension WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_occurrence AFTER UPDATE OF occurrence ON extension WHEN OLD.occurrence IS NOT NEW.occurrence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'occurrence', OLD.occurrence, NEW.occurrence, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_deadline AFTER UPDATE OF deadline ON extension WHEN OLD.deadline IS NOT NEW.deadline
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'deadline', OLD.deadline, NEW.deadline, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_paper_number AFTER UPDATE OF paper_number ON extension WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_paper_day AFTER UPDATE OF paper_day ON extension WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER extension_log_update_paper_about AFTER UPDATE OF paper_about ON extension WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extension', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_guard_insert BEFORE INSERT ON still_in_force WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER still_in_force_guard_update BEFORE UPDATE ON still_in_force WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER still_in_force_guard_delete BEFORE DELETE ON still_in_force WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER still_in_force_guard_id BEFORE UPDATE OF id ON still_in_force WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER still_in_force_guard_row BEFORE INSERT ON still_in_force WHEN NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task') AND NOT EXISTS (SELECT 1 FROM extra_task AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key)
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER still_in_force_log_insert AFTER INSERT ON still_in_force
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'still_in_force', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, NEW.occurrence AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER still_in_force_log_delete AFTER DELETE ON still_in_force
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'still_in_force', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'occurrence' AS name, OLD.occurrence AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER still_in_force_log_update_plan_id AFTER UPDATE OF plan_id ON still_in_force WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_log_update_row_key AFTER UPDATE OF row_key ON still_in_force WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_log_update_occurrence AFTER UPDATE OF occurrence ON still_in_force WHEN OLD.occurrence IS NOT NEW.occurrence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'occurrence', OLD.occurrence, NEW.occurrence, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_log_update_paper_number AFTER UPDATE OF paper_number ON still_in_force WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_log_update_paper_day AFTER UPDATE OF paper_day ON still_in_force WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER still_in_force_log_update_paper_about AFTER UPDATE OF paper_about ON still_in_force WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'still_in_force', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER direction_guard_insert BEFORE INSERT ON direction WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER direction_guard_update BEFORE UPDATE ON direction WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER direction_guard_delete BEFORE DELETE ON direction WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER direction_guard_id BEFORE UPDATE OF id ON direction WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER direction_guard_locked_insert BEFORE INSERT ON direction WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.paper_day BETWEEN p.start AND p.closing)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER direction_guard_locked_update BEFORE UPDATE ON direction WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.paper_day BETWEEN p.start AND p.closing) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.paper_day BETWEEN p.start AND p.closing)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER direction_guard_locked_delete BEFORE DELETE ON direction WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.paper_day BETWEEN p.start AND p.closing)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER direction_log_insert AFTER INSERT ON direction
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'direction', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, NULL AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual UNION ALL SELECT 'issuer' AS name, NEW.issuer AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER direction_log_delete AFTER DELETE ON direction
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'direction', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, NULL AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual UNION ALL SELECT 'issuer' AS name, OLD.issuer AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER direction_log_update_plan_id AFTER UPDATE OF plan_id ON direction WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'direction', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER direction_log_update_paper_number AFTER UPDATE OF paper_number ON direction WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'direction', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER direction_log_update_paper_day AFTER UPDATE OF paper_day ON direction WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'direction', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER direction_log_update_paper_about AFTER UPDATE OF paper_about ON direction WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'direction', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER direction_log_update_issuer AFTER UPDATE OF issuer ON direction WHEN OLD.issuer IS NOT NEW.issuer
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'direction', NEW.id, 'issuer', OLD.issuer, NEW.issuer, 'update' FROM open_change_set; END;
CREATE TRIGGER override_guard_insert BEFORE INSERT ON override WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER override_guard_update BEFORE UPDATE ON override WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER override_guard_delete BEFORE DELETE ON override WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER override_guard_id BEFORE UPDATE OF id ON override WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER override_guard_row BEFORE INSERT ON override WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER override_guard_locked_insert BEFORE INSERT ON override WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER override_guard_locked_update BEFORE UPDATE ON override WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER override_guard_locked_delete BEFORE DELETE ON override WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER override_log_insert AFTER INSERT ON override
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'override', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'value' AS name, NEW.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, NEW.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, NEW.denominator AS value, NULL AS usual UNION ALL SELECT 'why' AS name, NEW.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER override_log_delete AFTER DELETE ON override
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'override', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'value' AS name, OLD.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, OLD.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, OLD.denominator AS value, NULL AS usual UNION ALL SELECT 'why' AS name, OLD.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER override_log_update_plan_id AFTER UPDATE OF plan_id ON override WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_row_key AFTER UPDATE OF row_key ON override WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_period_key AFTER UPDATE OF period_key ON override WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_value AFTER UPDATE OF value ON override WHEN OLD.value IS NOT NEW.value
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'value', OLD.value, NEW.value, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_numerator AFTER UPDATE OF numerator ON override WHEN OLD.numerator IS NOT NEW.numerator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'numerator', OLD.numerator, NEW.numerator, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_denominator AFTER UPDATE OF denominator ON override WHEN OLD.denominator IS NOT NEW.denominator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'denominator', OLD.denominator, NEW.denominator, 'update' FROM open_change_set; END;
CREATE TRIGGER override_log_update_why AFTER UPDATE OF why ON override WHEN OLD.why IS NOT NEW.why
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'override', NEW.id, 'why', OLD.why, NEW.why, 'update' FROM open_change_set; END;
CREATE TRIGGER supplier_guard_insert BEFORE INSERT ON supplier WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER supplier_guard_update BEFORE UPDATE ON supplier WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER supplier_guard_delete BEFORE DELETE ON supplier WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER supplier_guard_id BEFORE UPDATE OF id ON supplier WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER supplier_guard_row BEFORE INSERT ON supplier WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER supplier_log_insert AFTER INSERT ON supplier
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'supplier', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, NEW.unit AS value, NULL AS usual UNION ALL SELECT 'first_day' AS name, NEW.first_day AS value, NULL AS usual UNION ALL SELECT 'last_day' AS name, NEW.last_day AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER supplier_log_delete AFTER DELETE ON supplier
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'supplier', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, OLD.unit AS value, NULL AS usual UNION ALL SELECT 'first_day' AS name, OLD.first_day AS value, NULL AS usual UNION ALL SELECT 'last_day' AS name, OLD.last_day AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER supplier_log_update_plan_id AFTER UPDATE OF plan_id ON supplier WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'supplier', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER supplier_log_update_row_key AFTER UPDATE OF row_key ON supplier WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'supplier', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER supplier_log_update_unit AFTER UPDATE OF unit ON supplier WHEN OLD.unit IS NOT NEW.unit
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'supplier', NEW.id, 'unit', OLD.unit, NEW.unit, 'update' FROM open_change_set; END;
CREATE TRIGGER supplier_log_update_first_day AFTER UPDATE OF first_day ON supplier WHEN OLD.first_day IS NOT NEW.first_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'supplier', NEW.id, 'first_day', OLD.first_day, NEW.first_day, 'update' FROM open_change_set; END;
CREATE TRIGGER supplier_log_update_last_day AFTER UPDATE OF last_day ON supplier WHEN OLD.last_day IS NOT NEW.last_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'supplier', NEW.id, 'last_day', OLD.last_day, NEW.last_day, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_guard_insert BEFORE INSERT ON part_figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER part_figure_guard_update BEFORE UPDATE ON part_figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER part_figure_guard_delete BEFORE DELETE ON part_figure WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER part_figure_guard_id BEFORE UPDATE OF id ON part_figure WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER part_figure_guard_row BEFORE INSERT ON part_figure WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER part_figure_guard_locked_insert BEFORE INSERT ON part_figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER part_figure_guard_locked_update BEFORE UPDATE ON part_figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = OLD.plan_id AND r.key = OLD.row_key AND r.measure = 'state')))) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND NEW.as_of <= p.closing AND (p.start <= NEW.start OR (NEW.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER part_figure_guard_locked_delete BEFORE DELETE ON part_figure WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = OLD.plan_id AND r.key = OLD.row_key AND r.measure = 'state'))))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER part_figure_log_insert AFTER INSERT ON part_figure
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'part_figure', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, NEW.unit AS value, NULL AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, NEW.as_of AS value, NULL AS usual UNION ALL SELECT 'value' AS name, NEW.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, NEW.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, NEW.denominator AS value, NULL AS usual UNION ALL SELECT 'nothing_happened' AS name, NEW.nothing_happened AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER part_figure_log_delete AFTER DELETE ON part_figure
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'part_figure', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, OLD.unit AS value, NULL AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, OLD.as_of AS value, NULL AS usual UNION ALL SELECT 'value' AS name, OLD.value AS value, NULL AS usual UNION ALL SELECT 'numerator' AS name, OLD.numerator AS value, NULL AS usual UNION ALL SELECT 'denominator' AS name, OLD.denominator AS value, NULL AS usual UNION ALL SELECT 'nothing_happened' AS name, OLD.nothing_happened AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER part_figure_log_update_plan_id AFTER UPDATE OF plan_id ON part_figure WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_row_key AFTER UPDATE OF row_key ON part_figure WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_unit AFTER UPDATE OF unit ON part_figure WHEN OLD.unit IS NOT NEW.unit
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'unit', OLD.unit, NEW.unit, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_start AFTER UPDATE OF start ON part_figure WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_as_of AFTER UPDATE OF as_of ON part_figure WHEN OLD.as_of IS NOT NEW.as_of
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'as_of', OLD.as_of, NEW.as_of, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_value AFTER UPDATE OF value ON part_figure WHEN OLD.value IS NOT NEW.value
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'value', OLD.value, NEW.value, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_numerator AFTER UPDATE OF numerator ON part_figure WHEN OLD.numerator IS NOT NEW.numerator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'numerator', OLD.numerator, NEW.numerator, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_denominator AFTER UPDATE OF denominator ON part_figure WHEN OLD.denominator IS NOT NEW.denominator
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'denominator', OLD.denominator, NEW.denominator, 'update' FROM open_change_set; END;
CREATE TRIGGER part_figure_log_update_nothing_happened AFTER UPDATE OF nothing_happened ON part_figure WHEN OLD.nothing_happened IS NOT NEW.nothing_happened
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'part_figure', NEW.id, 'nothing_happened', OLD.nothing_happened, NEW.nothing_happened, 'update' FROM open_change_set; END;
CREATE TRIGGER reading_guard_insert BEFORE INSERT ON reading WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER reading_guard_update BEFORE UPDATE ON reading WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER reading_guard_delete BEFORE DELETE ON reading WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER reading_guard_id BEFORE UPDATE OF id ON reading WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER reading_guard_row BEFORE INSERT ON reading WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator') AND NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER reading_log_insert AFTER INSERT ON reading
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'reading', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'of_column' AS name, NEW.of_column AS value, NULL AS usual UNION ALL SELECT 'understood' AS name, NEW.understood AS value, NULL AS usual UNION ALL SELECT 'why' AS name, NEW.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER reading_log_delete AFTER DELETE ON reading
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'reading', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'of_column' AS name, OLD.of_column AS value, NULL AS usual UNION ALL SELECT 'understood' AS name, OLD.understood AS value, NULL AS usual UNION ALL SELECT 'why' AS name, OLD.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER reading_log_update_plan_id AFTER UPDATE OF plan_id ON reading WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'reading', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER reading_log_update_row_key AFTER UPDATE OF row_key ON reading WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'reading', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER reading_log_update_of_column AFTER UPDATE OF of_column ON reading WHEN OLD.of_column IS NOT NEW.of_column
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'reading', NEW.id, 'of_column', OLD.of_column, NEW.of_column, 'update' FROM open_change_set; END;
CREATE TRIGGER reading_log_update_understood AFTER UPDATE OF understood ON reading WHEN OLD.understood IS NOT NEW.understood
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'reading', NEW.id, 'understood', OLD.understood, NEW.understood, 'update' FROM open_change_set; END;
CREATE TRIGGER reading_log_update_why AFTER UPDATE OF why ON reading WHEN OLD.why IS NOT NEW.why
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'reading', NEW.id, 'why', OLD.why, NEW.why, 'update' FROM open_change_set; END;
CREATE TRIGGER no_basis_guard_insert BEFORE INSERT ON no_basis WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER no_basis_guard_update BEFORE UPDATE ON no_basis WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER no_basis_guard_delete BEFORE DELETE ON no_basis WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER no_basis_guard_id BEFORE UPDATE OF id ON no_basis WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER no_basis_guard_row BEFORE INSERT ON no_basis WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER no_basis_log_insert AFTER INSERT ON no_basis
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'no_basis', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'why' AS name, NEW.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER no_basis_log_delete AFTER DELETE ON no_basis
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'no_basis', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'why' AS name, OLD.why AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER no_basis_log_update_plan_id AFTER UPDATE OF plan_id ON no_basis WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'no_basis', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER no_basis_log_update_row_key AFTER UPDATE OF row_key ON no_basis WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'no_basis', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER no_basis_log_update_why AFTER UPDATE OF why ON no_basis WHEN OLD.why IS NOT NEW.why
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'no_basis', NEW.id, 'why', OLD.why, NEW.why, 'update' FROM open_change_set; END;
CREATE TRIGGER day_swap_guard_insert BEFORE INSERT ON day_swap WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER day_swap_guard_update BEFORE UPDATE ON day_swap WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER day_swap_guard_delete BEFORE DELETE ON day_swap WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER day_swap_guard_id BEFORE UPDATE OF id ON day_swap WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER day_swap_log_insert AFTER INSERT ON day_swap
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'day_swap', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'day' AS name, NEW.day AS value, NULL AS usual UNION ALL SELECT 'working' AS name, NEW.working AS value, 0 AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER day_swap_log_delete AFTER DELETE ON day_swap
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'day_swap', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'day' AS name, OLD.day AS value, NULL AS usual UNION ALL SELECT 'working' AS name, OLD.working AS value, 0 AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER day_swap_log_update_day AFTER UPDATE OF day ON day_swap WHEN OLD.day IS NOT NEW.day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'day_swap', NEW.id, 'day', OLD.day, NEW.day, 'update' FROM open_change_set; END;
CREATE TRIGGER day_swap_log_update_working AFTER UPDATE OF working ON day_swap WHEN OLD.working IS NOT NEW.working
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'day_swap', NEW.id, 'working', OLD.working, NEW.working, 'update' FROM open_change_set; END;
CREATE TRIGGER day_swap_log_update_name AFTER UPDATE OF name ON day_swap WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'day_swap', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER row_lead_guard_insert BEFORE INSERT ON row_lead WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER row_lead_guard_update BEFORE UPDATE ON row_lead WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER row_lead_guard_delete BEFORE DELETE ON row_lead WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER row_lead_guard_id BEFORE UPDATE OF id ON row_lead WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER row_lead_guard_row BEFORE INSERT ON row_lead WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator') AND NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER row_lead_log_insert AFTER INSERT ON row_lead
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'row_lead', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, NEW.unit AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER row_lead_log_delete AFTER DELETE ON row_lead
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'row_lead', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, OLD.unit AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER row_lead_log_update_plan_id AFTER UPDATE OF plan_id ON row_lead WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'row_lead', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER row_lead_log_update_row_key AFTER UPDATE OF row_key ON row_lead WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'row_lead', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER row_lead_log_update_unit AFTER UPDATE OF unit ON row_lead WHEN OLD.unit IS NOT NEW.unit
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'row_lead', NEW.id, 'unit', OLD.unit, NEW.unit, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_guard_insert BEFORE INSERT ON extra_task WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extra_task_guard_update BEFORE UPDATE ON extra_task WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extra_task_guard_delete BEFORE DELETE ON extra_task WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER extra_task_guard_id BEFORE UPDATE OF id ON extra_task WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER extra_task_log_insert AFTER INSERT ON extra_task
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'extra_task', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, NEW.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, NEW.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, NEW.coordinating AS value, '' AS usual UNION ALL SELECT 'deliverable' AS name, NEW.deliverable AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'schedule' AS name, NEW.schedule AS value, '{}' AS usual UNION ALL SELECT 'since' AS name, NEW.since AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER extra_task_log_delete AFTER DELETE ON extra_task
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'extra_task', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual UNION ALL SELECT 'name_folded' AS name, OLD.name_folded AS value, NULL AS usual UNION ALL SELECT 'lead' AS name, OLD.lead AS value, '' AS usual UNION ALL SELECT 'coordinating' AS name, OLD.coordinating AS value, '' AS usual UNION ALL SELECT 'deliverable' AS name, OLD.deliverable AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'schedule' AS name, OLD.schedule AS value, '{}' AS usual UNION ALL SELECT 'since' AS name, OLD.since AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER extra_task_log_update_plan_id AFTER UPDATE OF plan_id ON extra_task WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_key AFTER UPDATE OF key ON extra_task WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_name AFTER UPDATE OF name ON extra_task WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_name_folded AFTER UPDATE OF name_folded ON extra_task WHEN OLD.name_folded IS NOT NEW.name_folded
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'name_folded', OLD.name_folded, NEW.name_folded, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_lead AFTER UPDATE OF lead ON extra_task WHEN OLD.lead IS NOT NEW.lead
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'lead', OLD.lead, NEW.lead, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_coordinating AFTER UPDATE OF coordinating ON extra_task WHEN OLD.coordinating IS NOT NEW.coordinating
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'coordinating', OLD.coordinating, NEW.coordinating, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_deliverable AFTER UPDATE OF deliverable ON extra_task WHEN OLD.deliverable IS NOT NEW.deliverable
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'deliverable', OLD.deliverable, NEW.deliverable, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_note AFTER UPDATE OF note ON extra_task WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_schedule AFTER UPDATE OF schedule ON extra_task WHEN OLD.schedule IS NOT NEW.schedule
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'schedule', OLD.schedule, NEW.schedule, 'update' FROM open_change_set; END;
CREATE TRIGGER extra_task_log_update_since AFTER UPDATE OF since ON extra_task WHEN OLD.since IS NOT NEW.since
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'extra_task', NEW.id, 'since', OLD.since, NEW.since, 'update' FROM open_change_set; END;
CREATE TRIGGER period_understanding_guard_insert BEFORE INSERT ON period_understanding WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_understanding_guard_update BEFORE UPDATE ON period_understanding WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_understanding_guard_delete BEFORE DELETE ON period_understanding WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER period_understanding_guard_id BEFORE UPDATE OF id ON period_understanding WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER period_understanding_guard_locked_insert BEFORE INSERT ON period_understanding WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER period_understanding_guard_locked_update BEFORE UPDATE ON period_understanding WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER period_understanding_guard_locked_delete BEFORE DELETE ON period_understanding WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER period_understanding_log_insert AFTER INSERT ON period_understanding
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'period_understanding', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'parser' AS name, NEW.parser AS value, NULL AS usual UNION ALL SELECT 'readings' AS name, NEW.readings AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER period_understanding_log_delete AFTER DELETE ON period_understanding
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'period_understanding', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'parser' AS name, OLD.parser AS value, NULL AS usual UNION ALL SELECT 'readings' AS name, OLD.readings AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER period_understanding_log_update_plan_id AFTER UPDATE OF plan_id ON period_understanding WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_understanding', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER period_understanding_log_update_period_key AFTER UPDATE OF period_key ON period_understanding WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_understanding', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER period_understanding_log_update_parser AFTER UPDATE OF parser ON period_understanding WHEN OLD.parser IS NOT NEW.parser
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_understanding', NEW.id, 'parser', OLD.parser, NEW.parser, 'update' FROM open_change_set; END;
CREATE TRIGGER period_understanding_log_update_readings AFTER UPDATE OF readings ON period_understanding WHEN OLD.readings IS NOT NEW.readings
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'period_understanding', NEW.id, 'readings', OLD.readings, NEW.readings, 'update' FROM open_change_set; END;
CREATE TRIGGER outline_guard_insert BEFORE INSERT ON outline WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER outline_guard_update BEFORE UPDATE ON outline WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER outline_guard_delete BEFORE DELETE ON outline WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER outline_guard_id BEFORE UPDATE OF id ON outline WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER outline_log_insert AFTER INSERT ON outline
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'outline', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'duty_id' AS name, NEW.duty_id AS value, NULL AS usual UNION ALL SELECT 'headings' AS name, NEW.headings AS value, NULL AS usual UNION ALL SELECT 'last_own' AS name, NEW.last_own AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER outline_log_delete AFTER DELETE ON outline
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'outline', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'duty_id' AS name, OLD.duty_id AS value, NULL AS usual UNION ALL SELECT 'headings' AS name, OLD.headings AS value, NULL AS usual UNION ALL SELECT 'last_own' AS name, OLD.last_own AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER outline_log_update_plan_id AFTER UPDATE OF plan_id ON outline WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'outline', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER outline_log_update_duty_id AFTER UPDATE OF duty_id ON outline WHEN OLD.duty_id IS NOT NEW.duty_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'outline', NEW.id, 'duty_id', OLD.duty_id, NEW.duty_id, 'update' FROM open_change_set; END;
CREATE TRIGGER outline_log_update_headings AFTER UPDATE OF headings ON outline WHEN OLD.headings IS NOT NEW.headings
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'outline', NEW.id, 'headings', OLD.headings, NEW.headings, 'update' FROM open_change_set; END;
CREATE TRIGGER outline_log_update_last_own AFTER UPDATE OF last_own ON outline WHEN OLD.last_own IS NOT NEW.last_own
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'outline', NEW.id, 'last_own', OLD.last_own, NEW.last_own, 'update' FROM open_change_set; END;
CREATE TRIGGER sentence_guard_insert BEFORE INSERT ON sentence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sentence_guard_update BEFORE UPDATE ON sentence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sentence_guard_delete BEFORE DELETE ON sentence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sentence_guard_id BEFORE UPDATE OF id ON sentence WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER sentence_guard_locked_insert BEFORE INSERT ON sentence WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER sentence_guard_locked_update BEFORE UPDATE ON sentence WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER sentence_guard_locked_delete BEFORE DELETE ON sentence WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER sentence_log_insert AFTER INSERT ON sentence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'sentence', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'sentence_key' AS name, NEW.sentence_key AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, '' AS usual UNION ALL SELECT 'written_over' AS name, NEW.written_over AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER sentence_log_delete AFTER DELETE ON sentence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'sentence', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'sentence_key' AS name, OLD.sentence_key AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, '' AS usual UNION ALL SELECT 'written_over' AS name, OLD.written_over AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER sentence_log_update_plan_id AFTER UPDATE OF plan_id ON sentence WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sentence', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER sentence_log_update_period_key AFTER UPDATE OF period_key ON sentence WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sentence', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER sentence_log_update_sentence_key AFTER UPDATE OF sentence_key ON sentence WHEN OLD.sentence_key IS NOT NEW.sentence_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sentence', NEW.id, 'sentence_key', OLD.sentence_key, NEW.sentence_key, 'update' FROM open_change_set; END;
CREATE TRIGGER sentence_log_update_text AFTER UPDATE OF text ON sentence WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sentence', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER sentence_log_update_written_over AFTER UPDATE OF written_over ON sentence WHEN OLD.written_over IS NOT NEW.written_over
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sentence', NEW.id, 'written_over', OLD.written_over, NEW.written_over, 'update' FROM open_change_set; END;
CREATE TRIGGER explanation_guard_insert BEFORE INSERT ON explanation WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER explanation_guard_update BEFORE UPDATE ON explanation WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER explanation_guard_delete BEFORE DELETE ON explanation WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER explanation_guard_id BEFORE UPDATE OF id ON explanation WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER explanation_guard_locked_insert BEFORE INSERT ON explanation WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER explanation_guard_locked_update BEFORE UPDATE ON explanation WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER explanation_guard_locked_delete BEFORE DELETE ON explanation WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER explanation_log_insert AFTER INSERT ON explanation
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'explanation', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER explanation_log_delete AFTER DELETE ON explanation
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'explanation', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER explanation_log_update_plan_id AFTER UPDATE OF plan_id ON explanation WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'explanation', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER explanation_log_update_period_key AFTER UPDATE OF period_key ON explanation WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'explanation', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER explanation_log_update_row_key AFTER UPDATE OF row_key ON explanation WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'explanation', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER explanation_log_update_text AFTER UPDATE OF text ON explanation WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'explanation', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_guard_insert BEFORE INSERT ON report_step WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER report_step_guard_update BEFORE UPDATE ON report_step WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER report_step_guard_delete BEFORE DELETE ON report_step WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER report_step_guard_id BEFORE UPDATE OF id ON report_step WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER report_step_guard_locked_insert BEFORE INSERT ON report_step WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER report_step_guard_locked_update BEFORE UPDATE ON report_step WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key) OR EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = NEW.plan_id AND p.period_key = NEW.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER report_step_guard_locked_delete BEFORE DELETE ON report_step WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.issued = 1 AND p.plan_id = OLD.plan_id AND p.period_key = OLD.period_key)
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER report_step_log_insert AFTER INSERT ON report_step
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'report_step', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'step' AS name, NEW.step AS value, NULL AS usual UNION ALL SELECT 'on_day' AS name, NEW.on_day AS value, NULL AS usual UNION ALL SELECT 'person' AS name, NEW.person AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER report_step_log_delete AFTER DELETE ON report_step
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'report_step', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'step' AS name, OLD.step AS value, NULL AS usual UNION ALL SELECT 'on_day' AS name, OLD.on_day AS value, NULL AS usual UNION ALL SELECT 'person' AS name, OLD.person AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER report_step_log_update_plan_id AFTER UPDATE OF plan_id ON report_step WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_log_update_period_key AFTER UPDATE OF period_key ON report_step WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_log_update_step AFTER UPDATE OF step ON report_step WHEN OLD.step IS NOT NEW.step
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'step', OLD.step, NEW.step, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_log_update_on_day AFTER UPDATE OF on_day ON report_step WHEN OLD.on_day IS NOT NEW.on_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'on_day', OLD.on_day, NEW.on_day, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_log_update_person AFTER UPDATE OF person ON report_step WHEN OLD.person IS NOT NEW.person
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'person', OLD.person, NEW.person, 'update' FROM open_change_set; END;
CREATE TRIGGER report_step_log_update_note AFTER UPDATE OF note ON report_step WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'report_step', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_guard_insert BEFORE INSERT ON remark WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER remark_guard_update BEFORE UPDATE ON remark WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER remark_guard_delete BEFORE DELETE ON remark WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER remark_guard_id BEFORE UPDATE OF id ON remark WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER remark_log_insert AFTER INSERT ON remark
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'remark', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'section' AS name, NEW.section AS value, '' AS usual UNION ALL SELECT 'said_by' AS name, NEW.said_by AS value, NULL AS usual UNION ALL SELECT 'said_on' AS name, NEW.said_on AS value, NULL AS usual UNION ALL SELECT 'text' AS name, NEW.text AS value, NULL AS usual UNION ALL SELECT 'answer' AS name, NEW.answer AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER remark_log_delete AFTER DELETE ON remark
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'remark', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'section' AS name, OLD.section AS value, '' AS usual UNION ALL SELECT 'said_by' AS name, OLD.said_by AS value, NULL AS usual UNION ALL SELECT 'said_on' AS name, OLD.said_on AS value, NULL AS usual UNION ALL SELECT 'text' AS name, OLD.text AS value, NULL AS usual UNION ALL SELECT 'answer' AS name, OLD.answer AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER remark_log_update_plan_id AFTER UPDATE OF plan_id ON remark WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_period_key AFTER UPDATE OF period_key ON remark WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_section AFTER UPDATE OF section ON remark WHEN OLD.section IS NOT NEW.section
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'section', OLD.section, NEW.section, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_said_by AFTER UPDATE OF said_by ON remark WHEN OLD.said_by IS NOT NEW.said_by
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'said_by', OLD.said_by, NEW.said_by, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_said_on AFTER UPDATE OF said_on ON remark WHEN OLD.said_on IS NOT NEW.said_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'said_on', OLD.said_on, NEW.said_on, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_text AFTER UPDATE OF text ON remark WHEN OLD.text IS NOT NEW.text
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'text', OLD.text, NEW.text, 'update' FROM open_change_set; END;
CREATE TRIGGER remark_log_update_answer AFTER UPDATE OF answer ON remark WHEN OLD.answer IS NOT NEW.answer
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'remark', NEW.id, 'answer', OLD.answer, NEW.answer, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_guard_insert BEFORE INSERT ON sending WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sending_guard_update BEFORE UPDATE ON sending WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sending_guard_delete BEFORE DELETE ON sending WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER sending_guard_id BEFORE UPDATE OF id ON sending WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER sending_log_insert AFTER INSERT ON sending
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'sending', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'issue_id' AS name, NEW.issue_id AS value, NULL AS usual UNION ALL SELECT 'recipient' AS name, NEW.recipient AS value, NULL AS usual UNION ALL SELECT 'sent_on' AS name, NEW.sent_on AS value, NULL AS usual UNION ALL SELECT 'how' AS name, NEW.how AS value, NULL AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER sending_log_delete AFTER DELETE ON sending
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'sending', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'issue_id' AS name, OLD.issue_id AS value, NULL AS usual UNION ALL SELECT 'recipient' AS name, OLD.recipient AS value, NULL AS usual UNION ALL SELECT 'sent_on' AS name, OLD.sent_on AS value, NULL AS usual UNION ALL SELECT 'how' AS name, OLD.how AS value, NULL AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER sending_log_update_plan_id AFTER UPDATE OF plan_id ON sending WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_period_key AFTER UPDATE OF period_key ON sending WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_issue_id AFTER UPDATE OF issue_id ON sending WHEN OLD.issue_id IS NOT NEW.issue_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'issue_id', OLD.issue_id, NEW.issue_id, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_recipient AFTER UPDATE OF recipient ON sending WHEN OLD.recipient IS NOT NEW.recipient
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'recipient', OLD.recipient, NEW.recipient, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_sent_on AFTER UPDATE OF sent_on ON sending WHEN OLD.sent_on IS NOT NEW.sent_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'sent_on', OLD.sent_on, NEW.sent_on, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_how AFTER UPDATE OF how ON sending WHEN OLD.how IS NOT NEW.how
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'how', OLD.how, NEW.how, 'update' FROM open_change_set; END;
CREATE TRIGGER sending_log_update_note AFTER UPDATE OF note ON sending WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'sending', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_guard_insert BEFORE INSERT ON entered WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER entered_guard_update BEFORE UPDATE ON entered WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER entered_guard_delete BEFORE DELETE ON entered WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER entered_guard_id BEFORE UPDATE OF id ON entered WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER entered_log_insert AFTER INSERT ON entered
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'entered', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'field' AS name, NEW.field AS value, NULL AS usual UNION ALL SELECT 'shown' AS name, NEW.shown AS value, NULL AS usual UNION ALL SELECT 'entered_on' AS name, NEW.entered_on AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER entered_log_delete AFTER DELETE ON entered
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'entered', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'field' AS name, OLD.field AS value, NULL AS usual UNION ALL SELECT 'shown' AS name, OLD.shown AS value, NULL AS usual UNION ALL SELECT 'entered_on' AS name, OLD.entered_on AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER entered_log_update_plan_id AFTER UPDATE OF plan_id ON entered WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_log_update_period_key AFTER UPDATE OF period_key ON entered WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_log_update_row_key AFTER UPDATE OF row_key ON entered WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_log_update_field AFTER UPDATE OF field ON entered WHEN OLD.field IS NOT NEW.field
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'field', OLD.field, NEW.field, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_log_update_shown AFTER UPDATE OF shown ON entered WHEN OLD.shown IS NOT NEW.shown
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'shown', OLD.shown, NEW.shown, 'update' FROM open_change_set; END;
CREATE TRIGGER entered_log_update_entered_on AFTER UPDATE OF entered_on ON entered WHEN OLD.entered_on IS NOT NEW.entered_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'entered', NEW.id, 'entered_on', OLD.entered_on, NEW.entered_on, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_guard_insert BEFORE INSERT ON ad_hoc_report WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER ad_hoc_report_guard_update BEFORE UPDATE ON ad_hoc_report WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER ad_hoc_report_guard_delete BEFORE DELETE ON ad_hoc_report WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER ad_hoc_report_guard_id BEFORE UPDATE OF id ON ad_hoc_report WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER ad_hoc_report_guard_issued_delete BEFORE DELETE ON ad_hoc_report WHEN EXISTS (SELECT 1 FROM issue AS r WHERE r.plan_id = OLD.plan_id AND r.period_key GLOB OLD.key || '/*') OR EXISTS (SELECT 1 FROM period_state AS r WHERE r.locked = 1 AND r.plan_id = OLD.plan_id AND r.period_key GLOB OLD.key || '/*')
BEGIN SELECT RAISE(ABORT, 'so57:issued'); END;
CREATE TRIGGER ad_hoc_report_guard_issued_update BEFORE UPDATE OF start, closing, withdrawn ON ad_hoc_report WHEN EXISTS (SELECT 1 FROM issue AS r WHERE r.plan_id = OLD.plan_id AND r.period_key GLOB OLD.key || '/*') OR EXISTS (SELECT 1 FROM period_state AS r WHERE r.locked = 1 AND r.plan_id = OLD.plan_id AND r.period_key GLOB OLD.key || '/*')
BEGIN SELECT RAISE(ABORT, 'so57:issued'); END;
CREATE TRIGGER ad_hoc_report_log_insert AFTER INSERT ON ad_hoc_report
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'ad_hoc_report', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, NEW.key AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, NEW.kind AS value, NULL AS usual UNION ALL SELECT 'subject' AS name, NEW.subject AS value, NULL AS usual UNION ALL SELECT 'recipients' AS name, NEW.recipients AS value, '' AS usual UNION ALL SELECT 'issuer' AS name, NEW.issuer AS value, '' AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'closing' AS name, NEW.closing AS value, NULL AS usual UNION ALL SELECT 'due' AS name, NEW.due AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, NEW.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, NEW.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, NEW.paper_about AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'withdrawn' AS name, NEW.withdrawn AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER ad_hoc_report_log_delete AFTER DELETE ON ad_hoc_report
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'ad_hoc_report', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'key' AS name, OLD.key AS value, NULL AS usual UNION ALL SELECT 'kind' AS name, OLD.kind AS value, NULL AS usual UNION ALL SELECT 'subject' AS name, OLD.subject AS value, NULL AS usual UNION ALL SELECT 'recipients' AS name, OLD.recipients AS value, '' AS usual UNION ALL SELECT 'issuer' AS name, OLD.issuer AS value, '' AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'closing' AS name, OLD.closing AS value, NULL AS usual UNION ALL SELECT 'due' AS name, OLD.due AS value, NULL AS usual UNION ALL SELECT 'paper_number' AS name, OLD.paper_number AS value, '' AS usual UNION ALL SELECT 'paper_day' AS name, OLD.paper_day AS value, NULL AS usual UNION ALL SELECT 'paper_about' AS name, OLD.paper_about AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'withdrawn' AS name, OLD.withdrawn AS value, 0 AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER ad_hoc_report_log_update_plan_id AFTER UPDATE OF plan_id ON ad_hoc_report WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_key AFTER UPDATE OF key ON ad_hoc_report WHEN OLD.key IS NOT NEW.key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'key', OLD.key, NEW.key, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_kind AFTER UPDATE OF kind ON ad_hoc_report WHEN OLD.kind IS NOT NEW.kind
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'kind', OLD.kind, NEW.kind, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_subject AFTER UPDATE OF subject ON ad_hoc_report WHEN OLD.subject IS NOT NEW.subject
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'subject', OLD.subject, NEW.subject, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_recipients AFTER UPDATE OF recipients ON ad_hoc_report WHEN OLD.recipients IS NOT NEW.recipients
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'recipients', OLD.recipients, NEW.recipients, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_issuer AFTER UPDATE OF issuer ON ad_hoc_report WHEN OLD.issuer IS NOT NEW.issuer
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'issuer', OLD.issuer, NEW.issuer, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_start AFTER UPDATE OF start ON ad_hoc_report WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_closing AFTER UPDATE OF closing ON ad_hoc_report WHEN OLD.closing IS NOT NEW.closing
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'closing', OLD.closing, NEW.closing, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_due AFTER UPDATE OF due ON ad_hoc_report WHEN OLD.due IS NOT NEW.due
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'due', OLD.due, NEW.due, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_paper_number AFTER UPDATE OF paper_number ON ad_hoc_report WHEN OLD.paper_number IS NOT NEW.paper_number
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'paper_number', OLD.paper_number, NEW.paper_number, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_paper_day AFTER UPDATE OF paper_day ON ad_hoc_report WHEN OLD.paper_day IS NOT NEW.paper_day
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'paper_day', OLD.paper_day, NEW.paper_day, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_paper_about AFTER UPDATE OF paper_about ON ad_hoc_report WHEN OLD.paper_about IS NOT NEW.paper_about
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'paper_about', OLD.paper_about, NEW.paper_about, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_note AFTER UPDATE OF note ON ad_hoc_report WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER ad_hoc_report_log_update_withdrawn AFTER UPDATE OF withdrawn ON ad_hoc_report WHEN OLD.withdrawn IS NOT NEW.withdrawn
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'ad_hoc_report', NEW.id, 'withdrawn', OLD.withdrawn, NEW.withdrawn, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_guard_insert BEFORE INSERT ON evidence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER evidence_guard_update BEFORE UPDATE ON evidence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER evidence_guard_delete BEFORE DELETE ON evidence WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER evidence_guard_id BEFORE UPDATE OF id ON evidence WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER evidence_guard_row BEFORE INSERT ON evidence WHEN NOT EXISTS (SELECT 1 FROM indicator_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'indicator') AND NOT EXISTS (SELECT 1 FROM task_row AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key AND r.kind = 'task') AND NOT EXISTS (SELECT 1 FROM extra_task AS r WHERE r.plan_id = NEW.plan_id AND r.key = NEW.row_key) AND NOT EXISTS (SELECT 1 WHERE NEW.row_key GLOB 'pc-[0-9]*')
BEGIN SELECT RAISE(ABORT, 'so57:unknown-row'); END;
CREATE TRIGGER evidence_guard_locked_delete BEFORE DELETE ON evidence WHEN EXISTS (SELECT 1 FROM period_state AS p WHERE p.locked = 1 AND p.plan_id = OLD.plan_id AND OLD.as_of <= p.closing AND (p.start <= OLD.start OR (OLD.as_of = p.closing AND 1)))
BEGIN SELECT RAISE(ABORT, 'so57:locked'); END;
CREATE TRIGGER evidence_log_insert AFTER INSERT ON evidence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'evidence', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, NEW.row_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, NEW.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, NEW.as_of AS value, NULL AS usual UNION ALL SELECT 'name' AS name, NEW.name AS value, NULL AS usual UNION ALL SELECT 'media' AS name, NEW.media AS value, '' AS usual UNION ALL SELECT 'note' AS name, NEW.note AS value, '' AS usual UNION ALL SELECT 'sha256' AS name, NEW.sha256 AS value, NULL AS usual UNION ALL SELECT 'size' AS name, NEW.size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER evidence_log_delete AFTER DELETE ON evidence
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'evidence', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'row_key' AS name, OLD.row_key AS value, NULL AS usual UNION ALL SELECT 'start' AS name, OLD.start AS value, NULL AS usual UNION ALL SELECT 'as_of' AS name, OLD.as_of AS value, NULL AS usual UNION ALL SELECT 'name' AS name, OLD.name AS value, NULL AS usual UNION ALL SELECT 'media' AS name, OLD.media AS value, '' AS usual UNION ALL SELECT 'note' AS name, OLD.note AS value, '' AS usual UNION ALL SELECT 'sha256' AS name, OLD.sha256 AS value, NULL AS usual UNION ALL SELECT 'size' AS name, OLD.size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER evidence_log_update_plan_id AFTER UPDATE OF plan_id ON evidence WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_row_key AFTER UPDATE OF row_key ON evidence WHEN OLD.row_key IS NOT NEW.row_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'row_key', OLD.row_key, NEW.row_key, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_start AFTER UPDATE OF start ON evidence WHEN OLD.start IS NOT NEW.start
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'start', OLD.start, NEW.start, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_as_of AFTER UPDATE OF as_of ON evidence WHEN OLD.as_of IS NOT NEW.as_of
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'as_of', OLD.as_of, NEW.as_of, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_name AFTER UPDATE OF name ON evidence WHEN OLD.name IS NOT NEW.name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'name', OLD.name, NEW.name, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_media AFTER UPDATE OF media ON evidence WHEN OLD.media IS NOT NEW.media
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'media', OLD.media, NEW.media, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_note AFTER UPDATE OF note ON evidence WHEN OLD.note IS NOT NEW.note
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'note', OLD.note, NEW.note, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_sha256 AFTER UPDATE OF sha256 ON evidence WHEN OLD.sha256 IS NOT NEW.sha256
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'sha256', OLD.sha256, NEW.sha256, 'update' FROM open_change_set; END;
CREATE TRIGGER evidence_log_update_size AFTER UPDATE OF size ON evidence WHEN OLD.size IS NOT NEW.size
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'evidence', NEW.id, 'size', OLD.size, NEW.size, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_guard_insert BEFORE INSERT ON collection_form WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER collection_form_guard_update BEFORE UPDATE ON collection_form WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER collection_form_guard_delete BEFORE DELETE ON collection_form WHEN NOT EXISTS (SELECT 1 FROM open_change_set)
BEGIN SELECT RAISE(ABORT, 'so57:no-change-set'); END;
CREATE TRIGGER collection_form_guard_id BEFORE UPDATE OF id ON collection_form WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'so57:append-only'); END;
CREATE TRIGGER collection_form_log_insert AFTER INSERT ON collection_form
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'collection_form', NEW.id, v.name, NULL, v.value, 'insert' FROM open_change_set AS o, (SELECT 'plan_id' AS name, NEW.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, NEW.period_key AS value, NULL AS usual UNION ALL SELECT 'form_id' AS name, NEW.form_id AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, NEW.unit AS value, NULL AS usual UNION ALL SELECT 'made_on' AS name, NEW.made_on AS value, NULL AS usual UNION ALL SELECT 'answer_by' AS name, NEW.answer_by AS value, NULL AS usual UNION ALL SELECT 'reminded_on' AS name, NEW.reminded_on AS value, NULL AS usual UNION ALL SELECT 'asked' AS name, NEW.asked AS value, NULL AS usual UNION ALL SELECT 'received_on' AS name, NEW.received_on AS value, NULL AS usual UNION ALL SELECT 'received_name' AS name, NEW.received_name AS value, '' AS usual UNION ALL SELECT 'filled_by' AS name, NEW.filled_by AS value, '' AS usual UNION ALL SELECT 'received_sha256' AS name, NEW.received_sha256 AS value, NULL AS usual UNION ALL SELECT 'received_size' AS name, NEW.received_size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER collection_form_log_delete AFTER DELETE ON collection_form
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT o.change_set_id, 'collection_form', OLD.id, v.name, v.value, NULL, 'delete' FROM open_change_set AS o, (SELECT 'plan_id' AS name, OLD.plan_id AS value, NULL AS usual UNION ALL SELECT 'period_key' AS name, OLD.period_key AS value, NULL AS usual UNION ALL SELECT 'form_id' AS name, OLD.form_id AS value, NULL AS usual UNION ALL SELECT 'unit' AS name, OLD.unit AS value, NULL AS usual UNION ALL SELECT 'made_on' AS name, OLD.made_on AS value, NULL AS usual UNION ALL SELECT 'answer_by' AS name, OLD.answer_by AS value, NULL AS usual UNION ALL SELECT 'reminded_on' AS name, OLD.reminded_on AS value, NULL AS usual UNION ALL SELECT 'asked' AS name, OLD.asked AS value, NULL AS usual UNION ALL SELECT 'received_on' AS name, OLD.received_on AS value, NULL AS usual UNION ALL SELECT 'received_name' AS name, OLD.received_name AS value, '' AS usual UNION ALL SELECT 'filled_by' AS name, OLD.filled_by AS value, '' AS usual UNION ALL SELECT 'received_sha256' AS name, OLD.received_sha256 AS value, NULL AS usual UNION ALL SELECT 'received_size' AS name, OLD.received_size AS value, NULL AS usual) AS v WHERE v.value IS NOT v.usual; END;
CREATE TRIGGER collection_form_log_update_plan_id AFTER UPDATE OF plan_id ON collection_form WHEN OLD.plan_id IS NOT NEW.plan_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'plan_id', OLD.plan_id, NEW.plan_id, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_period_key AFTER UPDATE OF period_key ON collection_form WHEN OLD.period_key IS NOT NEW.period_key
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'period_key', OLD.period_key, NEW.period_key, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_form_id AFTER UPDATE OF form_id ON collection_form WHEN OLD.form_id IS NOT NEW.form_id
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'form_id', OLD.form_id, NEW.form_id, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_unit AFTER UPDATE OF unit ON collection_form WHEN OLD.unit IS NOT NEW.unit
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'unit', OLD.unit, NEW.unit, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_made_on AFTER UPDATE OF made_on ON collection_form WHEN OLD.made_on IS NOT NEW.made_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'made_on', OLD.made_on, NEW.made_on, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_answer_by AFTER UPDATE OF answer_by ON collection_form WHEN OLD.answer_by IS NOT NEW.answer_by
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'answer_by', OLD.answer_by, NEW.answer_by, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_reminded_on AFTER UPDATE OF reminded_on ON collection_form WHEN OLD.reminded_on IS NOT NEW.reminded_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'reminded_on', OLD.reminded_on, NEW.reminded_on, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_asked AFTER UPDATE OF asked ON collection_form WHEN OLD.asked IS NOT NEW.asked
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'asked', OLD.asked, NEW.asked, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_received_on AFTER UPDATE OF received_on ON collection_form WHEN OLD.received_on IS NOT NEW.received_on
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'received_on', OLD.received_on, NEW.received_on, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_received_name AFTER UPDATE OF received_name ON collection_form WHEN OLD.received_name IS NOT NEW.received_name
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'received_name', OLD.received_name, NEW.received_name, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_filled_by AFTER UPDATE OF filled_by ON collection_form WHEN OLD.filled_by IS NOT NEW.filled_by
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'filled_by', OLD.filled_by, NEW.filled_by, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_received_sha256 AFTER UPDATE OF received_sha256 ON collection_form WHEN OLD.received_sha256 IS NOT NEW.received_sha256
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'received_sha256', OLD.received_sha256, NEW.received_sha256, 'update' FROM open_change_set; END;
CREATE TRIGGER collection_form_log_update_received_size AFTER UPDATE OF received_size ON collection_form WHEN OLD.received_size IS NOT NEW.received_size
BEGIN INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op) SELECT change_set_id, 'collection_form', NEW.id, 'received_size', OLD.received_size, NEW.received_size, 'update' FROM open_change_set; END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change_set',10);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('indicator_row',4);
INSERT INTO "sqlite_sequence" VALUES('task_row',2);
INSERT INTO "sqlite_sequence" VALUES('figure',3);
INSERT INTO "sqlite_sequence" VALUES('outline',1);
INSERT INTO "sqlite_sequence" VALUES('sentence',1);
INSERT INTO "sqlite_sequence" VALUES('explanation',1);
INSERT INTO "sqlite_sequence" VALUES('report_step',1);
INSERT INTO "sqlite_sequence" VALUES('reading',2);
INSERT INTO "sqlite_sequence" VALUES('progress',1);
INSERT INTO "sqlite_sequence" VALUES('narrative',1);
INSERT INTO "sqlite_sequence" VALUES('setting',2);
INSERT INTO "sqlite_sequence" VALUES('issue',1);
INSERT INTO "sqlite_sequence" VALUES('period_understanding',1);
INSERT INTO "sqlite_sequence" VALUES('period_state',1);
INSERT INTO "sqlite_sequence" VALUES('annual_target',1);
INSERT INTO "sqlite_sequence" VALUES('came_true',1);
INSERT INTO "sqlite_sequence" VALUES('extension',2);
INSERT INTO "sqlite_sequence" VALUES('still_in_force',1);
INSERT INTO "sqlite_sequence" VALUES('direction',1);
INSERT INTO "sqlite_sequence" VALUES('override',2);
INSERT INTO "sqlite_sequence" VALUES('supplier',1);
INSERT INTO "sqlite_sequence" VALUES('part_figure',2);
INSERT INTO "sqlite_sequence" VALUES('no_basis',1);
INSERT INTO "sqlite_sequence" VALUES('day_swap',1);
INSERT INTO "sqlite_sequence" VALUES('row_lead',1);
INSERT INTO "sqlite_sequence" VALUES('extra_task',1);
INSERT INTO "sqlite_sequence" VALUES('remark',1);
INSERT INTO "sqlite_sequence" VALUES('sending',1);
INSERT INTO "sqlite_sequence" VALUES('entered',1);
INSERT INTO "sqlite_sequence" VALUES('ad_hoc_report',1);
INSERT INTO "sqlite_sequence" VALUES('evidence',1);
INSERT INTO "sqlite_sequence" VALUES('collection_form',1);
COMMIT;
