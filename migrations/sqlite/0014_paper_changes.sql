CREATE TABLE `paper_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`keys` text NOT NULL,
	`at` integer NOT NULL,
	`purged_at` integer
);
--> statement-breakpoint
CREATE INDEX `paper_changes_unpurged` ON `paper_changes` (`id`) WHERE purged_at IS NULL;--> statement-breakpoint
CREATE INDEX `paper_changes_at` ON `paper_changes` (`at`);