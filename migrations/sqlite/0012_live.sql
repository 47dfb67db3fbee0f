CREATE TABLE `live_coverages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`topic_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by_id` integer NOT NULL,
	`closed_at` integer,
	`closed_by_id` integer,
	`closing` text DEFAULT '' NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_coverages_public_id_unique` ON `live_coverages` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `live_coverages_open` ON `live_coverages` (`topic_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `live_coverages_topic` ON `live_coverages` (`topic_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `live_coverages_changed` ON `live_coverages` (`changed_at`);--> statement-breakpoint
CREATE TABLE `live_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`coverage_id` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`author_id` integer NOT NULL,
	`byline_kind` text NOT NULL,
	`pen_name` text DEFAULT '' NOT NULL,
	`byline_id` integer,
	`title` text DEFAULT '' NOT NULL,
	`copy` text NOT NULL,
	`story_id` integer,
	`shows_picture` integer DEFAULT false NOT NULL,
	`pinned` integer DEFAULT false NOT NULL,
	`is_key` integer DEFAULT false NOT NULL,
	`corrections` text DEFAULT '[]' NOT NULL,
	`sent_at` integer NOT NULL,
	`answer_by` integer,
	`published_at` integer,
	`decided_by_id` integer,
	`decided_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	`removed_at` integer,
	`draft_id` integer,
	FOREIGN KEY (`coverage_id`) REFERENCES `live_coverages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byline_id`) REFERENCES `bylines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_entries_public_id_unique` ON `live_entries` (`public_id`);--> statement-breakpoint
CREATE INDEX `live_entries_coverage` ON `live_entries` (`coverage_id`,`state`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `live_entries_waiting` ON `live_entries` (`state`,`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `live_entries_author` ON `live_entries` (`author_id`,`id`);--> statement-breakpoint
CREATE TABLE `live_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`coverage_id` integer NOT NULL,
	`entry_id` integer,
	`act` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`before` text,
	FOREIGN KEY (`coverage_id`) REFERENCES `live_coverages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `live_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `live_log_coverage` ON `live_log` (`coverage_id`,`id`);