CREATE TABLE `verification_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`act` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `verification_log_story` ON `verification_log` (`story_id`,`id`);