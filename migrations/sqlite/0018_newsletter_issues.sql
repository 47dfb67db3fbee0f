CREATE TABLE `newsletter_issues` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`number` integer,
	`audience` text NOT NULL,
	`topic_id` integer,
	`state` text NOT NULL,
	`subject` text NOT NULL,
	`intro` text NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`outlet_name` text DEFAULT '' NOT NULL,
	`written_by_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`queued_at` integer,
	`finished_at` integer,
	`listed_up_to` integer DEFAULT 0 NOT NULL,
	`paused_until` integer,
	`pauses` integer DEFAULT 0 NOT NULL,
	`last_error` text DEFAULT '' NOT NULL,
	`sent_count` integer DEFAULT 0 NOT NULL,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`bounced_count` integer DEFAULT 0 NOT NULL,
	`skipped_count` integer DEFAULT 0 NOT NULL,
	`unsure_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`written_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_issues_public_id_unique` ON `newsletter_issues` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_issues_number_unique` ON `newsletter_issues` (`number`);--> statement-breakpoint
CREATE INDEX `newsletter_issues_state` ON `newsletter_issues` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `newsletter_issues_audience` ON `newsletter_issues` (`audience`,`topic_id`,`queued_at`);--> statement-breakpoint
CREATE TABLE `newsletter_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue_id` integer NOT NULL,
	`subscriber_id` integer,
	`test_for_id` integer,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`tried_at` integer,
	`last_error` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `newsletter_issues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`test_for_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_letters_key_unique` ON `newsletter_letters` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_letters_once` ON `newsletter_letters` (`issue_id`,`subscriber_id`);--> statement-breakpoint
CREATE INDEX `newsletter_letters_due` ON `newsletter_letters` (`issue_id`,`state`,`not_before`,`id`);--> statement-breakpoint
CREATE INDEX `newsletter_letters_taken` ON `newsletter_letters` (`tried_at`) WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX `newsletter_letters_tests` ON `newsletter_letters` (`id`) WHERE test_for_id is not null;--> statement-breakpoint
CREATE INDEX `newsletter_letters_subscriber` ON `newsletter_letters` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `newsletter_letters_tried` ON `newsletter_letters` (`tried_at`);--> statement-breakpoint
CREATE TABLE `newsletter_plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`daily_hour` integer,
	`weekly_day` integer,
	`weekly_hour` integer,
	`daily_done` text DEFAULT '' NOT NULL,
	`weekly_done` text DEFAULT '' NOT NULL,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `newsletter_stories` (
	`issue_id` integer NOT NULL,
	`story_id` integer NOT NULL,
	`position` integer NOT NULL,
	`edition` integer DEFAULT 0 NOT NULL,
	`slug` text DEFAULT '' NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`standfirst` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`issue_id`, `story_id`),
	FOREIGN KEY (`issue_id`) REFERENCES `newsletter_issues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `newsletter_stories_story` ON `newsletter_stories` (`story_id`);--> statement-breakpoint
ALTER TABLE `subscribers` ADD `bounces` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `subscribers` ADD `last_bounce_at` integer;