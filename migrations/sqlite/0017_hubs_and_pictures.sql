CREATE TABLE `live_pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`entry_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`sizes` text NOT NULL,
	`evidence` text NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`sha256` text NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`rights_confirmed` integer DEFAULT false NOT NULL,
	`licence` text DEFAULT 'all-rights' NOT NULL,
	`original_key` text,
	`bytes` integer DEFAULT 0 NOT NULL,
	`looks_like` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `live_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_pictures_public_id_unique` ON `live_pictures` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `live_pictures_entry_id_unique` ON `live_pictures` (`entry_id`);--> statement-breakpoint
CREATE INDEX `live_pictures_owner` ON `live_pictures` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `picture_encodings` (
	`picture_id` integer PRIMARY KEY NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`picture_id`) REFERENCES `pictures`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `picture_encodings_waiting` ON `picture_encodings` (`done_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `topic_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_id` integer NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`background` text NOT NULL,
	`key_events` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `topic_versions_latest` ON `topic_versions` (`topic_id`,`id`);--> statement-breakpoint
ALTER TABLE `topics` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `merged_into_id` integer;