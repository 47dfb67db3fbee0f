CREATE TABLE `subscriber_topics` (
	`subscriber_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`subscriber_id`, `topic_id`),
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `subscriber_topics_topic` ON `subscriber_topics` (`topic_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`email` text,
	`language` text NOT NULL,
	`rhythm` text NOT NULL,
	`state` text NOT NULL,
	`confirm_hash` text,
	`confirm_until` integer,
	`consent_words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`left_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_public_id_unique` ON `subscribers` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_address_hash_unique` ON `subscribers` (`address_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_confirm_hash_unique` ON `subscribers` (`confirm_hash`);--> statement-breakpoint
CREATE INDEX `subscribers_state` ON `subscribers` (`state`,`rhythm`,`id`);--> statement-breakpoint
CREATE INDEX `subscribers_confirm_until` ON `subscribers` (`confirm_until`);