CREATE TABLE `pitches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`owner_id` integer NOT NULL,
	`text` text NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`section_id` integer,
	`call_id` integer,
	`state` text DEFAULT 'open' NOT NULL,
	`sent_at` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_id` integer,
	`answered_at` integer,
	`story_id` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pitches_public_id_unique` ON `pitches` (`public_id`);--> statement-breakpoint
CREATE INDEX `pitches_state` ON `pitches` (`state`,`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `pitches_owner` ON `pitches` (`owner_id`,`id`);--> statement-breakpoint
CREATE TABLE `suggestion_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`base_id` integer NOT NULL,
	`change` text NOT NULL,
	`accepted` integer NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_answers_change` ON `suggestion_answers` (`revision_id`,`base_id`,`change`);--> statement-breakpoint
CREATE INDEX `suggestion_answers_story` ON `suggestion_answers` (`story_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`story_id` integer NOT NULL,
	`kind` text NOT NULL,
	`from_person_id` integer,
	`from_email` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_id` integer,
	`answered_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_public_id_unique` ON `tickets` (`public_id`);--> statement-breakpoint
CREATE INDEX `tickets_state` ON `tickets` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_story` ON `tickets` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `letter_choices` (
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `picture_uploads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`story_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`client_key` text NOT NULL,
	`bytes` integer NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`picture_id` integer,
	`started_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`picture_id`) REFERENCES `pictures`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `picture_uploads_public_id_unique` ON `picture_uploads` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `picture_uploads_client` ON `picture_uploads` (`owner_id`,`client_key`);--> statement-breakpoint
CREATE INDEX `picture_uploads_touched` ON `picture_uploads` (`touched_at`);--> statement-breakpoint
CREATE TABLE `story_reads` (
	`story_id` integer NOT NULL,
	`day` text NOT NULL,
	`reads` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`story_id`, `day`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `open_calls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`section_id` integer,
	`topic_id` integer,
	`created_by_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`closes_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `open_calls_slug_unique` ON `open_calls` (`slug`);--> statement-breakpoint
CREATE INDEX `open_calls_open` ON `open_calls` (`closed_at`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `safety_mode` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `licence` text DEFAULT 'all-rights' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `original_key` text;--> statement-breakpoint
ALTER TABLE `pictures` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `pictures_owner` ON `pictures` (`owner_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `stories` ADD `call_id` integer REFERENCES open_calls(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `story_sources` ADD `known_where` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `story_sources` ADD `known_when` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `story_sources` ADD `known_how` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `story_sources` ADD `ai_use` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `story_sources` ADD `ai_note` text DEFAULT '' NOT NULL;