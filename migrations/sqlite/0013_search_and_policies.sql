CREATE TABLE `policy_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`policy` text NOT NULL,
	`paragraphs` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `policy_versions_latest` ON `policy_versions` (`policy`,`id`);--> statement-breakpoint
INSERT INTO `search_todo` (`kind`, `ref`) SELECT 'edition', `story_id` FROM `publications` WHERE `state` = 'live' ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_todo` (`kind`, `ref`) SELECT 'story', `id` FROM `stories` WHERE `state` <> 'draft' ON CONFLICT DO NOTHING;
