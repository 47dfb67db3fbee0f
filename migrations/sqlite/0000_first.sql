CREATE TABLE `change_points` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`round` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_points_story` ON `change_points` (`story_id`,`round`,`position`);--> statement-breakpoint
CREATE TABLE `desk_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`move` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	`reasons` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`desk_note` text DEFAULT '' NOT NULL,
	`revision_hash` text,
	`version` integer NOT NULL,
	`told` text NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `desk_log_story` ON `desk_log` (`story_id`,`id`);--> statement-breakpoint
CREATE INDEX `desk_log_by` ON `desk_log` (`by_id`,`id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by_id` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`lifted_by_id` integer,
	`lifted_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`placed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_story` ON `holds` (`story_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`shared` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_story` ON `notes` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `state_counts` (
	`state` text NOT NULL,
	`shard` integer DEFAULT 0 NOT NULL,
	`stories` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`state`, `shard`)
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`to_person_id` integer,
	`to_email` text NOT NULL,
	`to_name` text NOT NULL,
	`story_id` integer,
	`content` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`seen_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_key_unique` ON `letters` (`key`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`not_before`,`id`);--> statement-breakpoint
CREATE INDEX `letters_person` ON `letters` (`to_person_id`,`id`);--> statement-breakpoint
CREATE INDEX `letters_story` ON `letters` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`settings` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`answer_within_hours` integer DEFAULT 48 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug_unique` ON `sections` (`slug`);--> statement-breakpoint
CREATE TABLE `bylines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`handle` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bylines_handle_unique` ON `bylines` (`handle`);--> statement-breakpoint
CREATE UNIQUE INDEX `bylines_person_name` ON `bylines` (`person_id`,`kind`,`name`);--> statement-breakpoint
CREATE TABLE `mailed_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mailed_tokens_person` ON `mailed_tokens` (`person_id`,`kind`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text DEFAULT 'contributor' NOT NULL,
	`trusted` integer DEFAULT false NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`confirmed_at` integer,
	`agreed_at` integer,
	`agreement_version` integer,
	`suspended_at` integer,
	`suspended_because` text,
	`totp_sealed` text,
	`totp_last_step` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_public_id_unique` ON `people` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_role` ON `people` (`role`,`id`);--> statement-breakpoint
CREATE INDEX `people_created` ON `people` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `people_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`by_id` integer,
	`act` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `people_log_person` ON `people_log` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`second_factor` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`story_id` integer NOT NULL,
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
	`created_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_public_id_unique` ON `pictures` (`public_id`);--> statement-breakpoint
CREATE INDEX `pictures_story` ON `pictures` (`story_id`,`id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`number` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`hash` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`headline` text NOT NULL,
	`standfirst` text NOT NULL,
	`place` text NOT NULL,
	`language` text NOT NULL,
	`byline_name` text NOT NULL,
	`byline_handle` text,
	`html` text NOT NULL,
	`feed_html` text NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`lead` text,
	`printed_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_story` ON `editions` (`story_id`,`number`);--> statement-breakpoint
CREATE TABLE `publication_topics` (
	`topic_id` integer NOT NULL,
	`story_id` integer NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `story_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `publications`(`story_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `publication_topics_latest` ON `publication_topics` (`topic_id`,`published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `publication_topics_story` ON `publication_topics` (`story_id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`story_id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`edition_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`byline_id` integer,
	`state` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`lead_at` integer,
	`retracted_at` integer,
	`retraction_note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byline_id`) REFERENCES `bylines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_slug_unique` ON `publications` (`slug`);--> statement-breakpoint
CREATE INDEX `publications_latest` ON `publications` (`state`,`published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `publications_section` ON `publications` (`section_id`,`state`,`published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `publications_byline` ON `publications` (`byline_id`,`state`,`published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `publications_lead` ON `publications` (`state`,`lead_at`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` integer NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`why` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_story` ON `revisions` (`story_id`,`number`);--> statement-breakpoint
CREATE TABLE `stories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`owner_id` integer NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`standfirst` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`section_id` integer,
	`language` text DEFAULT 'en' NOT NULL,
	`byline_kind` text DEFAULT 'name' NOT NULL,
	`pen_name` text DEFAULT '' NOT NULL,
	`copy` text NOT NULL,
	`words` integer DEFAULT 0 NOT NULL,
	`entered_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`submitted_at` integer,
	`first_answered_at` integer,
	`answer_by` integer,
	`due_at` integer,
	`publish_at` integer,
	`embargo_until` integer,
	`decided_at` integer,
	`appealed` integer DEFAULT false NOT NULL,
	`spam` integer DEFAULT false NOT NULL,
	`claimed_by_id` integer,
	`claimed_at` integer,
	`claim_seen_at` integer,
	`revision_id` integer,
	`approved_hash` text,
	`approved_by_id` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stories_public_id_unique` ON `stories` (`public_id`);--> statement-breakpoint
CREATE INDEX `stories_queue` ON `stories` (`state`,`entered_at`,`id`);--> statement-breakpoint
CREATE INDEX `stories_claimed` ON `stories` (`claimed_by_id`,`state`,`entered_at`,`id`);--> statement-breakpoint
CREATE INDEX `stories_owner` ON `stories` (`owner_id`,`saved_at`,`id`);--> statement-breakpoint
CREATE INDEX `stories_due` ON `stories` (`state`,`publish_at`);--> statement-breakpoint
CREATE INDEX `stories_entered` ON `stories` (`entered_at`,`id`);--> statement-breakpoint
CREATE TABLE `story_sources` (
	`story_id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `story_topics` (
	`story_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`story_id`, `topic_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_topics_topic` ON `story_topics` (`topic_id`,`story_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`background` text NOT NULL,
	`key_events` text NOT NULL,
	`running` integer DEFAULT true NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_slug_unique` ON `topics` (`slug`);--> statement-breakpoint
CREATE INDEX `topics_running` ON `topics` (`running`,`position`);