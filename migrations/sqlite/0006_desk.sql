CREATE TABLE `approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`hash` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_one` ON `approvals` (`story_id`,`hash`,`by_id`);--> statement-breakpoint
CREATE TABLE `change_reasons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`base_id` integer NOT NULL,
	`change` text NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_reasons_change` ON `change_reasons` (`revision_id`,`base_id`,`change`);--> statement-breakpoint
CREATE INDEX `change_reasons_story` ON `change_reasons` (`story_id`);--> statement-breakpoint
CREATE TABLE `comment_threads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`story_id` integer NOT NULL,
	`anchor` text NOT NULL,
	`shared` integer NOT NULL,
	`at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by_id` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resolved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_threads_public_id_unique` ON `comment_threads` (`public_id`);--> statement-breakpoint
CREATE INDEX `comment_threads_story` ON `comment_threads` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`thread_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `comment_threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `desk_reasons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`outcome` text NOT NULL,
	`sentences` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desk_reasons_key_unique` ON `desk_reasons` (`key`);--> statement-breakpoint
CREATE INDEX `desk_reasons_outcome` ON `desk_reasons` (`outcome`,`position`);--> statement-breakpoint
CREATE TABLE `identity_openings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`story_id` integer,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `identity_openings_person` ON `identity_openings` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `interests` (
	`story_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `person_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `pending_editions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`story_id` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`base_number` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`approved_by_id` integer,
	`approved_hash` text,
	`approved_at` integer,
	`ticket_id` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pending_editions_public_id_unique` ON `pending_editions` (`public_id`);--> statement-breakpoint
CREATE INDEX `pending_editions_story` ON `pending_editions` (`story_id`,`state`);--> statement-breakpoint
CREATE INDEX `pending_editions_state` ON `pending_editions` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `presences` (
	`story_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`doing` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `person_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presences_seen` ON `presences` (`seen_at`);--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_public_id_unique` ON `saved_filters` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_name` ON `saved_filters` (`person_id`,`name`);--> statement-breakpoint
CREATE TABLE `text_prints` (
	`story_id` integer NOT NULL,
	`band` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`story_id`, `band`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `text_prints_band` ON `text_prints` (`band`,`value`);--> statement-breakpoint
CREATE TABLE `verification_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`check` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `verification_checks_one` ON `verification_checks` (`story_id`,`check`);--> statement-breakpoint
CREATE TABLE `verification_overrides` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `verification_overrides_story` ON `verification_overrides` (`story_id`,`revoked_at`);--> statement-breakpoint
CREATE TABLE `letter_templates` (
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`updated_by_id` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `language`),
	FOREIGN KEY (`updated_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `section_rights` (
	`person_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`edit` integer NOT NULL,
	`publish` integer NOT NULL,
	PRIMARY KEY(`person_id`, `section_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `section_rights_section` ON `section_rights` (`section_id`);--> statement-breakpoint
CREATE TABLE `picture_prints` (
	`picture_id` integer NOT NULL,
	`band` integer NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`picture_id`, `band`),
	FOREIGN KEY (`picture_id`) REFERENCES `pictures`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `picture_prints_band` ON `picture_prints` (`band`,`value`);--> statement-breakpoint
CREATE TABLE `story_co_authors` (
	`story_id` integer NOT NULL,
	`from_story_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`byline_kind` text NOT NULL,
	`pen_name` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `from_story_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_co_authors_person` ON `story_co_authors` (`person_id`);--> statement-breakpoint
ALTER TABLE `change_points` ADD `anchor` text;--> statement-breakpoint
ALTER TABLE `holds` ADD `until` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `from_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `language` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `approvals` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `four_eyes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `silence_agrees` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `checklist` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `protected_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `may_open_identity` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `looks_like` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `editions` ADD `checked` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `editions` ADD `co_bylines` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `risk` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `merged_into_id` integer;--> statement-breakpoint
CREATE INDEX `stories_section_queue` ON `stories` (`section_id`,`state`,`entered_at`,`id`);