CREATE TABLE `search_texts` (
	`place` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref` integer NOT NULL,
	`marks` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_ref` ON `search_texts` (`kind`,`ref`);--> statement-breakpoint
CREATE TABLE `search_todo` (
	`kind` text NOT NULL,
	`ref` integer NOT NULL,
	PRIMARY KEY(`kind`, `ref`)
);
--> statement-breakpoint
CREATE INDEX `stories_language_queue` ON `stories` (`language`,`state`,`entered_at`,`id`);--> statement-breakpoint
CREATE INDEX `stories_risk_queue` ON `stories` (`risk`,`state`,`entered_at`,`id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(`marks`, `text`, content='search_texts', content_rowid='place', tokenize='unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE TRIGGER `search_texts_added` AFTER INSERT ON `search_texts` BEGIN
	INSERT INTO `search_index` (`rowid`, `marks`, `text`) VALUES (new.`place`, new.`marks`, new.`text`);
END;--> statement-breakpoint
CREATE TRIGGER `search_texts_gone` AFTER DELETE ON `search_texts` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `marks`, `text`) VALUES ('delete', old.`place`, old.`marks`, old.`text`);
END;--> statement-breakpoint
CREATE TRIGGER `search_texts_changed` AFTER UPDATE ON `search_texts` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `marks`, `text`) VALUES ('delete', old.`place`, old.`marks`, old.`text`);
	INSERT INTO `search_index` (`rowid`, `marks`, `text`) VALUES (new.`place`, new.`marks`, new.`text`);
END;--> statement-breakpoint
INSERT INTO `search_todo` (`kind`, `ref`) SELECT 'story', `id` FROM `stories` WHERE `state` <> 'draft';
